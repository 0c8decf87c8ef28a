import { absoluteUrl, articleAddress } from "../model/address.ts";
import type { ArticleCopy } from "../model/copy.ts";

/** What articles link to among themselves. */
export interface OwnLinks {
  /** The article that stands at an absolute address, or stood there formerly. */
  readonly idAt: (url: string) => string | null;
  /** The articles that an article's text links to. */
  readonly linksFrom: (id: string) => ReadonlySet<string>;
}

/** Reads the links in the text of articles that are out, as far as they lead to others that are. */
export function findOwnLinks(copies: readonly ArticleCopy[], root: string): OwnLinks {
  const holders = new Map<string, string>();
  for (const { id, formerly } of copies) for (const old of formerly) holders.set(comparedPath(absoluteUrl(root, old)) ?? "", id);
  for (const { id, published, slug } of copies) holders.set(comparedPath(absoluteUrl(root, articleAddress(published, slug))) ?? "", id);
  const idAt = (url: string) => {
    const path = comparedPath(url);
    return path === null ? null : (holders.get(path) ?? null);
  };
  const links = new Map<string, ReadonlySet<string>>();
  for (const { id, bodyLinks, published, slug } of copies) {
    if (bodyLinks.length === 0) continue;
    const page = absoluteUrl(root, articleAddress(published, slug));
    const found = bodyLinks.flatMap((written) => {
      // An address that begins with a slash is below the publication's root, wherever that is.
      const absolute = written.startsWith("/") && !written.startsWith("//") ? absoluteUrl(root, written) : resolved(written, page);
      return (absolute === null ? null : idAt(absolute)) ?? [];
    });
    links.set(id, new Set(found.filter((other) => other !== id)));
  }
  return { idAt, linksFrom: (id) => links.get(id) ?? none };
}

const none: ReadonlySet<string> = new Set();

function resolved(address: string, page: string): string | null {
  return URL.canParse(address, page) ? new URL(address, page).href : null;
}

/** Host and path, without what makes no other page: the scheme, `www.`, a query, a fragment, `index.html`, the last slash. */
function comparedPath(url: string): string | null {
  if (!URL.canParse(url)) return null;
  const { protocol, host, pathname } = new URL(url);
  if (protocol !== "https:" && protocol !== "http:") return null;
  return `${host.replace(/^www\./, "")}${pathname.replace(/(?:index\.html)?$/, "").replace(/\/$/, "")}`;
}
