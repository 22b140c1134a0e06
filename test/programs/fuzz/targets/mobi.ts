/** Broken MOBI and AZW3 files → a book, or a refusal. */
import { BookFileError } from '@libtrails/indexer/formats/errors';
import {
  type FixtureMobi,
  mobiRecords,
  palmDatabase,
} from '@libtrails/indexer/formats/mobi/mobi.test-support';
import { sourceOf } from '@libtrails/indexer/formats/mobi/palm-database';
import { readMobi } from '@libtrails/indexer/formats/mobi/parse';
import { checkBlocks } from '../check-blocks.ts';
import { mutateBytes, mutateText } from '../mutate.ts';
import type { Random } from '../random.ts';
import type { OpenTarget } from '../target.ts';

const PIECES =
  '<|>|</|<p>|</p>|<h1>a</h1>|<mbp:pagebreak/>|<a filepos=0000000030>|<a href="kindle:pos:fid:0001:off:0000000001">|<div aid="1">|<guide>|<br/>|&amp;|&|\u0000|\u00e9|word '.split(
    '|',
  );
const MARKUP = '<html><body><h1>One</h1><p>Some words to read.</p><h1>Two</h1><p>And more.</p></body></html>';
const METADATA: FixtureMobi['metadata'] = [
  [100, 'Marlow, Ada'],
  [103, '<p>About it.'],
  [106, '1871'],
  [201, 0],
  [503, 'A Text'],
];
const SHARED = { metadata: METADATA, pictures: [Buffer.from('\x89PNG\r\n\x1a\n', 'latin1')] };
const CONTENTS = {
  contents: [
    { label: 'One', at: 12 },
    { label: 'Two', at: 53, parent: 0 },
  ],
};
const KF8: FixtureMobi = {
  ...SHARED,
  text: '<html><body></body></html><p>One.</p><p>Two.</p><html><body></body></html><p>Three.</p>',
  version: 8,
  skeletons: [
    { at: 0, length: 26, fragments: 2 },
    { at: 48, length: 26, fragments: 1 },
  ],
  fragments: [
    { insertAt: 12, length: 11 },
    { insertAt: 23, length: 11 },
    { insertAt: 60, length: 13 },
  ],
  contents: [
    { label: 'One', at: [0, 0] },
    { label: 'Two', at: [2, 3], parent: 0 },
  ],
};
const phrase = (bytes: string | number[], isLiteral: boolean) => ({
  bytes: Buffer.from(bytes as string),
  isLiteral,
});

const GOOD: readonly FixtureMobi[] = [
  { ...SHARED, ...CONTENTS, text: MARKUP, trailing: { flags: 3, bytes: Buffer.from([0, 0x41, 0x82]) } },
  { ...SHARED, ...CONTENTS, text: `${MARKUP}\x80\x41\x80\x82\xe1bc`, compression: 2 },
  { ...SHARED, ...CONTENTS, text: MARKUP, charset: 1252 },
  KF8,
  {
    ...SHARED,
    text: Buffer.from([255, 253, 254, 252]),
    compression: 17_480,
    phrases: [phrase('<p>', true), phrase('word ', true), phrase([254, 254], false), phrase('</p>', true)],
  },
];
const OLDER = mobiRecords({ ...SHARED, text: MARKUP, metadata: [[121, 0]] });

export const open: OpenTarget = () => {
  const good = GOOD.map(mobiRecords);
  good.push([
    ...mobiRecords({ ...SHARED, text: MARKUP, metadata: [[121, OLDER.length + 1]] }),
    Buffer.from('BOUNDARY'),
    ...mobiRecords(KF8),
  ]);
  const markup = (text: string) => mobiRecords({ ...SHARED, ...CONTENTS, text });
  const broken = (random: Random): Buffer => {
    switch (random.below(4)) {
      case 0:
        return palmDatabase(markup(mutateText(MARKUP, PIECES, random)));
      case 1:
        return mutateBytes(palmDatabase(random.pick(good)), random);
      default: {
        // One record alone, so that the others stay where they are.
        const records = [...random.pick(good)];
        const at = random.below(records.length);
        records[at] = mutateBytes(records[at]!, random);
        return palmDatabase(records);
      }
    }
  };
  return {
    run(random) {
      const bytes = broken(random);
      try {
        const { sections } = readMobi(sourceOf(bytes), 'a.mobi');
        checkBlocks(sections.flatMap(({ blocks }) => blocks));
      } catch (error) {
        if (!(error instanceof BookFileError)) throw error;
      }
    },
  };
};
