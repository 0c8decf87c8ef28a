import { absoluteUrl, personAddress } from "../model/address.ts";
import type { Article, Byline } from "../model/article.ts";
import type { Publication } from "../model/publication.ts";
import { isoMoment } from "../model/time.ts";

/** An article as schema.org NewsArticle, for search engines. */
export function describeArticle(article: Article, publication: Publication): object {
  const { figure } = article;
  return {
    "@context": "https://schema.org",
    "@type": "NewsArticle",
    headline: article.headline,
    description: article.standfirst ?? undefined,
    datePublished: isoMoment(article.published),
    dateModified: isoMoment(article.modified),
    inLanguage: article.language,
    mainEntityOfPage: article.url,
    articleSection: article.section?.name,
    keywords: article.topics.map((topic) => topic.name),
    author: article.byline.map((byline) => describeByline(byline, publication)),
    publisher: { "@type": "NewsMediaOrganization", name: publication.name, url: publication.url },
    image:
      figure?.picture && figure.rights.site
        ? {
            "@type": "ImageObject",
            url: absoluteUrl(publication.url, figure.picture.jpeg.address),
            width: figure.picture.jpeg.width,
            height: figure.picture.jpeg.height,
            caption: figure.caption ?? undefined,
            creditText: figure.credit ?? undefined,
          }
        : undefined,
    correction: article.corrections
      .filter((correction) => correction.kind !== "update")
      .map(({ at, text }) => ({ "@type": "CorrectionComment", datePublished: isoMoment(at), text })),
  };
}

function describeByline(byline: Byline, publication: Publication): object {
  switch (byline.kind) {
    case "person":
      return { "@type": "Person", name: byline.person.name, url: absoluteUrl(publication.url, personAddress(byline.person.id)) };
    case "guest":
      return { "@type": "Person", name: byline.name };
    case "agency":
      return { "@type": "Organization", name: byline.agency.name };
  }
}
