import { absoluteRoot, absoluteUrl, pagedAddress, siteRoot } from "../model/address.ts";
import type { Article } from "../model/article.ts";
import type { Edition } from "../model/edition.ts";
import { directionOf } from "../model/language.ts";
import { withRoot } from "../model/safe-html.ts";
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

/** What every page's layout needs: language, title, address, feeds. */
export interface PageFrame {
  readonly address: string;
  readonly title: string;
  readonly description: string | null;
  readonly language?: string;
  /** The address whose feeds the page announces besides the whole publication's. */
  readonly feed?: { readonly address: string; readonly title: string } | null;
  readonly canonical?: string | null;
  readonly picture?: { readonly address: string; readonly width: number; readonly height: number; readonly alt: string } | null;
  readonly indexed?: boolean;
  readonly kind?: "article" | "website";
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
    absolute: (address: string) => absoluteUrl(publication.url, address),
    frame: {
      ...frame,
      language,
      direction: directionOf(language),
      feed: frame.feed ?? null,
      canonical: frame.canonical ?? absoluteUrl(publication.url, frame.address),
      picture: frame.picture ?? null,
      indexed: frame.indexed ?? true,
      kind: frame.kind ?? "website",
    },
    ...data,
  });
}

/** Every page of the site but the web copies of issues, each made only when asked for. */
export function renderPages(edition: Edition, templates: Templates, assets: Assets): readonly PageToRender[] {
  const { publication, articles } = edition;
  const pages: PageToRender[] = [];
  const page = (template: string, frame: PageFrame, data: object = {}) => {
    pages.push({ address: frame.address, render: () => renderPage(template, frame, data, edition, templates, assets) });
  };
  const list = (address: string, title: string, description: string | null, listed: readonly Article[], data: object, hasFeed: boolean) => {
    const last = Math.max(1, Math.ceil(listed.length / perPage));
    for (let number = 1; number <= last; number += 1) {
      page(
        "list",
        {
          address: pagedAddress(address, number),
          title: number === 1 ? title : `${title}, page ${number}`,
          description,
          feed: hasFeed ? { address, title } : null,
        },
        {
          heading: title,
          listed: listed.slice((number - 1) * perPage, number * perPage),
          number,
          last,
          earlier: number < last ? pagedAddress(address, number + 1) : null,
          later: number > 1 ? pagedAddress(address, number - 1) : null,
          bio: null,
          ...data,
        },
      );
    }
  };

  const lead =
    articles.find((article) => article.figure?.picture && article.figure.rights.site && article.language === publication.language) ??
    articles[0] ??
    null;
  const others = articles.filter((article) => article !== lead);
  page(
    "home",
    { address: "/", title: publication.name, description: publication.description },
    {
      lead,
      second: others.slice(0, 4),
      below: others.slice(4, 6),
      strips: edition.sections
        .map((listing) => ({ ...listing, articles: listing.articles.filter((article) => article !== lead).slice(0, 4) }))
        .filter((listing) => listing.articles.length > 0),
    },
  );
  for (const article of articles) {
    page(
      "article",
      {
        address: article.address,
        title: article.headline,
        description: article.standfirst ?? article.text.slice(0, 160),
        language: article.language,
        canonical: article.canonical,
        kind: "article",
        feed: article.section ? { address: `/sections/${article.section.id}/`, title: article.section.name } : null,
        picture: article.figure?.picture && article.figure.rights.site ? { ...article.figure.picture.jpeg, alt: article.figure.alt } : null,
      },
      { article, body: withRoot(article.body, siteRoot(publication.url)), structured: describeArticle(article, publication) },
    );
  }
  for (const { subject, address, articles: listed } of edition.sections)
    list(address, subject.name, subject.description, listed, { kicker: "Section" }, true);
  for (const { subject, address, articles: listed } of edition.topics)
    list(address, capital(subject.name), null, listed, { kicker: "Topic" }, false);
  page("people", { address: "/people/", title: "People", description: `Who writes ${publication.name}.` });
  for (const { subject, address, articles: listed } of edition.people) {
    list(address, subject.name, subject.bio, listed, { kicker: subject.role ?? "Writer", bio: subject.bio }, false);
  }
  page("archive", { address: "/archive/", title: "Archive", description: "Every month there is." });
  for (const month of edition.months)
    list(month.address, month.first.toFormat("MMMM yyyy"), null, month.articles, { kicker: "Archive" }, false);
  page("topics", { address: "/topics/", title: "Topics", description: "What the stories are about." });
  page("corrections", { address: "/corrections/", title: "Corrections", description: "What we got wrong, and what is right." });
  page(
    "feeds",
    { address: "/feeds/", title: "Follow us", description: "Feeds and newsletters." },
    { root: siteRoot(publication.url), absoluteRoot: absoluteRoot(publication.url) },
  );
  page("newsletters", { address: "/newsletters/", title: "Newsletters", description: "Our newsletters and every issue of them." });
  for (const issues of edition.newsletters) {
    page("newsletter", { address: issues.address, title: issues.newsletter.name, description: issues.newsletter.description }, issues);
  }
  for (const one of edition.pages) {
    page(
      "page",
      { address: one.address, title: one.headline, description: one.standfirst },
      { page: one, body: withRoot(one.body, siteRoot(publication.url)) },
    );
  }
  page("404", { address: "/404.html", title: "Not here", description: null, indexed: false });
  return pages;
}

function capital(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
