import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { parseFeed, parseJsonFeed } from "feedsmith";
import rehypeParse from "rehype-parse";
import { unified } from "unified";

interface Node {
  readonly type: string;
  readonly tagName?: string;
  readonly properties?: Readonly<Record<string, unknown>>;
  readonly children?: readonly Node[];
}

const parser = unified().use(rehypeParse);

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
      for (const address of addresses(parser.parse(await text()))) faults.push(...follow(file, address, root, files));
    } else if (/(?:^|\/)feed\.json$|^feeds\/archive\/\d+\.json$/.test(file)) {
      // The three formats say the same, which the build itself reads back; so one of them stands for all.
      const feed = parseJsonFeed(JSON.parse(await text()));
      for (const address of [feed.home_page_url, feed.feed_url, feed.next_url])
        if (address) faults.push(...follow(file, address, root, files));
      for (const { url, image, attachments, content_html } of feed.items ?? []) {
        const inside = content_html === undefined ? [] : addresses(parser.parse(content_html));
        for (const address of inside) if (!URL.canParse(address)) faults.push(`${file}: ${address} in a body is not absolute`);
        for (const address of [url, image, ...(attachments ?? []).map((one) => one.url), ...inside])
          if (address) faults.push(...follow(file, address, root, files));
      }
    } else if (/(?:^|\/)(?:feed|atom)\.xml$|^feeds\/archive\/\d+\.xml$/.test(file)) {
      try {
        parseFeed(await text());
      } catch (error) {
        faults.push(`${file}: not a feed: ${error instanceof Error ? error.message : error}`);
      }
    }
  }
  return faults;
}

/** Whether an address leads somewhere, as far as it is ours. */
function follow(file: string, address: string, root: URL, files: ReadonlySet<string>): readonly string[] {
  const target = new URL(address, new URL(file.replace(/index\.html$/, ""), root));
  if (target.host !== root.host || !target.protocol.startsWith("http")) return [];
  if (!target.pathname.startsWith(root.pathname)) return [`${file}: ${address} leads out of the publication`];
  const wanted = decodeURIComponent(target.pathname.slice(root.pathname.length));
  const found = wanted === "" || wanted.endsWith("/") ? `${wanted}index.html` : wanted;
  return files.has(found) ? [] : [`${file}: ${address} leads to nothing`];
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
