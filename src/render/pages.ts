import { absoluteUrl, languageAddress, pagedAddress, sectionAddress, siteRoot, speakerAddress } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { Edition, Month } from "../model/edition.ts";
import type { Issue } from "../model/issue.ts";
import { directionOf } from "../model/language.ts";
import { withRoot } from "../model/safe-html.ts";
import { fill, type Words, wordsOf } from "../model/words.ts";
import { correctionSubjects, feedSources } from "./feed-sources.ts";
import { frontPage, showsPicture } from "./front-page.ts";
import { feedGroups } from "./opml.ts";
import { proveHtml, type Quoted, quotedFrom, quotedIn } from "./prove-surfaces.ts";
import { describeArticle } from "./structured-data.ts";
import type { Templates } from "./templates.ts";

/** A page that is ready to be made: where it goes and how its HTML comes about. */
export interface PageToRender {
  readonly address: string;
  readonly render: () => string;
}

/** Addresses of what the pages need besides themselves. */
export interface Assets {
  /** The style sheet, below the publication's root. */
  readonly css: string;
}

/** How many articles one page of a list shows. */
const perPage = 30;
/** How many names one page of the list of speakers shows. */
const namesPerPage = 300;
/** How many of the newest stories may lend the front page a quotation. */
const onFront = 30;

/** A feed as a page names it. */
export interface PageFeed {
  /** The folder of its three documents. */
  readonly address: string;
  readonly title: string;
}

/** What every page's layout needs: language, title, address, feeds. */
export interface PageFrame {
  readonly address: string;
  readonly title: string;
  readonly description: string | null;
  readonly language?: string;
  /** The feeds that the page announces besides the whole publication's: first its own. */
  readonly feeds?: readonly PageFeed[];
  readonly canonical?: string | null;
  readonly picture?: { readonly address: string; readonly width: number; readonly height: number; readonly alt: string } | null;
  readonly indexed?: boolean;
  readonly kind?: "article" | "website";
  /** The section the page belongs to, marked in the navigation. */
  readonly section?: string | null;
}

/** Renders one page in the publication's layout. */
export function renderPage(
  template: string,
  frame: PageFrame,
  data: object,
  edition: Edition,
  templates: Templates,
  assets: Assets,
): string {
  const { publication } = edition;
  const root = siteRoot(publication.url);
  const language = frame.language ?? publication.language;
  return templates.render(`site/${template}.njk`, {
    publication,
    edition,
    root,
    css: root + assets.css,
    newest: edition.articles[0]?.published ?? null,
    home: { language: publication.language, direction: directionOf(publication.language), words: wordsOf(publication.language) },
    absolute: (address: string) => absoluteUrl(publication.url, address),
    frame: {
      ...frame,
      language,
      direction: directionOf(language),
      feeds: frame.feeds ?? [],
      canonical: frame.canonical ?? absoluteUrl(publication.url, frame.address),
      picture: frame.picture ?? null,
      indexed: frame.indexed ?? true,
      kind: frame.kind ?? "website",
      section: frame.section ?? null,
    },
    ...data,
  });
}

/** Every page of the site but the web copies of issues, each made only when asked for. */
export function renderPages(edition: Edition, templates: Templates, assets: Assets): readonly PageToRender[] {
  const { publication, articles } = edition;
  const { name } = publication;
  const words = wordsOf(publication.language);
  const root = siteRoot(publication.url);
  const feeds = new Map(feedSources(edition).map((source) => [source.address, source]));
  const feedsAt = (...addresses: readonly string[]) =>
    addresses.flatMap((address): PageFeed[] => {
      const found = feeds.get(address);
      return found ? [{ address, title: found.title }] : [];
    });
  const pages: PageToRender[] = [];
  const page = (template: string, frame: PageFrame, data: object = {}, quoted: Quoted | null = null) => {
    pages.push({
      address: frame.address,
      render: () => {
        const html = renderPage(template, frame, data, edition, templates, assets);
        if (quoted !== null) proveHtml(`site${frame.address}`, html, quoted);
        return html;
      },
    });
  };
  /** A list that goes over as many pages as it needs: what each page shows, and how it finds the others. */
  const paged = <Item>(address: string, items: readonly Item[], size: number) => {
    const addresses = pageAddresses(address, items.length, size);
    return addresses.map((own, index) => ({
      own,
      number: index + 1,
      addresses,
      items: items.slice(index * size, (index + 1) * size),
      earlier: addresses[index + 1] ?? null,
      later: addresses[index - 1] ?? null,
    }));
  };
  const list = ({ address, title, kicker, about, listed, section, archived }: List) => {
    for (const { own, number, items, ...rest } of paged(address, listed, perPage)) {
      page(
        "list",
        {
          address: own,
          title: numbered(title, number, words),
          description: about ?? fill(words.listAbout, { title, name }),
          feeds: feedsAt(address),
          section: section ?? null,
        },
        { heading: title, kicker, about: number === 1 ? about : null, listed: items, number, ...rest, archived: archived ?? false },
      );
    }
  };

  page(
    "home",
    { address: "/", title: publication.name, description: publication.description },
    frontPage(edition),
    quotedIn(articles.slice(0, onFront)),
  );
  for (const article of articles) {
    const { section, figure } = article;
    page(
      "article",
      {
        address: article.address,
        title: article.headline,
        description: article.standfirst ?? opening(article.text),
        language: article.language,
        canonical: article.canonical,
        kind: "article",
        section: section?.id ?? null,
        feeds: feedsAt(
          ...(section ? [sectionAddress(section.id)] : []),
          ...(article.language === publication.language ? [] : [languageAddress(article.language.toLowerCase())]),
        ),
        picture: figure?.picture && figure.rights.site ? { ...figure.picture.jpeg, alt: figure.alt } : null,
      },
      {
        article,
        pictured: showsPicture(article),
        body: withRoot(article.body, root),
        structured: describeArticle(article, publication),
      },
      quotedIn([article]),
    );
  }
  for (const { subject, address, articles: listed } of edition.sections)
    list({ address, title: subject.name, kicker: words.section, about: subject.description, listed, section: subject.id });
  for (const { subject, address, articles: listed } of edition.topics)
    list({ address, title: capital(subject.name), kicker: words.topic, about: null, listed });
  page("topics", { address: "/topics/", title: words.topics, description: words.topicsAbout });
  page("people", { address: "/people/", title: words.people, description: fill(words.peopleAbout, { name }) });
  for (const { subject, address, articles: listed } of edition.people)
    list({ address, title: subject.name, kicker: subject.role ?? words.writer, about: subject.bio, listed });
  for (const { subject, address, articles: listed } of edition.languages)
    list({ address, title: capital(subject.name), kicker: words.language, about: null, listed });
  for (const { own, number, items, ...rest } of paged(speakerAddress(""), edition.speakers, namesPerPage)) {
    const frame = { address: own, title: numbered(words.whoSaidWhat, number, words), description: fill(words.whoSaidWhatAbout, { name }) };
    page("speakers", frame, { listed: items, number, ...rest });
  }
  for (const speaker of edition.speakers) {
    const description = fill(words.saidBy, { speaker: speaker.name, name });
    for (const { own, number, items, ...rest } of paged(speaker.address, speaker.spoken, perPage)) {
      const frame = { address: own, title: numbered(speaker.name, number, words), description };
      page("speaker", frame, { speaker, spoken: items, number, ...rest }, quotedFrom(items));
    }
  }
  page("archive", { address: "/archive/", title: words.archive, description: words.archiveAbout }, { years: byYear(edition.months) });
  for (const { address, first, articles: listed } of edition.months) {
    const title = first.setLocale(publication.language).toFormat("LLLL yyyy");
    list({ address, title: capital(title), kicker: words.archive, about: null, listed, archived: true });
  }
  page(
    "corrections",
    {
      address: "/corrections/",
      title: words.corrections,
      description: words.correctionsAbout,
      feeds: feedsAt("/corrections/"),
    },
    { notes: correctionSubjects(edition) },
  );
  page("feeds", { address: "/feeds/", title: words.feeds, description: fill(words.feedsAbout, { name }) }, { groups: feedGroups(edition) });
  page("newsletters", { address: "/newsletters/", title: words.newsletters, description: fill(words.newslettersOf, { name }) });
  for (const issues of edition.newsletters) {
    const { address, newsletter } = issues;
    page(
      "newsletter",
      { address, title: newsletter.name, description: newsletter.description, feeds: feedsAt(address), language: newsletter.language },
      {
        newsletter,
        years: issuesByYear(issues.issues),
        words: wordsOf(newsletter.language),
      },
    );
  }
  for (const one of edition.pages)
    page("page", { address: one.address, title: one.headline, description: one.standfirst }, { page: one, body: withRoot(one.body, root) });
  page("404", { address: "/404.html", title: words.notHere, description: null, indexed: false });
  return pages;
}

/** The issues of a newsletter below their years, newest first. */
function issuesByYear(issues: readonly Issue[]): readonly { readonly year: string; readonly issues: readonly Issue[] }[] {
  const years = new Map<string, Issue[]>();
  for (const issue of issues) years.set(issue.date.slice(0, 4), [...(years.get(issue.date.slice(0, 4)) ?? []), issue]);
  return [...years].map(([year, below]) => ({ year, issues: below }));
}

/** A list of articles that goes over as many pages as it needs. */
interface List {
  readonly address: string;
  readonly title: string;
  readonly kicker: string;
  readonly about: string | null;
  readonly listed: readonly Article[];
  readonly section?: string;
  readonly archived?: boolean;
}

function pageAddresses(list: string, count: number, size = perPage): readonly string[] {
  return Array.from({ length: Math.max(1, Math.ceil(count / size)) }, (_, index) => pagedAddress(list, index + 1));
}

/** The months, newest first, below their years; each with all its pages, so that no story is more than three links from the front page. */
function byYear(months: readonly Month[]): readonly { readonly year: string; readonly months: readonly object[] }[] {
  const years = new Map<string, object[]>();
  for (const { key, first, address, articles } of months) {
    const year = key.slice(0, 4);
    const below = years.get(year) ?? [];
    below.push({ first, address, count: articles.length, addresses: pageAddresses(address, articles.length) });
    years.set(year, below);
  }
  return [...years].map(([year, below]) => ({ year, months: below }));
}

/** The first words of a text, for those who show a page by its description. */
function opening(text: string): string {
  const start = text.slice(0, 200).replaceAll(/\s+/g, " ").trim();
  if (start.length <= 160) return start;
  const words = start.slice(0, 160);
  const end = words.lastIndexOf(" ");
  return `${end > 0 ? words.slice(0, end) : Array.from(words).slice(0, -1).join("")}…`;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

function numbered(title: string, number: number, words: Words): string {
  return number === 1 ? title : fill(words.pageTitle, { title, number });
}
