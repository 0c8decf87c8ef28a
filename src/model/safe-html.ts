/** HTML that has been cleaned and may stand in a page as it is. */
export type SafeHtml = string & { readonly __brand: "SafeHtml" };

/**
 * Cleaned HTML whose addresses inside the publication still lack their root. The place of the root is held by U+0000,
 * which no copy can contain, so the same body serves a site under a sub-path, a feed and a mail.
 */
export type OpenHtml = string & { readonly __brand: "OpenHtml" };

/** Stands where the publication's root goes in an OpenHtml. */
export const rootMark = "\u0000";

/** Gives a body its root: `/paper` for the site below a sub-path, `https://example.org/paper` for feeds and mail; no slash at the end. */
export function withRoot(html: OpenHtml, root: string): SafeHtml {
  return html.replaceAll(rootMark, root) as SafeHtml;
}
