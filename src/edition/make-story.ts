import type { Article, RelatedLink } from "../model/article.ts";
import type { SentCopy, StoryCopy } from "../model/copy.ts";
import type { Since, Story, StoryLink } from "../model/issue.ts";
import type { SentStory } from "../model/sent-issue.ts";
import { isoMoment, readMoment } from "../model/time.ts";

/** An article as an issue carries it: the issue's own words where it has some. */
export function makeStory(article: Article, own: Omit<StoryCopy, "id"> | null = null): Story {
  return {
    id: article.id,
    words: article.words,
    headline: own?.headline ?? article.headline,
    standfirst: own?.standfirst ?? article.standfirst,
    text: own?.text ?? null,
    address: article.address,
    section: article.section?.name ?? null,
    language: article.language,
    figure: article.figure,
    quotes: article.quotes.map(({ text, speaker }) => ({ text, speaker: speaker && { name: speaker.name, role: speaker.role } })),
    related: article.related.map(toStoryLink),
    short: own?.short ?? false,
    again: false,
    heeded: article.corrections.map(({ at }) => isoMoment(at)),
    since: { kind: "unchanged" },
  };
}

function toStoryLink(link: RelatedLink): StoryLink {
  switch (link.kind) {
    case "article":
      return { kind: "article", id: link.id, headline: link.headline, address: link.address };
    case "elsewhere": {
      const { headline, url, source, section, byline, published } = link;
      return { kind: "elsewhere", headline, url, source, section, byline, published };
    }
  }
}

/**
 * A story as it was sent, with what became of it since. Its picture is shown while the file is the same and the article that owns it is
 * out and still has the right to show it.
 * @param article as it stands now; `null` when it is not out
 */
export function storyAsSent(sent: SentStory, pictures: SentCopy["pictures"], article: Article | null, zone: string): Story {
  return {
    id: sent.id,
    words: sent.words,
    headline: sent.headline,
    standfirst: sent.standfirst,
    text: sent.text,
    address: sent.address,
    section: sent.section,
    language: sent.language,
    figure: sent.figure && figureAsSent(sent.figure, pictures, article),
    quotes: sent.quotes,
    related: sent.related.map((link) =>
      link.kind === "article" ? link : { ...link, published: link.published === null ? null : readMoment(link.published, zone) },
    ),
    short: sent.short,
    again: sent.again,
    heeded: sent.heeded,
    since: sinceSent(sent, article),
  };
}

function figureAsSent(
  { picture: was, ...figure }: NonNullable<SentStory["figure"]>,
  pictures: SentCopy["pictures"],
  article: Article | null,
): Story["figure"] {
  const owner = article?.figure?.picture?.hash === was?.hash ? article?.figure : null;
  const picture = was && owner ? (pictures.get(was.src) ?? null) : null;
  const { rights } = figure;
  return {
    ...figure,
    picture,
    rights: {
      site: rights.site && (owner?.rights.site ?? false),
      feeds: rights.feeds && (owner?.rights.feeds ?? false),
      mail: rights.mail && (owner?.rights.mail ?? false),
    },
  };
}

function sinceSent(sent: SentStory, article: Article | null): Since {
  if (article === null) return { kind: "gone" };
  const corrections = article.corrections.filter(({ at }) => !sent.heeded.includes(isoMoment(at)));
  if (corrections.length > 0) return { kind: "corrected", corrections };
  return article.words === sent.words ? { kind: "unchanged" } : { kind: "changed" };
}
