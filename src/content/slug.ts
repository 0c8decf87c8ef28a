import slugify from "@sindresorhus/slugify";

const longest = 80;
// One call costs most of a millisecond, and the same topics come back in every article.
const known = new Map<string, string>();

/** A name as the last part of an address: `Ferry fares to rise` is `ferry-fares-to-rise`. Empty when no letter can be written that way. */
export function slugOf(text: string): string {
  const found = known.get(text);
  if (found !== undefined) return found;
  const slug = cutAtHyphen(slugify(text.slice(0, longest * 4), { decamelize: false }));
  known.set(text, slug);
  return slug;
}

function cutAtHyphen(slug: string): string {
  if (slug.length <= longest) return slug;
  const end = slug.lastIndexOf("-", longest);
  return slug.slice(0, end > 0 ? end : longest);
}
