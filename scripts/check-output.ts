import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseFeed } from "feedsmith";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

/** Reads a built site back: every address inside it must lead to a file, and every feed must be one. */
export async function checkOutput(site: string, url: string): Promise<readonly string[]> {
  const root = new URL(url);
  const entries = await readdir(site, { recursive: true, withFileTypes: true });
  const files = new Set(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => path.relative(site, path.join(entry.parentPath, entry.name)).split(path.sep).join("/")),
  );
  const faults: string[] = [];
  for (const file of [...files].sort()) {
    const text = () => readFile(path.join(site, file), "utf8");
    if (file.endsWith(".html")) {
      for (const address of addresses(
        unified()
          .use(rehypeParse)
          .parse(await text()),
      )) {
        const target = new URL(address, new URL(file.replace(/index\.html$/, ""), root));
        if (target.host !== root.host || !target.protocol.startsWith("http")) continue;
        if (!target.pathname.startsWith(root.pathname)) faults.push(`${file}: ${address} leads out of the publication`);
        else {
          const wanted = decodeURIComponent(target.pathname.slice(root.pathname.length));
          const found = wanted === "" || wanted.endsWith("/") ? `${wanted}index.html` : wanted;
          if (!files.has(found)) faults.push(`${file}: ${address} leads to nothing`);
        }
      }
    } else if (/(?:^|\/)(?:feed\.xml|atom\.xml|feed\.json)$/.test(file)) {
      try {
        parseFeed(await text());
      } catch (error) {
        faults.push(`${file}: not a feed: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  return faults;
}

function addresses(tree: Node): readonly string[] {
  const found: string[] = [];
  const stack: Node[] = [tree];
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    for (const name of ["href", "src"]) {
      const value = node.properties?.[name];
      if (typeof value === "string") found.push(value);
    }
    const srcSet = node.properties?.srcSet;
    if (typeof srcSet === "string") found.push(...srcSet.split(",").map((one) => one.trim().split(" ")[0] ?? ""));
    else if (Array.isArray(srcSet)) found.push(...srcSet.map((one) => String(one).trim().split(" ")[0] ?? ""));
    stack.push(...(node.children ?? []));
  }
  return found.filter((address) => address !== "" && !address.startsWith("#") && !/^(?:mailto|tel|data):/.test(address));
}

if (process.argv[1]?.endsWith("check-output.ts")) {
  const settings = await readFile("content/publication.yaml", "utf8");
  const url = /^url:\s*(\S+)/m.exec(settings)?.[1] ?? "https://localhost/";
  const faults = await checkOutput("dist/site", url.endsWith("/") ? url : `${url}/`);
  for (const fault of faults) process.stdout.write(`${fault}\n`);
  process.stdout.write(faults.length === 0 ? "Every link leads somewhere and every feed can be read.\n" : `${faults.length} faults.\n`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
