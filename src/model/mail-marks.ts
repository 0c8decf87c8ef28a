// The neutral mail is the same for every reader. What is a reader's own stands in it as these marks, which sending replaces. No copy can
// bring one along: render breaks up every second % that stands beside another. In the HTML part the mark stands on the line that its
// attribute begins, in the text part alone on its line, so that no soft line end of quoted-printable (76 characters) falls into it.

/** Stands where each reader's own address to unsubscribe goes: in the HTML part as the value of an `href`, in the text part as a line. */
export const unsubscribeMark = "%%UNSUBSCRIBE%%";
