/** Escapes plain text so that Markdown shows it verbatim: as one paragraph, with no emphasis, links, lists or HTML. */
export function escapeMarkdown(text: string): string {
  const line = text.replace(/[\r\n\u0085\u2028\u2029]+/g, " ").trim();
  const inline = line
    .replace(/\\(?=[!-/:-@[-`{-~]|$)/g, "\\\\")
    .replace(/[*`[]|~(?=~)|(?<=~)~|<(?=[a-z/!?])|&(?=#?\w{1,32};)/gi, "\\$&")
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, "\\_")
    .replace(/(?<![a-z])(https?|ftp|mailto|tel):(?=\S)/gi, "$1\\:");
  return inline
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-+](?=[\s-]|$)|=+$)/, "\\$&")
    .replace(/^(\d{1,9})([.)])(?=\s|$)/, "$1\\$2")
    .replace(/(\s)(#+)$/, "$1\\$2");
}
