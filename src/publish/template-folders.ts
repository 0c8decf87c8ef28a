import path from "node:path";
import { fileURLToPath } from "node:url";

const shipped = fileURLToPath(new URL("../../templates/", import.meta.url));

/** Where templates are looked for: the newsroom's own first, then those shipped. */
export function templateFolders(root: string): readonly string[] {
  return [path.join(root, "content", "_templates"), shipped];
}
