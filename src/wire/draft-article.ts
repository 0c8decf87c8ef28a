import { readDateline } from "./dateline.ts";
import { escapeMarkdown } from "./escape-markdown.ts";
import type { ParsedWire, WireBlock, WireName } from "./parsed-wire.ts";

/** One name in the front matter: a guest by name, or an agency. */
export type DraftByline = { readonly name: string } | { readonly agency: string };

/** A headline elsewhere, as the front matter keeps it. */
export interface DraftRelated {
  readonly headline: string;
  readonly section?: string;
  readonly byline?: string;
  readonly published?: string;
}

/** Front matter with the keys of the content format; what is not known is left out. */
export interface DraftFront {
  readonly headline: string;
  readonly standfirst?: string;
  readonly published?: string;
  readonly updated?: string;
  readonly byline?: readonly DraftByline[];
  readonly dateline?: string;
  readonly figure?: { readonly caption?: string; readonly credit?: string };
  readonly related?: readonly DraftRelated[];
}

/** An article an editor can correct: front matter, Markdown, and what is still to decide, in whole sentences. Or why there is none. */
export type DraftArticle =
  | { readonly kind: "article"; readonly front: DraftFront; readonly body: string; readonly decisions: readonly string[] }
  | { readonly kind: "refused"; readonly reason: string };

/** Turns parsed copy into an article draft. Only what is certain or proposed goes into the front matter; the rest becomes a decision. */
export function draftArticle(wire: ParsedWire, options: { readonly zone: string }): DraftArticle {
  if (wire.refusal) return { kind: "refused", reason: `${wire.refusal.message} ${wire.refusal.hint}` };
  const place = wire.dateline === null ? null : readDateline(wire.body[0] ?? "");
  const front: DraftFront = {
    headline: wire.headline ?? firstWords(wire.body[0] ?? wire.text),
    ...(wire.standfirst === null ? {} : { standfirst: wire.standfirst }),
    ...(wire.published?.iso ? { published: wire.published.iso } : {}),
    ...(wire.updated?.iso && wire.updated.iso !== wire.published?.iso ? { updated: wire.updated.iso } : {}),
    ...(wire.byline === null ? {} : { byline: wire.byline.map(toByline) }),
    ...(wire.dateline === null ? {} : { dateline: wire.dateline }),
    ...figureOf(wire),
    ...(wire.related.length === 0 ? {} : { related: wire.related.map(toRelated) }),
  };
  const blocks = place ? withoutDateline(wire.blocks, place.length) : wire.blocks;
  return { kind: "article", front, body: toMarkdown(blocks), decisions: decide(wire, options.zone, place !== null) };
}

// Without a headline the file still needs a name; the decision says that it is none.
function firstWords(text: string): string {
  const words = text.slice(0, 400).trim().split(/\s+/);
  return words.length > 10 ? `${words.slice(0, 10).join(" ")} …` : words.join(" ");
}

const toByline = (name: WireName): DraftByline => (name.kind === "agency" ? { agency: name.name } : { name: name.name });

function figureOf(wire: ParsedWire): Pick<DraftFront, "figure"> {
  if (!wire.figure) return {};
  const { caption, credit } = wire.figure;
  return { figure: { ...(caption === null ? {} : { caption }), ...(credit === null ? {} : { credit }) } };
}

function toRelated(item: ParsedWire["related"][number]): DraftRelated {
  return {
    headline: item.headline,
    ...(item.section === null ? {} : { section: item.section }),
    ...(item.byline === null ? {} : { byline: item.byline }),
    ...(item.published?.iso ? { published: item.published.iso } : {}),
  };
}

// The dateline becomes a field of its own and would otherwise be printed twice.
function withoutDateline(blocks: readonly WireBlock[], length: number): readonly WireBlock[] {
  const at = blocks.findIndex((block) => block.kind !== "subhead");
  return blocks.map((block, index) => (index === at ? { ...block, text: block.text.slice(length) } : block));
}

function toMarkdown(blocks: readonly WireBlock[]): string {
  const parts: string[] = [];
  blocks.forEach((block, at) => {
    const follows = block.kind === "list-item" && blocks[at - 1]?.kind === "list-item";
    if (at > 0) parts.push(follows ? "\n" : "\n\n");
    parts.push(markdownOf(block));
  });
  return parts.length === 0 ? "" : `${parts.join("")}\n`;
}

function markdownOf(block: WireBlock): string {
  const text = escapeMarkdown(block.text);
  switch (block.kind) {
    case "subhead":
      return `## ${text}`;
    case "list-item":
      return `- ${text}`;
    case "quote":
    case "embed":
      return `> ${text}`;
    case "paragraph":
      return text;
  }
}

function decide(wire: ParsedWire, zone: string, datelineMoved: boolean): readonly string[] {
  const decisions: string[] = [];
  for (const doubt of wire.ambiguities) {
    const readings = doubt.readings.map((reading, at) => `(${at + 1}) ${reading}`).join(" ");
    const where = doubt.lines.length === 0 ? "" : ` (Line ${doubt.lines.join(", ")} of the copy.)`;
    decisions.push(`${doubt.message}${readings === "" ? "" : ` It can be read as: ${readings}`}${where}`);
  }
  if (wire.published === null)
    decisions.push("The copy gives no date, so `published:` holds the day of the capture, or today. Write the right one.");
  else if (wire.published.iso && wire.published.precision !== "minute" && wire.published.iso.length === 10) {
    decisions.push(
      `Only a day is known for \`published:\`, so it counts as the first minute of that day in ${zone}. Add the time if you know it.`,
    );
  }
  if (wire.byline === null && !wire.ambiguities.some((doubt) => doubt.field === "byline"))
    decisions.push("The copy names no author. Write `byline:`, or leave it out.");
  if (wire.byline === null && wire.source !== null)
    decisions.push(`The copy names ${wire.source} as its source. Write \`byline: [{ agency: ${wire.source} }]\` if the story is theirs.`);
  const affiliated = wire.byline?.filter((name) => name.affiliation !== null) ?? [];
  for (const name of affiliated)
    decisions.push(`${name.name} is named with ${name.affiliation}. Add the agency to the byline if your agreement asks for it.`);
  if (wire.figure) decisions.push(pictureDecision(wire.figure.caption !== null));
  if (wire.figure && wire.figure.credit === null) decisions.push("The caption has no credit. Write `credit:` below `figure:`.");
  if (wire.figures.length > 1)
    decisions.push(
      `${wire.figures.length - 1} more ${wire.figures.length === 2 ? "caption was" : "captions were"} in the copy and left out: ${wire.figures
        .slice(1)
        .map((figure) => `“${figure.caption ?? figure.credit ?? ""}”`)
        .join("; ")}.`,
    );
  if (datelineMoved) decisions.push("The dateline was taken out of the first paragraph, because it is printed from `dateline:`.");
  const label = wire.section ?? wire.kicker;
  decisions.push(
    label === null
      ? "The copy names no section. Write `section:` with the id of one of yours."
      : `The copy stood under “${label}”. Write \`section:\` with the id of the section it belongs to.`,
  );
  return decisions;
}

function pictureDecision(captioned: boolean): string {
  const words = captioned ? "A caption came" : "A picture credit came";
  return `${words} without a picture. Put the picture into \`images/\` and add \`src:\` and \`alt:\` below \`figure:\`, or delete \`figure:\`.`;
}
