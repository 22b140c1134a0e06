import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseQuery } from '../signals/fts-query.ts';
import { wordsOf } from '../words/words.ts';
import { highlights } from './highlights.ts';

const marked = (text: string, query: string) =>
  highlights(text, parseQuery(query)).map(({ start, end }) => text.slice(start, end));

describe('highlights', () => {
  it('mark the reader’s words in any inflection, case and accent', () => {
    assert.deepEqual(marked('Whales, whaling; the Whale!', 'whale'), ['Whales', 'whaling', 'Whale']);
    assert.deepEqual(marked('Baltasar Gracián wrote', 'gracian'), ['Gracián']);
  });

  it('leave stop words unmarked', () => {
    assert.deepEqual(marked('the sea and the land', 'the land'), ['land']);
  });

  it('mark every word that begins as asked', () => {
    assert.deepEqual(marked('a whale, the whaler and a whim', 'whal*'), ['whale', 'whaler']);
  });

  it('mark a quotation as one range and not its words elsewhere', () => {
    assert.deepEqual(marked('a white whale, a whale of a white', '"white whale"'), ['white whale']);
  });

  it('mark compounds whole, whichever apostrophe or hyphen the text has', () => {
    assert.deepEqual(marked('at ten o’clock his well being', "o'clock well-being"), [
      'o’clock',
      'well being',
    ]);
  });

  it('prefer the longest of the terms that begin at a word', () => {
    assert.deepEqual(marked('white whale and white foam', 'white "white whale"'), ['white whale', 'white']);
  });

  it('are ordered, apart, inside the text, and each holds a word of the query', () => {
    const word = fc.constantFrom('sea', 'Whale', 'whales', 'naïve', '’', '-', '🐋', 'o’clock', '"', '孫子');
    const text = fc.array(word, { maxLength: 20 }).map((words) => words.join(' '));
    fc.assert(
      fc.property(text, text, (body, query) => {
        const stems = new Set(wordsOf(query).map((w) => w.stem));
        let at = 0;
        for (const { start, end } of highlights(body, parseQuery(query))) {
          assert.ok(start >= at && end > start && end <= body.length);
          assert.ok(wordsOf(body.slice(start, end)).every((w) => stems.has(w.stem)));
          at = end;
        }
      }),
    );
  });

  it('mark at least one word of every text that FTS5 finds by a single word', () => {
    assert.deepEqual(marked('The running man ran.', 'runs'), ['running']);
  });
});
