import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { bookWords } from './book-words.ts';
import { PostingListBuilder, Postings } from './posting-list.ts';

const rows = (postings: Postings) =>
  Array.from({ length: postings.length }, (_, i) => [postings.ids[i]!, postings.counts[i]!]);

describe('posting lists', () => {
  it('come out as they went in, one list after the other', () => {
    const list = fc
      .uniqueArray(
        fc.tuple(fc.integer({ min: 0, max: 4_294_967_295 }), fc.integer({ min: 1, max: 65_535 })),
        {
          selector: ([id]) => id,
          maxLength: 50,
        },
      )
      .map((entries) => entries.sort((a, b) => a[0] - b[0]));
    fc.assert(
      fc.property(fc.array(list, { maxLength: 4 }), (lists) => {
        const postings = new Postings();
        for (const entries of lists) {
          const builder = new PostingListBuilder();
          for (const [id, count] of entries) builder.add(id, count);
          postings.read(builder.finish());
        }
        assert.deepEqual(rows(postings), lists.flat());
      }),
    );
  });

  it('take one byte for a word that stands once in the next passage', () => {
    const builder = new PostingListBuilder();
    for (let id = 1; id <= 60; id += 1) builder.add(id, 1);
    assert.equal(builder.finish().length, 60);
  });

  it('add up the words of one beginning by passage', () => {
    const postings = new Postings();
    for (const [id, count] of [
      [3, 1],
      [7, 2],
      [3, 4],
      [1, 1],
    ]) {
      postings.add(id!, count!);
    }
    postings.mergeSame();
    assert.deepEqual(rows(postings), [
      [1, 1],
      [3, 5],
      [7, 2],
    ]);
  });

  it('hold every stem of a book with its passages, in the order of stems', () => {
    const words = bookWords([
      [4, 'The whale and the whales.'],
      [9, 'A ship; THE whale.'],
    ]);
    const read = words.map(([stem, bytes]) => {
      const postings = new Postings();
      postings.read(bytes);
      return [stem, rows(postings)];
    });
    assert.deepEqual(read, [
      ['a', [[9, 1]]],
      ['and', [[4, 1]]],
      ['ship', [[9, 1]]],
      [
        'the',
        [
          [4, 2],
          [9, 1],
        ],
      ],
      [
        'whale',
        [
          [4, 2],
          [9, 1],
        ],
      ],
    ]);
  });
});
