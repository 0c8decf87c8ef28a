// Unicode CLDR: scripts of these languages run from right to left.
const rightToLeft = new Set(["ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"]);

/** The direction a language is written in, by its BCP 47 tag. */
export function directionOf(language: string): "ltr" | "rtl" {
  return rightToLeft.has((language.split("-")[0] ?? "").toLowerCase()) ? "rtl" : "ltr";
}
