import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { quoteOf } from './quote.ts';

const filler = (count: number) => `${Array.from({ length: count }, (_, i) => `word${i}`).join(' ')}.`;

describe('a quotation', () => {
  it('is the whole of a short passage', () => {
    const text = 'The sea rose. The ship did not.';
    assert.deepEqual(quoteOf(text, ['anything'], 'en'), { start: 0, end: text.length });
  });

  it('is cut from a long one where its reasons stand, at the borders of sentences', () => {
    const text = `W${filler(90)} W${filler(90)} The white whale turned. W${filler(60)}`;
    const { start, end } = quoteOf(text, ['white whale'], 'en');
    const quote = text.slice(start, end);
    assert.match(quote, /The white whale turned\./);
    assert.match(quote, /^W.*\.$/s);
    assert.ok(quote.split(' ').length <= 120);
  });

  it('takes a sentence that is too long as a whole, in any language tag a book may claim', () => {
    const text = filler(300);
    for (const language of ['en', 'en-GB', 'xx', '', '!!', 'Englisch']) {
      assert.deepEqual(quoteOf(text, [], language), { start: 0, end: text.length });
    }
  });

  it('is a range of the text, whatever the text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.array(fc.string()), (text, reasons) => {
        const { start, end } = quoteOf(text, reasons, 'en');
        assert.ok(start >= 0 && start <= end && end <= text.length);
      }),
    );
  });
});
