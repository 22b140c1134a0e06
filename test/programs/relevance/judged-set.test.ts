import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, describe, it } from 'node:test';
import { fileURLToPath } from 'node:url';
import { bookKey, inPart, readJudgedSet } from './judged-set.ts';

const SETS = fileURLToPath(new URL('./judged/', import.meta.url));

describe('a judged set', () => {
  const folder = mkdtempSync(join(tmpdir(), 'libtrails-judged-'));
  after(() => rmSync(folder, { recursive: true }));
  const read = (text: string) => {
    const path = join(folder, 'set.tsv');
    writeFileSync(path, text);
    return readJudgedSet(path);
  };
  const header = 'kind\tquery\tbooks\treason\n';

  it('is read with its grades', () => {
    const [first, second] = read(
      `${header}word\twhaling\t2701:2 how-to-get-lost:1\twhales\nnone\tradio\t\tno\n`,
    );
    assert.deepEqual(
      [...first!.books],
      [
        ['2701', 2],
        ['how-to-get-lost', 1],
      ],
    );
    assert.equal(second!.books.size, 0);
  });

  it('is refused with the line that is wrong', () => {
    assert.throws(() => read('query\n'), /first line/);
    assert.throws(() => read(`${header}word\twhaling\n`), /set\.tsv:2: not 4 columns/);
    assert.throws(() => read(`${header}word\twhaling\t2701\tx\n`), /set\.tsv:2: "2701" is not book:grade/);
    assert.throws(() => read(`${header}none\tradio\t3:2\tx\n`), /set\.tsv:2: queries of kind none/);
    assert.throws(() => read(`${header}word\tradio\t\tx\n`), /set\.tsv:2: queries of kind none/);
    assert.throws(() => read(header), /no query/);
  });

  it('may name the passage that answers, and the part of the set', () => {
    const columns = 'kind\tquery\tbooks\treason\tpassage\tpart\n';
    const [scene, mood, none] = read(
      `${columns}scene\ta coin\t2701:2\tgold\tsixteen dollar piece\tfit\nmood\tsad\t84:2\tx\t\tunseen\nnone\tradio\t\tno\t\tfit\n`,
    );
    assert.equal(scene!.passage, 'sixteen dollar piece');
    assert.deepEqual([scene!.part, mood!.part, none!.part], ['fit', 'unseen', 'fit']);
    assert.equal('passage' in mood!, false);
    assert.deepEqual(inPart([scene!, mood!], 'unseen'), [mood]);
    assert.deepEqual(inPart([scene!, mood!], undefined), [scene, mood]);
    assert.throws(() => inPart([scene!], 'unseen'), /No query/);
    assert.throws(() => read(`${columns}scene\ta coin\t2701:2\tgold\n`), /set\.tsv:2: not 6 columns/);
    assert.throws(
      () => read(`${columns}none\tradio\t\tno\twords\tfit\n`),
      /set\.tsv:2: a passage of no book/,
    );
    assert.throws(() => read(`${columns}mood\tsad\t84:2\tx\t\tall\n`), /set\.tsv:2: the part is/);
    assert.throws(() => read(`${header}mood\tsad\t84:2\tx\ty\n`), /set\.tsv:2: not 4 columns/);
  });

  it('of our own holds no query twice', () => {
    for (const file of readdirSync(SETS)) {
      const texts = readJudgedSet(join(SETS, file)).map(({ text }) => text.toLowerCase());
      assert.deepEqual(texts, [...new Set(texts)], file);
    }
  });
});

describe('the key of a book', () => {
  it('is the number that its file begins with, else the stem', () => {
    assert.equal(bookKey('sub/2701-moby-dick.epub'), '2701');
    assert.equal(bookKey('how-to-get-lost.epub'), 'how-to-get-lost');
  });
});
