import type { Edition } from "../model/edition.ts";
import { readMailbox } from "../model/mailbox.ts";

/** Mail addresses stand in the site that neither the copy nor a setting made public. The message says where. */
export class PrivateAddressError extends Error {
  override readonly name = "PrivateAddressError";
}

/** Looks through what is to be published for mail addresses of people who never meant to be there: readers above all. */
export interface AddressScan {
  /** @param name below the output folder, with forward slashes */
  readonly look: (name: string, bytes: Uint8Array) => void;
  /** @throws PrivateAddressError naming files, not addresses */
  readonly finish: () => void;
}

const at = "@".charCodeAt(0);
const addresses =
  /(?<![\w@/.%+'-])[a-z0-9][\w.%+'-]*@[a-z0-9-]+(?:\.[a-z0-9-]+)*\.(?!(?:png|jpe?g|webp|svg|gif|avif|css|m?js)\b)[a-z]{2,}/gi;
const readable = /\.(?:html|xml|json|txt|opml|webmanifest|js|css)$|\/_redirects$/;
const mostShown = 10;

/** A scan of `site/`. Public are the addresses in settings that are there for readers, and those that editors wrote into their copy. */
export function scanAddresses(edition: Edition): AddressScan {
  const known = settingsAddresses(edition);
  const found = new Map<string, string>();
  return {
    look: (name, bytes) => {
      if (!name.startsWith("site/") || !readable.test(name) || !bytes.includes(at)) return;
      for (const [address] of Buffer.from(bytes).toString("utf8").matchAll(addresses)) {
        const key = address.toLowerCase();
        if (!known.has(key) && !found.has(key)) found.set(key, name);
      }
    },
    finish: () => {
      if (found.size === 0) return;
      // All copy is read only when something is in doubt: in most papers nothing ever is.
      const { articles, pages, corrections, newsletters } = edition;
      const issues = newsletters.map((newsletter) => newsletter.issues);
      for (const text of textsIn([articles, pages, corrections, issues]))
        for (const [address] of text.matchAll(addresses)) found.delete(address.toLowerCase());
      if (found.size > 0) throw new PrivateAddressError(describe(found));
    },
  };
}

function settingsAddresses({ publication }: Edition): ReadonlySet<string> {
  const { contact, people, newsletters } = publication;
  const mailboxes = newsletters.flatMap(({ from, replyTo, sending }) => [from, replyTo, sending.unsubscribeMail]);
  const all = [
    contact.email,
    ...people.map(({ email }) => email),
    ...mailboxes.map((text) => (text === null ? null : (readMailbox(text)?.address ?? text))),
  ];
  return new Set(all.flatMap((address) => (address === null ? [] : [address.toLowerCase()])));
}

// What these lead to comes from publication.yaml, where an address has a key of its own.
const settings = new Set(["section", "byline", "topics", "newsletter", "person"]);

function* textsIn(value: unknown): Generator<string> {
  if (typeof value === "string") {
    if (value.includes("@")) yield value;
    return;
  }
  if (typeof value !== "object" || value === null) return;
  if (!Array.isArray(value) && Object.getPrototypeOf(value) !== Object.prototype) return;
  for (const [key, inner] of Object.entries(value)) if (!settings.has(key)) yield* textsIn(inner);
}

function describe(found: ReadonlyMap<string, string>): string {
  const lines = [...found]
    .slice(0, mostShown)
    .map(([address, name]) => `  ${name}: ${address[0]}…@${address.slice(address.indexOf("@") + 1)}`);
  return [
    "Mail addresses stand in the site that nothing made public:",
    ...lines,
    ...(found.size > mostShown ? [`  … and ${found.size - mostShown} more`] : []),
    "Remove them from publication.yaml or the template they come from. One that readers may have belongs under `contact:`, `people:` or a newsletter’s `from:`, or into an article or a page.",
  ].join("\n");
}
