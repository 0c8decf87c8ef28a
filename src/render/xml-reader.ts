import { isClean } from "./xml.ts";

/** An element as an XML reader finds it, with its own text and what is inside it. */
export interface XmlElement {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlElement[];
  /** Its own text, markup resolved; not that of its children. */
  readonly text: string;
}

interface Open {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: XmlElement[];
  text: string;
}

const tag = /<(\/?)([A-Za-z_][\w.-]*(?::[A-Za-z_][\w.-]*)?)((?:\s+[A-Za-z_][\w:.-]*="[^"<]*")*)\s*(\/?)>/y;
const attribute = /([\w:.-]+)="([^"]*)"/g;
const entities: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"', apos: "'" };

/**
 * Reads XML strictly, as readers do that show nothing of a feed with one wrong character in it. It knows what our feeds are made of: elements,
 * attributes, text, CDATA, comments, characters by number, and the five entities that XML itself has.
 * @throws SyntaxError where the text is not well-formed
 */
export function readXml(xml: string): XmlElement {
  if (!isClean(xml)) throw new SyntaxError("There is a character that XML cannot hold.");
  const top: Open = { name: "", attributes: {}, children: [], text: "" };
  const stack: Open[] = [top];
  let at = xml.startsWith("<?xml ") ? xml.indexOf("?>") + 2 : 0;
  while (at < xml.length) {
    const inside = stack.at(-1) ?? top;
    if (xml.startsWith("<![CDATA[", at)) {
      const end = xml.indexOf("]]>", at);
      if (end === -1) throw wrong("A CDATA section has no end", xml, at);
      inside.text += xml.slice(at + 9, end);
      at = end + 3;
    } else if (xml.startsWith("<!--", at)) {
      const end = xml.indexOf("--", at + 4);
      if (end === -1 || xml[end + 2] !== ">") throw wrong("A comment has no proper end", xml, at);
      at = end + 3;
    } else if (xml[at] === "<") {
      tag.lastIndex = at;
      const [whole, closing, name = "", written = "", alone] = tag.exec(xml) ?? [];
      if (whole === undefined) throw wrong("There is a bare < or a broken tag", xml, at);
      if (closing) {
        if (stack.length === 1 || inside.name !== name) throw wrong(`</${name}> ends nothing`, xml, at);
        stack.pop();
        (stack.at(-1) ?? top).children.push(inside);
      } else {
        const element: Open = { name, attributes: readAttributes(written, xml, at), children: [], text: "" };
        if (alone) inside.children.push(element);
        else stack.push(element);
      }
      at += whole.length;
    } else {
      const next = xml.indexOf("<", at);
      const end = next === -1 ? xml.length : next;
      const text = xml.slice(at, end);
      if (text.includes("]]>")) throw wrong("There is a bare ]]>", xml, at);
      inside.text += decode(text, xml, at);
      at = end;
    }
  }
  const root = top.children[0];
  if (stack.length !== 1) throw wrong(`<${stack.at(-1)?.name}> has no end`, xml, at);
  if (root === undefined || top.children.length !== 1 || top.text.trim() !== "") throw wrong("There is not one root element", xml, at);
  return root;
}

/** The first child of that name. */
export function childOf(element: XmlElement, name: string): XmlElement | undefined {
  return element.children.find((child) => child.name === name);
}

/** All children of that name. */
export function childrenOf(element: XmlElement, name: string): readonly XmlElement[] {
  return element.children.filter((child) => child.name === name);
}

function readAttributes(written: string, xml: string, at: number): Readonly<Record<string, string>> {
  if (written === "") return {};
  const attributes: Record<string, string> = {};
  for (const [, name = "", value = ""] of written.matchAll(attribute)) {
    if (Object.hasOwn(attributes, name)) throw wrong(`The attribute ${name} is given twice`, xml, at);
    attributes[name] = decode(value, xml, at);
  }
  return attributes;
}

function decode(text: string, xml: string, at: number): string {
  if (!text.includes("&")) return text;
  return text.replaceAll(/&(?:([a-z]+|#x[0-9A-F]+);)?/g, (_, name: string | undefined) => {
    const character =
      name === undefined ? undefined : name.startsWith("#x") ? String.fromCodePoint(Number(`0${name.slice(1)}`)) : entities[name];
    if (character === undefined) throw wrong("There is a bare & or an entity that XML does not know", xml, at);
    return character;
  });
}

function wrong(what: string, xml: string, at: number): SyntaxError {
  return new SyntaxError(`${what}: ${JSON.stringify(xml.slice(at, at + 60))}`);
}
