/** A second format, for tests: one paragraph a line, below a first line that says what it is. */
import { readFile } from 'node:fs/promises';
import { BOOK_FORMATS } from '@libtrails/common/book-formats';
import type { BookFormat } from './book-format.ts';
import { BookFileError } from './errors.ts';
import { FORMATS } from './registry.ts';

const HEAD = '#lines\n';

export const lines: BookFormat = {
  id: 'lines',
  name: 'LINES',
  extensions: ['.lines'],
  mediaTypes: ['text/x-lines'],
  sniff: (head) => Buffer.from(head).toString('latin1').startsWith(HEAD),
  version: 'lines-v1',
  limits: { heapMib: 64, cpuSeconds: 10, seconds: 60 },
  errors: { no_lines: 'The file holds no lines.' },
  read: async (path, name) => {
    const [, ...texts] = (await readFile(path, 'utf8')).trimEnd().split('\n');
    if (texts.length === 0) throw new BookFileError('no_lines', '', { reason: lines.errors.no_lines });
    return {
      title: name.replace(/\.lines$/, ''),
      authors: [],
      language: 'en',
      year: 0,
      description: '',
      subjects: [],
      publisher: '',
      identifiers: [],
      series: '',
      seriesIndex: 0,
      titleSort: '',
      authorSort: '',
      subtitle: '',
      cover: undefined,
      sections: [
        {
          index: 0,
          title: 'Lines',
          kind: 'body',
          depth: 0,
          href: '',
          blocks: texts.map((text) => ({ type: 'paragraph', text, level: 0 })),
        },
      ],
    };
  },
};

FORMATS.push(lines);
BOOK_FORMATS.push(lines);
