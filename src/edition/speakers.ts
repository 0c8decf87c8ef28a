import { speakerAddress } from "../model/address.ts";
import type { Article, Speaker } from "../model/article.ts";
import type { ArticleCopy } from "../model/copy.ts";
import type { SpeakerListing } from "../model/edition.ts";
import { compareText } from "../model/problem.ts";
import { speakerId } from "./speaker-id.ts";

/** A quotation with its speaker, before the speakers of the edition are told apart. */
export interface Saying {
  readonly text: string;
  /** Offset into the article's text. */
  readonly start: number;
  readonly anchor: string | null;
  readonly speaker: Speaker;
}

/** All that one article quotes from one person. */
interface Part {
  readonly copy: ArticleCopy;
  readonly name: string;
  readonly role: string | null;
  readonly sayings: readonly Saying[];
}

/** Somebody, told apart from namesakes. */
interface Someone {
  readonly id: string;
  /** As the newest article spells it. */
  readonly name: string;
  /** Newest first. */
  readonly parts: readonly Part[];
}

/** Who speaks in an edition: the page of each in each article, and the listings once the articles are made. */
export interface Speakers {
  /** The address of the page of somebody whom an article quotes; `null` for who has none. */
  readonly pageOf: (copy: ArticleCopy, speaker: Speaker) => string | null;
  readonly list: (articles: readonly Article[]) => readonly SpeakerListing[];
}

/**
 * Tells the speakers of all articles apart. Within an article a name is one person; between articles it is one as long as the offices given have a
 * word in common, or the newsroom says so. Whoever is quoted without an office, where several of the name are known, could be any of them and is
 * given to none. Accents and hyphens make no other name; the end of somebody's longer name is a surname and no name in full.
 * @param quoted the articles, newest first, with all that each quotes
 * @param onePerson names that belong to one person, whatever offices the articles give
 */
export function tellSpeakers(
  quoted: readonly { readonly copy: ArticleCopy; readonly sayings: readonly Saying[] }[],
  onePerson: readonly string[] = [],
): Speakers {
  const byName = new Map<string, Part[]>();
  for (const { copy, sayings } of quoted) {
    for (const part of partsOf(copy, sayings)) {
      const known = byName.get(speakerId(part.name));
      if (known) known.push(part);
      else byName.set(speakerId(part.name), [part]);
    }
  }
  for (const id of [...byName.keys()]) {
    for (let at = id.indexOf("-"); at !== -1; at = id.indexOf("-", at + 1)) byName.delete(id.slice(at + 1));
  }
  const joined = new Set(onePerson.map(speakerId));
  const ids = new Set<string>();
  const people = [...byName].flatMap(([id, parts]) => tellApart(id, parts, joined.has(id), ids));
  const pages = new Map<string, string>();
  for (const { id, parts } of people) for (const { copy, name } of parts) pages.set(`${copy.id}\n${name}`, speakerAddress(id));
  return {
    pageOf: (copy, { name }) => pages.get(`${copy.id}\n${name}`) ?? null,
    list: (articles) => listings(people, articles),
  };
}

function partsOf(copy: ArticleCopy, sayings: readonly Saying[]): readonly Part[] {
  const byName = new Map<string, Saying[]>();
  for (const saying of sayings) {
    if (!isNamed(saying.speaker.name)) continue;
    const known = byName.get(saying.speaker.name);
    if (known) known.push(saying);
    else byName.set(saying.speaker.name, [saying]);
  }
  return [...byName].map(([name, own]) => ({
    copy,
    name,
    role: own.find(({ speaker }) => speaker.role !== null)?.speaker.role ?? null,
    sayings: own,
  }));
}

/** A name in full. “The mayor” and “a spokesman for the ministry” may be anybody, and a surname alone more than one. */
function isNamed(name: string): boolean {
  return /^\P{Ll}\S*\s+\S/u.test(name) && !/^(?:the|an?|one|another|some|several|two|three|many|his|her|their|its|our)\s/i.test(name);
}

function tellApart(nameId: string, parts: readonly Part[], joined: boolean, ids: Set<string>): readonly Someone[] {
  const groups: { readonly words: Set<string>; readonly parts: Part[] }[] = [];
  for (const part of parts) {
    if (part.role === null || joined) continue;
    const words = officeWords(part.role);
    const fitting = groups.filter((group) => [...words].some((word) => group.words.has(word)));
    const [first, ...others] = fitting;
    const group = first ?? { words: new Set<string>(), parts: [] };
    if (first === undefined) groups.push(group);
    for (const other of others) {
      for (const word of other.words) group.words.add(word);
      group.parts.push(...other.parts);
      groups.splice(groups.indexOf(other), 1);
    }
    for (const word of words) group.words.add(word);
    group.parts.push(part);
  }
  const unknown = joined ? parts : parts.filter(({ role }) => role === null);
  if (groups.length === 0) groups.push({ words: new Set(), parts: [] });
  const only = groups.length === 1 ? groups[0] : undefined;
  only?.parts.push(...unknown);
  // The name alone is the address of whoever was quoted first, so that it stays theirs whoever comes later.
  return groups
    .map((group) => ({ parts: group.parts.sort(newestFirst) }))
    .sort((a, b) => earliest(a.parts) - earliest(b.parts) || compareText(a.parts.at(-1)?.copy.id ?? "", b.parts.at(-1)?.copy.id ?? ""))
    .map((group, index) => ({
      id: free(index === 0 ? nameId : `${nameId}-${speakerId(group.parts.at(-1)?.role ?? "")}`, ids),
      name: group.parts[0]?.name ?? nameId,
      parts: group.parts,
    }));
}

function newestFirst(a: Part, b: Part): number {
  return b.copy.published.toMillis() - a.copy.published.toMillis() || compareText(a.copy.id, b.copy.id);
}

function earliest(parts: readonly Part[]): number {
  return parts.at(-1)?.copy.published.toMillis() ?? 0;
}

/** The words of an office that say which: not its rank. */
function officeWords(role: string): ReadonlySet<string> {
  const words = role.toLowerCase().match(/[\p{L}\p{M}]{4,}/gu) ?? [];
  const telling = words.filter(
    (word) => !/^(?:former|acting|deputy|chief|head|senior|local|with|from|that|whose|their|assistant|vice|late)$/.test(word),
  );
  return new Set(telling.length > 0 ? telling : [role.toLowerCase()]);
}

function free(id: string, ids: Set<string>): string {
  let name = id;
  for (let count = 2; ids.has(name); count += 1) name = `${id}-${count}`;
  ids.add(name);
  return name;
}

function listings(people: readonly Someone[], articles: readonly Article[]): readonly SpeakerListing[] {
  const made = new Map(articles.map((article) => [article.id, article]));
  const rolesOf = (parts: readonly Part[]) => [...new Set(parts.flatMap(({ role }) => role ?? []))];
  const byName = new Map<string, Someone[]>();
  for (const someone of people) {
    const name = speakerId(someone.name);
    byName.set(name, [...(byName.get(name) ?? []), someone]);
  }
  return people
    .map(
      ({ id, name, parts }): SpeakerListing => ({
        id,
        name,
        roles: rolesOf(parts),
        address: speakerAddress(id),
        spoken: parts.flatMap(({ copy, sayings }) => {
          const article = made.get(copy.id);
          return article ? [{ article, quotes: sayings.map(({ text, anchor }) => ({ text, anchor })) }] : [];
        }),
        count: parts.reduce((sum, { sayings }) => sum + sayings.length, 0),
        namesakes: (byName.get(speakerId(name)) ?? [])
          .filter((other) => other.id !== id)
          .map((other) => ({ address: speakerAddress(other.id), roles: rolesOf(other.parts) })),
      }),
    )
    .sort((a, b) => compareText(a.name, b.name) || compareText(a.id, b.id));
}
