import { readFile } from "node:fs/promises";
import path from "node:path";
import type { ElsewhereCopy } from "../model/copy.ts";
import type { ElsewhereItem } from "../model/elsewhere.ts";
import { compareText, type Problem, wholeFile } from "../model/problem.ts";
import type { Publication } from "../model/publication.ts";
import { readSavedFeed } from "./saved-feed.ts";

/** Where a newsroom keeps other people's feeds. */
export const savedFeedFolder = "content/elsewhere";
const mostBytes = 10_000_000;

/** The headlines that newsletters may take from saved feeds. A feed that cannot be read is a problem and gives none; the newsletter goes out without it. */
export async function readElsewhere(root: string, publication: Publication, problems: Problem[]): Promise<readonly ElsewhereCopy[]> {
  const wanting = publication.newsletters.flatMap((newsletter) => (newsletter.elsewhere ? [{ newsletter, ...newsletter.elsewhere }] : []));
  const read = new Map<string, Promise<readonly ElsewhereItem[]>>();
  return Promise.all(
    wanting.map(async ({ newsletter, feeds }) => {
      const lists = await Promise.all(
        feeds.map(async ({ file, source }) => {
          const items = read.get(file) ?? readItems(root, `${savedFeedFolder}/${file}`, publication.zone, problems);
          read.set(file, items);
          return (await items).map((item) => ({ ...item, source: source ?? item.source }));
        }),
      );
      return { newsletter: newsletter.id, items: fold(lists.flat()) };
    }),
  );
}

async function readItems(root: string, file: string, zone: string, problems: Problem[]): Promise<readonly ElsewhereItem[]> {
  const bytes = await readFile(path.join(root, file));
  const feed = bytes.length > mostBytes ? null : readSavedFeed(decode(bytes), zone);
  if (feed === null) {
    problems.push({
      code: "saved-feed-unreadable",
      severity: "warning",
      place: wholeFile(file),
      message: "This is no RSS, Atom or JSON feed that can be read, so it gives no headlines.",
      hint: "Open its address in a browser and save it again. A server that was busy may have sent an error page in its place.",
    });
    return [];
  }
  const items = feed.items.flatMap(({ headline, url, standfirst, published }): ElsewhereItem[] =>
    headline === null || url === null
      ? []
      : [{ headline, url: untracked(url), standfirst, published, source: feed.title ?? new URL(url).host }],
  );
  const passedOver = feed.items.length - items.length;
  const undated = items.filter(({ published }) => published === null).length;
  if (passedOver > 0) {
    problems.push({
      code: "saved-feed-items",
      severity: "warning",
      place: wholeFile(file),
      message: `${passedOver} of the ${feed.items.length} items in this feed have no headline or no address on the web, and were passed over.`,
      hint: "If they are wanted, add them to an article's related links by hand, or ask who publishes the feed to mend it.",
    });
  }
  if (undated > 0) {
    problems.push({
      code: "saved-feed-undated",
      severity: "warning",
      place: wholeFile(file),
      message: `${undated} of the ${feed.items.length} items in this feed have no date that can be read, so no issue takes them.`,
      hint: "Ask who publishes the feed to give its items dates.",
    });
  }
  return items;
}

// An encoding other than UTF-8 is named by the XML declaration, which is ASCII in all that are in use.
function decode(bytes: Buffer): string {
  const named = /^<\?xml[^>]*\bencoding=["']([\w-]+)["']/.exec(bytes.subarray(0, 200).toString("latin1"))?.[1];
  try {
    return new TextDecoder(named ?? "utf-8").decode(bytes);
  } catch {
    return new TextDecoder("utf-8").decode(bytes);
  }
}

/** An address without what only tells its owner where readers came from. */
function untracked(address: string): string {
  const url = new URL(address);
  for (const name of [...url.searchParams.keys()]) if (/^(?:utm_\w+|fbclid|gclid|mc_[ce]id)$/i.test(name)) url.searchParams.delete(name);
  return url.href;
}

/** Each address once, newest first; what has no date comes last, and what is left equal goes by address. */
function fold(items: readonly ElsewhereItem[]): readonly ElsewhereItem[] {
  const millis = ({ published }: ElsewhereItem) => published?.toMillis() ?? Number.NEGATIVE_INFINITY;
  const sorted = [...items].sort((a, b) => {
    const [one, other] = [millis(a), millis(b)];
    return one === other ? compareText(a.url, b.url) || compareText(a.source, b.source) : other - one;
  });
  const seen = new Set<string>();
  return sorted.filter(({ url }) => {
    const key = url
      .replace(/^https?:/, "")
      .replace(/#.*$/, "")
      .replace(/\/$/, "");
    return seen.has(key) ? false : seen.add(key);
  });
}
