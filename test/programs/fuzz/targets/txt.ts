/** Plain text of any kind: blocks, title and author. */
import { readTxt, readTxtMetadata } from '@libtrails/indexer/formats/txt/parse';
import { checkContent } from '../check-blocks.ts';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES = [
  '\n',
  '\n\n',
  '\r\n',
  '\f',
  '  ',
  '\t',
  '-\n',
  '--',
  '_',
  '_a_',
  '#',
  '# ',
  '*** START OF THE PROJECT GUTENBERG',
];
const MORE = [
  'CHAPTER I',
  'Part Two',
  'XIV.',
  'ACT 1',
  'by ',
  'Title: ',
  'Author: ',
  '\n    x',
  '\u0000',
  '\ufdd0',
  '\ud800',
  '\u2028',
  'word ',
];
const GOOD = `Title: A Text

Author: Ada Marlow

*** START OF THE PROJECT GUTENBERG EBOOK A TEXT ***



CHAPTER I

The Lamp

It burned on the table, and nobody thought of putting it out, though the
morning had come long before and the street was full of people.

  Tyger Tyger, burning bright,
  In the forests of the night;

BOOK TWO

II.

And so _it_ went on.
`;

export const open: OpenTarget = () => ({
  run(random) {
    const source = mutateText(GOOD, [...PIECES, ...MORE], random);
    checkContent(() => readTxt(source));
    readTxtMetadata(source, 'A Text - Ada Marlow');
  },
});
