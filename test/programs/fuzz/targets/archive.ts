/** Bytes that were an EPUB once: a book, or a refusal with its reason. */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { epubEntries, xhtml, zip } from '@libtrails/indexer/formats/epub/epub.test-support';
import { parseEpub } from '@libtrails/indexer/formats/epub/parse';
import { BookFileError } from '@libtrails/indexer/formats/errors';
import { mutateBytes } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

export const open: OpenTarget = () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-fuzz-'));
  const path = join(folder, 'book.epub');
  const chapter = readFileSync(new URL('../corpus/chapter.xhtml', import.meta.url), 'utf8');
  const corpus = [
    zip(
      epubEntries({
        files: { 'one.xhtml': chapter },
        nav: '<nav epub:type="toc"><ol><li><a href="one.xhtml">1</a></li></ol></nav>',
      }),
    ),
    zip(
      epubEntries({
        files: { 'one.xhtml': xhtml('<p>One</p>'), 'two.xhtml': xhtml('<p>Two</p>') },
        ncx: readFileSync(new URL('../corpus/toc.ncx', import.meta.url), 'utf8'),
        entries: [{ name: 'META-INF/encryption.xml', data: '<encryption/>' }],
      }).map((entry) => ({ ...entry, described: true })),
    ),
  ];
  return {
    async run(random) {
      const whole = random.pick(corpus);
      // Every fourth has no directory, so that it is read by the headers of its files.
      const bytes = random.oneIn(4) ? whole.subarray(0, whole.indexOf('PK\x01\x02', 0, 'latin1')) : whole;
      writeFileSync(path, mutateBytes(bytes, random));
      try {
        await parseEpub(path);
      } catch (error) {
        if (!(error instanceof BookFileError)) throw error;
      }
    },
    close: () => rmSync(folder, { recursive: true, force: true }),
  };
};
