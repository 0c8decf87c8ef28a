import { articleAddress } from "../model/address.ts";
import type { ArticleCopy } from "../model/copy.ts";
import { compareText, type Problem } from "../model/problem.ts";

/** Two articles with one id or one address, and old addresses that are still in use: readers could not tell which is meant. */
export function checkAddresses(articles: readonly ArticleCopy[]): readonly Problem[] {
  const problems: Problem[] = [];
  const ids = new Map<string, ArticleCopy>();
  const addresses = new Map<string, ArticleCopy>();
  const byFile = [...articles].sort((a, b) => compareText(a.file, b.file));
  for (const copy of byFile) {
    const sameId = ids.get(copy.id);
    if (sameId) {
      problems.push({
        code: "id-twice",
        severity: "error",
        place: copy.place(["id"]),
        message: `Two articles have the id “${copy.id}”; the other is ${sameId.file}.`,
        hint: "Give the newer one an `id:` of its own. Leave the older one's as it is: feeds and issues know it by that.",
      });
    } else ids.set(copy.id, copy);

    const address = articleAddress(copy.published, copy.slug);
    const sameAddress = addresses.get(address);
    if (sameAddress) {
      problems.push({
        code: "address-twice",
        severity: "error",
        place: copy.place(["slug"]),
        message: `Two articles would stand at ${address}; the other is ${sameAddress.file}.`,
        hint: "Give one of them a `slug:` of its own.",
      });
    } else addresses.set(address, copy);
  }
  const formerly = new Map<string, ArticleCopy>();
  for (const copy of byFile) {
    copy.formerly.forEach((old, index) => {
      const taken = addresses.get(old) ?? formerly.get(old);
      if (taken) {
        problems.push({
          code: "old-address-taken",
          severity: "error",
          place: copy.place(["formerly", index]),
          message: `The old address ${old} belongs to ${taken.file} as well.`,
          hint: "Remove it here, or give the other article another address.",
        });
      } else formerly.set(old, copy);
    });
  }
  return problems;
}
