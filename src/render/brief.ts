import { absoluteUrl } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { mailWords } from "./digest-words.ts";

/**
 * The issue in brief, for chats and short messages: its name, then number, headline and address of as many stories as fit, whole, then the
 * address of the issue. Characters are counted as UTF-16 units, which is how messages in scripts beyond Latin are charged.
 */
export function renderBrief(issue: Issue, edition: Edition): string {
  const { publication } = edition;
  const { newsletter } = issue;
  const head = `${mailWords(newsletter.name)}, ${issue.date}`;
  const last = issue.kind === "draft" ? publication.url : issue.url;
  const entries = issue.stories.map(
    ({ headline, address }, index) => `${index + 1}. ${mailWords(headline)}\n${absoluteUrl(publication.url, address)}`,
  );
  for (let count = entries.length; count > 0; count -= 1) {
    const text = [head, ...entries.slice(0, count), ...(count < entries.length ? [last] : [])].join("\n\n");
    if (text.length <= newsletter.brief) return `${text}\n`;
  }
  // Too short a limit for the first story: what can be whole is the way to it.
  return `${last}\n`;
}
