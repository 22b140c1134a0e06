/** One HTML file → one parsed book. */
import type { ParsedBook } from '../../book.ts';
import { readContent } from '../epub/content.ts';
import { metadataOf, stemOf } from '../text/metadata-of.ts';
import { readTextFile, sectionsOfFile } from '../text/one-file-book.ts';
import { readHead } from './head.ts';

/** @throws BookFileError too_large, bad_encoding, entities, no_text, too_short; errors of the file system as they come */
export async function parseHtml(path: string, name: string): Promise<ParsedBook> {
  const source = await readTextFile(path, name);
  const content = readContent(source, name);
  const stated = readHead(source);
  const heading = content.blocks.find(({ type }) => type === 'heading')?.text ?? '';
  const metadata = metadataOf(
    { ...stated, title: stated.title || heading },
    stemOf(name, ['.html', '.htm', '.xhtml']),
  );
  return { ...metadata, sections: sectionsOfFile(content, metadata.title), cover: undefined };
}
