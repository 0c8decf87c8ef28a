import { absoluteUrl, siteRoot } from "../model/address.ts";
import type { Redirect } from "../model/edition.ts";
import { escapeMarkup } from "./xml.ts";

/** The page left at an old address, for hosts that know no redirects: it leads on at once and says where to. */
export function renderRedirectPage(redirect: Redirect, url: string): string {
  const target = escapeMarkup(absoluteUrl(url, redirect.to));
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>Moved</title><link rel="canonical" href="${target}"><meta http-equiv="refresh" content="0; url=${target}"><meta name="robots" content="noindex"></head>
<body><p>This article has moved to <a href="${target}">${target}</a>.</p></body></html>
`;
}

/** The `_redirects` file that Netlify and Cloudflare read: one permanent redirect a line. */
export function renderRedirectsFile(redirects: readonly Redirect[], url: string): string {
  const root = siteRoot(url);
  return redirects.map(({ from, to }) => `${root}${from} ${root}${to} 301\n`).join("");
}
