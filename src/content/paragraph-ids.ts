/** What a piece of parsed Markdown lets us see and set. */
interface Piece {
  readonly type: string;
  readonly content: string;
  readonly hidden: boolean;
  readonly attrSet: (name: string, value: string) => void;
}

/** The form of a paragraph's id: no raw HTML may carry another. */
export const paragraphId = /^p-[0-9a-z]{7}(?:-\d+)?$/;

/**
 * Gives every paragraph with words an id made from them: a link to it leads there for as long as the words stand, wherever they are moved to.
 * A paragraph of a list without blank lines has its id on the list's entry.
 * @returns the ids by the piece that holds the paragraph's words
 */
export function setParagraphIds<Token extends Piece>(tokens: readonly Token[]): ReadonlyMap<Token, string> {
  const ids = new Map<Token, string>();
  const given = new Map<string, number>();
  tokens.forEach((token, index) => {
    if (token.type !== "inline" || token.content === "") return;
    const paragraph = tokens[index - 1];
    if (paragraph?.type !== "paragraph_open") return;
    const holder = paragraph.hidden ? tokens[index - 2] : paragraph;
    if (holder === undefined || (holder !== paragraph && holder.type !== "list_item_open")) return;
    const name = `p-${nameOf(token.content)}`;
    const count = (given.get(name) ?? 0) + 1;
    given.set(name, count);
    const id = count === 1 ? name : `${name}-${count}`;
    holder.attrSet("id", id);
    ids.set(token, id);
  });
  return ids;
}

/** FNV-1a (Fowler, Noll, Vo) over the letters, in base 36: short, and the same on every machine. */
function nameOf(words: string): string {
  let hash = 0x811c9dc5;
  for (let at = 0; at < words.length; at += 1) hash = Math.imul(hash ^ words.charCodeAt(at), 0x01000193);
  return (hash >>> 0).toString(36).padStart(7, "0");
}
