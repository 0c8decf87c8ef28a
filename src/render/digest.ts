import { newsletterAddress } from "../model/address.ts";
import type { Edition } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { isoMoment } from "../model/time.ts";
import { renderBrief } from "./brief.ts";
import { digestFrame } from "./digest-frame.ts";
import { type DigestStory, digestStories } from "./digest-stories.ts";
import { issuePage } from "./issue-page.ts";
import { type Assets, renderPage } from "./pages.ts";
import { proveHtml, proveText, quotedInIssue } from "./prove-surfaces.ts";
import type { Templates } from "./templates.ts";
import { wrapText } from "./wrap-text.ts";
import { cleanText } from "./xml.ts";

/** An issue as its readers get it. */
export interface Digest {
  readonly html: string;
  readonly text: string;
  /** For chats and short messages. */
  readonly brief: string;
  /** The web copy, a page of the site; nothing personal is in it. */
  readonly web: string;
  /** What was left out of the mail so that Gmail does not cut it, in words. */
  readonly shortened: readonly string[];
}

/** Gives the HTML that an earlier build made of the same MJML, or has it made. */
export type KeepMail = (mjml: string, make: () => Promise<string>) => Promise<string>;

/** Gmail cuts a message at 102 kB; readers then lose the end, the link to unsubscribe with it. */
const mostBytes = 100_000;
const lineWidth = 72;

/**
 * Renders an issue: mail HTML through MJML, mail text from a template of its own, and the web copy.
 * @throws Error when a template gives MJML that MJML refuses; AlteredQuoteError when it alters what somebody said
 */
export async function renderDigest(
  issue: Issue,
  edition: Edition,
  templates: { readonly html: Templates; readonly text: Templates; readonly web: Templates },
  assets: Assets,
  keep: KeepMail = (_, make) => make(),
): Promise<Digest> {
  const { publication } = edition;
  const full = digestStories(issue, publication);
  const { html, shortened } = await fitHtml(full, (stories) => {
    const mjml = cleanText(templates.html.render("digest/digest.mjml.njk", digestFrame(issue, edition, stories)));
    return keep(mjml, () => toHtml(mjml));
  });
  const text = wrapText(templates.text.render("digest/digest.txt.njk", digestFrame(issue, edition, full)), lineWidth)
    .replaceAll(/\n{3,}/g, "\n\n")
    .trimEnd();
  const web = renderPage(
    "issue",
    {
      address: issue.address,
      title: issue.subject,
      feeds: [{ address: newsletterAddress(issue.newsletter.id), title: `${publication.name}: ${issue.newsletter.name}` }],
      description: issue.preheader || issue.intro,
      language: issue.newsletter.language,
    },
    issuePage(issue, edition),
    edition,
    templates.web,
    assets,
  );
  const quoted = quotedInIssue(issue);
  const name = `mail/${issue.newsletter.id}/${issue.kind === "draft" ? "next" : issue.date}`;
  proveHtml(`${name}.html`, html, quoted);
  proveText(`${name}.txt`, text, quoted);
  proveHtml(`site${issue.address}`, web, quoted);
  return { html, text: `${cleanText(text)}\n`, brief: renderBrief(issue, edition), web, shortened };
}

// In the order an editor would cut: what the reader misses least goes first, from the last story up.
const cuts: readonly { readonly what: string; readonly cut: (story: DigestStory) => DigestStory }[] = [
  { what: "the related links", cut: (story) => ({ ...story, related: [] }) },
  { what: "the quotes", cut: (story) => ({ ...story, quotes: [] }) },
  { what: "the standfirst", cut: (story) => ({ ...story, standfirst: null }) },
  { what: "all but the headline", cut: (story) => ({ ...story, short: true }) },
];

/** The mail with as few cuts as keep it whole. Each kind of cut is tried on more and more stories from the end, by halving, before the next kind begins. */
async function fitHtml(
  full: readonly DigestStory[],
  toMail: (stories: readonly DigestStory[]) => Promise<string>,
): Promise<{ readonly html: string; readonly shortened: readonly string[] }> {
  const fits = (mail: string) => Buffer.byteLength(mail) <= mostBytes;
  let stories = full;
  let html = await toMail(stories);
  const shortened: string[] = [];
  for (const { what, cut } of cuts) {
    if (fits(html)) break;
    const cutFrom = (first: number) => stories.map((story, at) => (at < first ? story : cut(story)));
    let first = 0;
    let beyond = stories.length;
    while (first < beyond) {
      const middle = (first + beyond + 1) >> 1;
      if (fits(await toMail(cutFrom(middle)))) first = middle;
      else beyond = middle - 1;
    }
    stories = cutFrom(first);
    html = await toMail(stories);
    const cutStories = full.slice(first).filter((story) => !story.short);
    const from = cutStories[0];
    if (from !== undefined)
      shortened.push(`${what} of ${cutStories.length} ${cutStories.length === 1 ? "story" : "stories"}, from “${from.headline}” on`);
  }
  if (!fits(html)) shortened.push(`not enough: ${Math.ceil(Buffer.byteLength(html) / 1000)} kB remain, and Gmail will cut the end`);
  return { html, shortened };
}

async function toHtml(mjml: string): Promise<string> {
  // MJML takes longer to load than to run: only a build with an issue pays for it.
  const { default: mjml2html } = await import("mjml");
  const { html } = await mjml2html(mjml, { validationLevel: "strict", fonts: {}, keepComments: false, actualPath: "digest" });
  // MJML indents deeply: a third of the mail would be blanks, and Gmail counts them.
  return html
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "")
    .join("\n");
}

/** An issue's mail as data: what `<date>.json` holds. */
export function digestJson(issue: Issue, edition: Edition): object {
  return {
    newsletter: issue.newsletter.id,
    kind: issue.kind,
    number: issue.number,
    date: issue.date,
    goesOut: isoMoment(issue.moment),
    subject: issue.subject,
    preheader: issue.preheader,
    intro: issue.intro,
    url: issue.url,
    stories: digestStories(issue, edition.publication).map(
      ({ id, short, again, headline, url, picture, caption, credit, standfirst, text, quotes, related }) => ({
        id,
        short,
        again,
        headline,
        url,
        picture,
        caption,
        credit,
        standfirst,
        text,
        quotes,
        related,
      }),
    ),
    sponsor: issue.sponsor,
    elsewhere: issue.elsewhere.map((item) => ({ ...item, published: item.published && isoMoment(item.published) })),
    corrections: issue.corrections.map((correction) => ({ ...correction, at: isoMoment(correction.at) })),
  };
}
