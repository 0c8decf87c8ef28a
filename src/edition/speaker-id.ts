const letters: Readonly<Record<string, string>> = {
  ß: "ss",
  æ: "ae",
  œ: "oe",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  ı: "i",
  ħ: "h",
  ŋ: "n",
};
const longest = 80;

/** A name as the last part of an address: `Rosa Brandão` is `rosa-brandao`. A name that Latin letters cannot write is told by a short hash. */
export function speakerId(name: string): string {
  const plain = name
    .normalize("NFKD")
    .toLowerCase()
    .replaceAll(/\p{M}/gu, "")
    .replaceAll(/[’'.]/g, "")
    .replaceAll(/[^a-z0-9]/g, (letter) => letters[letter] ?? (/[\p{L}\p{N}]/u.test(letter) ? "\u0000" : "-"));
  if (plain.includes("\u0000")) return `speaker-${hash(name.normalize("NFC"))}`;
  return plain.replaceAll(/-+/g, "-").slice(0, longest).replaceAll(/^-|-$/g, "") || `speaker-${hash(name)}`;
}

/** FNV-1a over the letters: short, and the same on every machine. */
function hash(text: string): string {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return (sum >>> 0).toString(36);
}
