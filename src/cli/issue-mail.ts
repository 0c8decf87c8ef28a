import { createHash } from "node:crypto";
import { composeMessage } from "../deliver/compose-message.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { templateFolders } from "../publish/template-folders.ts";
import { type Digest, renderDigest } from "../render/digest.ts";
import { makeTemplates, makeTextTemplates } from "../render/templates.ts";

/** The neutral mail of an issue, the same for every reader. */
export interface IssueMail {
  readonly digest: Digest;
  readonly eml: Uint8Array;
  /** SHA-256, in hex, of the two parts and of the whole. */
  readonly hashes: { readonly html: string; readonly text: string; readonly eml: string };
}

/** Makes the neutral mail of an issue, as `build` writes it to dist/mail. */
export async function issueMail(issue: Issue, edition: Edition, root: string): Promise<IssueMail> {
  const folders = templateFolders(root);
  const templates = makeTemplates(folders);
  // The style sheet is the web copy's, which is not wanted here.
  const digest = await renderDigest(issue, edition, { html: templates, text: makeTextTemplates(folders), web: templates }, { css: "" });
  const { html, text } = digest;
  const eml = await composeMessage({ issue, edition, html, text });
  return { digest, eml, hashes: { html: hash(html), text: hash(text), eml: hash(eml) } };
}

function hash(what: string | Uint8Array): string {
  return createHash("sha256").update(what).digest("hex");
}
