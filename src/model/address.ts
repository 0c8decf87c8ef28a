import type { DateTime } from "./time.ts";

// Every address of the publication is made here. All start with a slash, meaning the publication's root, which need not be the host's.

export function articleAddress(published: DateTime, slug: string): string {
  return `/${published.toFormat("yyyy")}/${published.toFormat("MM")}/${slug}/`;
}

export function sectionAddress(id: string): string {
  return `/sections/${id}/`;
}

export function topicAddress(id: string): string {
  return `/topics/${id}/`;
}

export function personAddress(id: string): string {
  return `/people/${id}/`;
}

export function languageAddress(id: string): string {
  return `/languages/${id}/`;
}

/** @param id empty for the list of all speakers */
export function speakerAddress(id: string): string {
  return id === "" ? "/speakers/" : `/speakers/${id}/`;
}

/** @param key `2026-11` */
export function monthAddress(key: string): string {
  return `/archive/${key.replace("-", "/")}/`;
}

export function newsletterAddress(id: string): string {
  return `/newsletters/${id}/`;
}

export function issueAddress(newsletter: string, date: string): string {
  return `/newsletters/${newsletter}/${date}/`;
}

/** The address of a list's page; the first has the list's own. */
export function pagedAddress(list: string, page: number): string {
  return page === 1 ? list : `${list}page/${page}/`;
}

/** Absolute address of what stands at `address` below a publication's `url` (which ends in a slash). */
export function absoluteUrl(url: string, address: string): string {
  return url + address.slice(1);
}

/** The publication's root for links within the site, without a slash at the end: empty at a host's root, `/paper` below it. */
export function siteRoot(url: string): string {
  return new URL(url).pathname.replace(/\/$/, "");
}

/** The publication's root for feeds and mail, without a slash at the end. */
export function absoluteRoot(url: string): string {
  return url.replace(/\/$/, "");
}

/** Permanent id of an article: a tag URI (RFC 4151) from the publication's authority and the article's id, nothing else. */
export function articleTag(authority: string, id: string): string {
  return `tag:${authority}:${encodeURIComponent(id)}`;
}
