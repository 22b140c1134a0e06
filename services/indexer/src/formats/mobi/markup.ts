/** Markup of a MOBI or KF8 book → blocks, with names for the places that the table of contents points at. */
import { ContentReader } from '../epub/content.ts';
import { DeepParser } from '../epub/element-stack.ts';
import type { StyleRules } from '../epub/style-rules.ts';
import type { Content } from '../text/content-block.ts';

/** Elements of Mobipocket in terms of XHTML; "mbp:pagebreak" stands between two paragraphs. */
const AS_XHTML: Readonly<Record<string, string>> = {
  'mbp:pagebreak': 'hr',
  'mbp:section': 'section',
  'mbp:nu': 'span',
};

/** A name for a place in the bytes of a file. */
export interface Anchor {
  at: number;
  id: string;
}

/**
 * @param pieces the bytes of the file, in order
 * @param anchors in the order of their places
 */
export function readMarkup(
  pieces: readonly Buffer[],
  charset: string,
  anchors: readonly Anchor[],
  rules?: StyleRules,
): Content {
  const reader = new ContentReader(rules);
  const parser = new DeepParser(
    {
      onopentag: (name, attributes) => reader.open(AS_XHTML[name] ?? name, withHref(attributes)),
      ontext: (text) => reader.text(text),
      onclosetag: () => reader.close(),
    },
    { recognizeSelfClosing: true, recognizeCDATA: true },
  );
  const decoder = new TextDecoder(charset);
  let next = 0;
  let end = 0;
  for (const piece of pieces) {
    let from = 0;
    for (; next < anchors.length && anchors[next]!.at < end + piece.length; next++) {
      const { at, id } = anchors[next]!;
      const to = Math.max(from, at - end);
      // The parser gives the text before a place when it gets it; within a tag, the place is before the tag.
      if (to > from) parser.write(decoder.decode(piece.subarray(from, to), { stream: true }));
      reader.open('span', { id });
      reader.close();
      from = to;
    }
    parser.write(decoder.decode(piece.subarray(from), { stream: true }));
    end += piece.length;
  }
  parser.end(decoder.decode());
  for (; next < anchors.length; next++) {
    reader.open('span', { id: anchors[next]!.id });
    reader.close();
  }
  return reader.end();
}

/** Links within the book lead to a byte: in MOBI by an attribute of their own, in KF8 by a scheme. */
function withHref(attributes: Record<string, string>): Record<string, string> {
  const { filepos, href } = attributes;
  if (filepos !== undefined) return { ...attributes, href: `#filepos${filepos}` };
  if (href?.startsWith('kindle:pos:')) return { ...attributes, href: `#${href.slice('kindle:'.length)}` };
  return attributes;
}
