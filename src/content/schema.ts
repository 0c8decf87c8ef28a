import { z } from "zod";

/** A schema, and what it finds wrong. */
export type Schema = z.ZodType;
export type Checked<T extends Schema> = z.output<T>;
export type Mistake = z.core.$ZodIssue;

// What stands in front matter and settings, as text, lists and maps. What a text means (a date, a person) is read by the *-copy files.

const text = z.string().min(1);
const line = text.transform((words) => words.split(/\s+/).join(" "));
const maybe = <T extends z.ZodType>(schema: T) => schema.nullable().default(null);
const flag = z.enum(["true", "false", "yes", "no"]).transform((word) => word === "true" || word === "yes");
const count = z
  .string()
  .regex(/^\d{1,6}$/)
  .transform(Number);
const atLeastOne = count.refine((number) => number > 0);
const positive = z
  .string()
  .regex(/^[1-9]\d{0,5}$/)
  .transform(Number);
const oneOrMany = <T extends z.ZodType>(item: T) =>
  z.preprocess((value) => (value === undefined || Array.isArray(value) ? value : [value]), z.array(item).default([]));
const orMap = <T extends z.ZodType>(key: string, schema: T) =>
  z.preprocess((value) => (typeof value === "string" ? { [key]: value } : value), schema);

const rights = z.strictObject({ site: flag.default(true), feeds: flag.default(true), mail: flag.default(true), until: maybe(text) });
const figure = z.strictObject({
  src: maybe(text),
  alt: maybe(line),
  caption: maybe(line),
  credit: maybe(line),
  decorative: flag.default(false),
  rights: rights.prefault({}),
});
const byline = z.strictObject({ who: maybe(line), agency: maybe(line), name: maybe(line) });
const quote = z.strictObject({ text: line, speaker: maybe(line), role: maybe(line) });
const related = z.strictObject({
  id: maybe(text),
  headline: maybe(line),
  url: maybe(text),
  source: maybe(line),
  section: maybe(line),
  byline: maybe(line),
  published: maybe(text),
});
const kill = z.strictObject({ at: text, text: maybe(text) });
const correction = z.strictObject({ at: text, kind: z.enum(["correction", "clarification", "update"]).default("correction"), text });

const update = z.strictObject({ at: text, material: flag.default(false) });

/** The front matter of an article. */
export const articleSchema = z.strictObject({
  id: maybe(text),
  slug: maybe(text),
  headline: maybe(line),
  standfirst: maybe(line),
  published: maybe(text),
  updated: maybe(orMap("at", update)),
  section: maybe(line),
  topics: z.preprocess(
    (value) =>
      typeof value === "string"
        ? value
            .split(",")
            .map((word) => word.trim())
            .filter(Boolean)
        : value,
    z.array(line).default([]),
  ),
  byline: oneOrMany(orMap("who", byline)),
  dateline: maybe(line),
  figure: maybe(orMap("src", figure)),
  quotes: maybe(z.array(orMap("text", quote))),
  related: oneOrMany(orMap("id", related)),
  corrections: z.array(correction).default([]),
  lead: flag.default(false),
  status: z.enum(["draft", "published", "killed"]).default("published"),
  draft: flag.default(false),
  kill: maybe(orMap("at", kill)),
  embargo: maybe(text),
  language: maybe(text),
  canonical: maybe(text),
  formerly: oneOrMany(text),
  silence: oneOrMany(text),
});

/** What other generators' users call our keys. Nothing past this door knows these names. */
export const aliases: Readonly<Record<string, string>> = {
  title: "headline",
  date: "published",
  description: "standfirst",
  summary: "standfirst",
  excerpt: "standfirst",
  author: "byline",
  authors: "byline",
  tags: "topics",
  categories: "topics",
  lastmod: "updated",
  modified: "updated",
};

/** Those of the aliases that fit a page. */
export const pageAliases = Object.fromEntries(Object.entries(aliases).filter(([, key]) => key === "headline" || key === "standfirst"));

/** The front matter of a page that is no article. */
export const pageSchema = z.strictObject({ headline: maybe(line), standfirst: maybe(line), slug: maybe(text) });

const section = z.strictObject({ id: text, name: line, description: maybe(line) });
const person = z.strictObject({ id: text, name: line, role: maybe(line), email: maybe(text), bio: maybe(text) });
const agency = z.strictObject({ id: text, name: line });
const day = z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"]);
const schedule = z.strictObject({
  days: oneOrMany(day),
  at: z
    .string()
    .regex(/^(?:[01]\d|2[0-3]):[0-5]\d$/)
    .default("06:30"),
});
const select = z.strictObject({
  sections: maybe(z.array(text)),
  topics: maybe(z.array(text)),
  max: atLeastOne.default(10),
  min: count.default(1),
  short: count.default(0),
  lead: z.enum(["newest", "weight", "chosen"]).default("newest"),
  within: atLeastOne.default(30),
  except: oneOrMany(text),
});
const sponsorWords = {
  label: maybe(line),
  name: line,
  text,
  url: text,
  position: z.enum(["top", "after-lead", "end"]).default("after-lead"),
};
const sponsorSlot = z.strictObject({ ...sponsorWords, from: maybe(text), until: maybe(text) });
const savedFeed = z.strictObject({ file: text, source: maybe(line) });
const elsewhere = z.strictObject({ feeds: oneOrMany(orMap("file", savedFeed)), max: count.default(5) });
const dkim = z.strictObject({ domain: text, selector: text });
const sending = z.strictObject({
  unsubscribeUrl: maybe(text),
  unsubscribeMail: maybe(text),
  feedbackId: maybe(line),
  dkim: maybe(dkim),
  connections: atLeastOne.default(5),
  perSecond: maybe(atLeastOne),
  perSecondAndDomain: maybe(atLeastOne),
  within: atLeastOne.default(24),
  retryAfter: z.array(count).default([1, 5, 15]),
  stopAfter: atLeastOne.default(20),
});
const newsletter = z.strictObject({
  id: text,
  name: line,
  description: maybe(line),
  from: line,
  replyTo: maybe(line),
  schedule: schedule.prefault({}),
  select: select.prefault({}),
  elsewhere: maybe(elsewhere),
  sponsors: z.array(sponsorSlot).default([]),
  language: maybe(text),
  brief: atLeastOne.default(1000),
  intro: maybe(text),
  footer: maybe(text),
  sending: sending.prefault({}),
});
const colour = z.string().regex(/^#[0-9a-fA-F]{6}$/);
const contact = z.strictObject({ email: maybe(text), address: maybe(text) });
const colours = z.strictObject({
  ink: colour.default("#1b1f23"),
  paper: colour.default("#ffffff"),
  accent: colour.default("#a3262a"),
  sea: colour.default("#1f4e5f"),
});
const desk = z.strictObject({ silence: oneOrMany(text), acronyms: oneOrMany(text), onePerson: oneOrMany(line) });
const extent = z.enum(["full", "summary"]);
const ownFeed = z.strictObject({ feed: text, for: maybe(z.enum(["flipboard"])), items: maybe(positive), content: maybe(extent) });
const feeds = z.strictObject({
  items: positive.default(20),
  content: extent.default("full"),
  size: positive.default(1000),
  quietBelow: count.default(3),
  each: oneOrMany(orMap("feed", ownFeed)),
  hub: maybe(text),
});

/** `content/publication.yaml`. */
export const publicationSchema = z.strictObject({
  name: line,
  tagline: maybe(line),
  description: maybe(line),
  url: text,
  language: text,
  zone: text,
  rights: maybe(line),
  contact: contact.prefault({}),
  tag: maybe(text),
  logo: maybe(text),
  colours: colours.prefault({}),
  sections: z.array(section).min(1),
  people: z.array(person).default([]),
  agencies: z.array(agency).default([]),
  newsletters: z.array(newsletter).default([]),
  feeds: feeds.prefault({}),
  desk: desk.prefault({}),
  killNotice: flag.default(false),
});

const story = z.strictObject({ id: text, headline: maybe(line), standfirst: maybe(line), text: maybe(text), short: flag.default(false) });
const sponsor = z.strictObject(sponsorWords);
const headline = z.strictObject({ headline: line, url: text, source: line, standfirst: maybe(line), published: maybe(text) });

/** A frozen issue. */
export const issueSchema = z.strictObject({
  number: count,
  subject: line,
  preheader: maybe(line),
  intro: maybe(text),
  stories: z.array(orMap("id", story)).min(1),
  sponsor: maybe(sponsor),
  elsewhere: z.array(headline).default([]),
  corrections: z.array(correction).default([]),
  passedOver: maybe(z.array(text)),
});

// The record of what was sent is written by us, so a value that does not fit is damage, and what a later version adds is passed over.
const words = z.string().nullable();
const sentStory = z.object({
  id: z.string(),
  words: z.string(),
  headline: z.string(),
  standfirst: words,
  text: words,
  address: z.string(),
  section: words,
  language: z.string(),
  figure: z
    .object({
      picture: z.object({ src: z.string(), hash: z.string() }).nullable(),
      alt: z.string(),
      caption: words,
      credit: words,
      rights: z.object({ site: z.boolean(), feeds: z.boolean(), mail: z.boolean() }),
    })
    .nullable(),
  quotes: z.array(z.object({ text: z.string(), speaker: z.object({ name: z.string(), role: words }).nullable() })),
  related: z.array(
    z.discriminatedUnion("kind", [
      z.object({ kind: z.literal("article"), id: z.string(), headline: z.string(), address: z.string() }),
      z.object({
        kind: z.literal("elsewhere"),
        headline: z.string(),
        url: words,
        source: words,
        section: words,
        byline: words,
        published: words,
      }),
    ]),
  ),
  heeded: z.array(z.string()),
  short: z.boolean(),
  again: z.boolean(),
});
const sentSponsor = z
  .object({ label: words, name: z.string(), text: z.string(), url: z.string(), position: z.enum(["top", "after-lead", "end"]) })
  .nullable();
const sentElsewhere = z.array(z.object({ headline: z.string(), url: z.string(), source: z.string(), standfirst: words, published: words }));

/** `content/issues/<newsletter>/<date>.sent.json` */
export const sentIssueSchema = z.object({
  newsletter: z.string(),
  date: z.string(),
  at: z.string(),
  mail: z.object({ html: z.string(), text: z.string() }),
  number: z.number(),
  subject: z.string(),
  preheader: z.string(),
  intro: words,
  stories: z.array(sentStory),
  sponsor: sentSponsor,
  elsewhere: sentElsewhere,
  corrections: z.array(
    z.object({
      id: z.string(),
      headline: words,
      address: words,
      language: z.string(),
      at: z.string(),
      kind: z.enum(["correction", "clarification", "update"]),
      text: z.string(),
      carried: z.object({ number: z.number(), date: z.string() }),
    }),
  ),
  frozen: z.object({
    number: z.number(),
    subject: z.string(),
    preheader: words,
    intro: words,
    stories: z.array(z.object({ id: z.string(), headline: words, standfirst: words, text: words, short: z.boolean() })),
    sponsor: sentSponsor,
    elsewhere: sentElsewhere,
  }),
});

/** The keys known at a place in a file, by its way without the numbers: `newsletters.select`. */
export type KnownKeys = Readonly<Record<string, readonly string[]>>;

const keysOf = (schema: { readonly shape: object }) => Object.keys(schema.shape);

/** Keys known in an article, aliases too. */
export const articleKeys: KnownKeys = {
  "": [...keysOf(articleSchema), ...Object.keys(aliases)],
  figure: keysOf(figure),
  "figure.rights": keysOf(rights),
  updated: keysOf(update),
  byline: ["agency", "name"],
  quotes: keysOf(quote),
  related: keysOf(related),
  corrections: keysOf(correction),
  kill: keysOf(kill),
};

/** Keys known in a page, aliases too. */
export const pageKeys: KnownKeys = { "": [...keysOf(pageSchema), ...Object.keys(pageAliases)] };

/** Keys known in `publication.yaml`. */
export const publicationKeys: KnownKeys = {
  "": keysOf(publicationSchema),
  contact: keysOf(contact),
  colours: keysOf(colours),
  sections: keysOf(section),
  people: keysOf(person),
  agencies: keysOf(agency),
  newsletters: keysOf(newsletter),
  "newsletters.schedule": keysOf(schedule),
  "newsletters.select": keysOf(select),
  "newsletters.sponsors": keysOf(sponsorSlot),
  "newsletters.elsewhere": keysOf(elsewhere),
  "newsletters.elsewhere.feeds": keysOf(savedFeed),
  "newsletters.sending": keysOf(sending),
  "newsletters.sending.dkim": keysOf(dkim),
  feeds: keysOf(feeds),
  desk: keysOf(desk),
  "feeds.each": keysOf(ownFeed),
};

/** Keys known in an issue. */
export const issueKeys: KnownKeys = {
  "": keysOf(issueSchema),
  stories: keysOf(story),
  sponsor: keysOf(sponsor),
  corrections: keysOf(correction),
};

/** `content/issues/<newsletter>/skipped.yaml`: the reason by the day. */
export const skippedSchema = z.record(z.string().regex(/^\d{4}-\d{2}-\d{2}$/), line);
