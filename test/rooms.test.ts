import { readdir, readFile } from "node:fs/promises";
import path from "node:path";
import { describe, expect, it } from "vitest";

const source = path.resolve(import.meta.dirname, "../src");

/** Which rooms each room may import; the same table stands in src/README.md. */
const walls: Readonly<Record<string, readonly string[]>> = {
  model: [],
  content: ["model"],
  wire: ["model"],
  edition: ["model", "wire"],
  render: ["model"],
  publish: ["model", "content", "edition", "render"],
  deliver: ["model"],
  cli: ["model", "content", "wire", "edition", "render", "publish", "deliver"],
  types: [],
};

/** The one file that imports each package. */
const homes: Readonly<Record<string, string>> = {
  luxon: "model/time.ts",
  "@11ty/eleventy": "publish/place-pages.ts",
  "@11ty/eleventy-dev-server": "cli/dev.ts",
  feedsmith: "content/saved-feed.ts",
  feed: "render/feed-layout.ts",
  sharp: "publish/make-renditions.ts",
  nodemailer: "deliver/mail-library.ts",
  "csv-parse": "deliver/read-recipients.ts",
};

/** Rooms that touch no disk, no network, no process: what they need comes as an argument. */
const pure = ["model", "wire", "edition"];

interface Import {
  readonly file: string;
  readonly room: string;
  readonly wanted: string;
}

async function readImports(): Promise<readonly Import[]> {
  const entries = await readdir(source, { recursive: true, withFileTypes: true });
  const files = entries
    .filter((entry) => entry.isFile() && /\.(ts|mjs)$/.test(entry.name))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const all = await Promise.all(
    files.map(async (file) => {
      const relative = path.relative(source, file).split(path.sep).join("/");
      const text = await readFile(file, "utf8");
      return [
        ...text.matchAll(/(?:^|\n)\s*(?:import|export)\b[^"';]*?from\s+"([^"]+)"|import\("([^"]+)"\)|(?:^|\n)import\s+"([^"]+)"/g),
      ].map((match) => ({
        file: relative,
        room: relative.split("/")[0] ?? "",
        wanted: match[1] ?? match[2] ?? match[3] ?? "",
      }));
    }),
  );
  return all.flat();
}

const imports = await readImports();

describe("the rooms of the house", () => {
  it("reads real imports", () => {
    expect(imports.length).toBeGreaterThan(60);
  });

  it("lets no room import from a room it may not know", () => {
    const broken = imports.filter(({ file, room, wanted }) => {
      if (!wanted.startsWith(".")) return false;
      const target = path.posix.join(path.posix.dirname(file), wanted).split("/")[0] ?? "";
      return target !== room && target !== ".." && !(walls[room] ?? []).includes(target);
    });
    expect(broken).toEqual([]);
  });

  it("gives every package one home", () => {
    const users = new Map<string, Set<string>>();
    for (const { file, wanted } of imports) {
      if (wanted.startsWith(".") || wanted.startsWith("node:")) continue;
      const name = wanted
        .split("/")
        .slice(0, wanted.startsWith("@") ? 2 : 1)
        .join("/");
      users.set(name, (users.get(name) ?? new Set()).add(file));
    }
    expect([...users].filter(([, files]) => files.size > 1).map(([name, files]) => [name, [...files]])).toEqual([]);
    for (const [name, home] of Object.entries(homes)) expect([...(users.get(name) ?? [])], name).toEqual([home]);
  });

  it("keeps disk, network and process out of the pure rooms", () => {
    expect(imports.filter(({ room, wanted }) => pure.includes(room) && wanted.startsWith("node:"))).toEqual([]);
  });

  it("opens no socket but through its packages", () => {
    expect(imports.filter(({ wanted }) => /^node:(?:net|tls|dgram|http2?|https)$/.test(wanted))).toEqual([]);
  });

  it("knows every room there is", async () => {
    const rooms = (await readdir(source, { withFileTypes: true })).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(rooms.filter((room) => !(room in walls))).toEqual([]);
  });
});
