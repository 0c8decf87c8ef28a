// Labels that papers everywhere put above a headline or on a card; other short labels are recognised by where they stand.
const labels = new Set(
  `news world africa america americas asia europe middle east uk us usa international national local politics business economy money markets finance sport sports football soccer
  athletics rugby cricket tennis entertainment culture arts lifestyle life health science technology tech environment climate education opinion editorial comment
  analysis features feature investigations counties county regional breaking latest video videos photos pictures podcasts travel food style fashion books film music
  tv showbiz crime courts court weather magazine weekend society religion energy agriculture farming property motoring cars real estate obituaries letters
  columnists blogs explainer fact check data home nation nairobi city cities region regions companies industry work careers family gender human rights diplomacy
  government parliament elections election security defence defense military war conflict top stories`.split(/\s+/),
);

/** Whether a short line reads as the label of a section: `Business`, `Health & Science`, `World`. */
export function isSectionLabel(text: string): boolean {
  if (text.length > 40) return false;
  const words = text
    .toLowerCase()
    .split(/[\s&/,|]+/)
    .filter((word) => word !== "" && word !== "and" && word !== "the");
  const path = words.length > 2 && words.slice(0, 2).every((word) => labels.has(word));
  return words.length > 0 && words.length <= 4 && (path || words.every((word) => labels.has(word)));
}
