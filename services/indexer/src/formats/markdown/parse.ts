/** One Markdown file → one parsed book. */
import MarkdownIt from 'markdown-it';
import type { ParsedBook } from '../../book.ts';
import { readContent } from '../epub/content.ts';
import type { Content } from '../text/content-block.ts';
import { fromFileName, metadataOf, stemOf } from '../text/metadata-of.ts';
import { readTextFile, sectionsOfFile } from '../text/one-file-book.ts';
import { readFrontMatter } from './front-matter.ts';

/** HTML in it is read as text, as everywhere; nothing of it is ever shown as HTML. */
const parser = new MarkdownIt({ html: true, linkify: false });

/** @throws BookFileError too_large, bad_encoding, no_text, too_short; errors of the file system as they come */
export async function parseMarkdown(path: string, name: string): Promise<ParsedBook> {
  const { stated, body } = readFrontMatter(await readTextFile(path, name));
  const content = readMarkdown(body, name);
  const first = content.blocks[0];
  const heading = first?.type === 'heading' && first.level === 1 ? first.text : '';
  const named = fromFileName(stemOf(name, ['.md', '.markdown']));
  const title = stated.title || heading || named.title;
  const authors = stated.authors?.length ? stated.authors : title === named.title ? named.authors : [];
  const metadata = metadataOf({ ...stated, title, authors }, name);
  return { ...metadata, sections: sectionsOfFile(content, metadata.title), cover: undefined };
}

export function readMarkdown(source: string, path: string): Content {
  return readContent(parser.render(source), path);
}
