import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { loadNewsroom } from "../src/content/load-newsroom.ts";
import { compileEdition } from "../src/edition/compile-edition.ts";
import { readMoment } from "../src/model/time.ts";

/** A newsroom of a few lines in a folder of its own, which a test fills and changes as it goes. */
export interface SmallNewsroom {
  readonly root: string;
  readonly write: (file: string, text: string) => Promise<void>;
  /** An article in a line: front matter as YAML's flow, and a body. */
  readonly article: (id: string, front: string, body?: string) => Promise<void>;
  readonly compile: (asOf: string) => Promise<ReturnType<typeof compileEdition>>;
  readonly remove: () => Promise<void>;
}

export const smallZone = "Europe/Malta";

/** @param newsletters what stands below `newsletters:`, as YAML */
export async function smallNewsroom(newsletters: string): Promise<SmallNewsroom> {
  const root = await mkdtemp(path.join(tmpdir(), "newsroom-"));
  const write = async (file: string, text: string) => {
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  };
  await write(
    "content/publication.yaml",
    `name: The Strait\nurl: https://strait.example/\nlanguage: en\nzone: ${smallZone}\nsections: [{ id: sea, name: Sea }, { id: town, name: Town }]\nnewsletters:\n${newsletters}\n`,
  );
  return {
    root,
    write,
    article: (id, front, body = `What ${id} is about.`) =>
      write(`content/articles/${id}.md`, `---\nheadline: Headline of ${id}\n${front}\n---\n${body}\n`),
    compile: async (asOf) => {
      const { newsroom, problems } = await loadNewsroom(root);
      const moment = readMoment(asOf, smallZone);
      if (newsroom === null || moment === null) throw new Error(`The newsroom does not open: ${JSON.stringify(problems)}`);
      return compileEdition(newsroom, moment);
    },
    remove: () => rm(root, { recursive: true, force: true }),
  };
}
