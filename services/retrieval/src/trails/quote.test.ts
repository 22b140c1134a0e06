import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { type Quotable, quoteOf, type Wanted } from './quote.ts';

/** A passage of these blocks, separated as the indexer separates them. */
function passage(...blocks: (string | [type: string, text: string])[]): Quotable {
  let text = '';
  const parts = blocks.map((block) => {
    const [type, own] = typeof block === 'string' ? ['paragraph', block] : block;
    if (text !== '') text += '\n\n';
    const start = text.length;
    text += own;
    return { type, start, text: own };
  });
  return { text, parts, language: 'en' };
}

const quoted = (from: Quotable, wanted: Partial<Wanted> = {}): string => {
  const { range } = quoteOf(from, { asked: [], reasons: [], around: [], ...wanted });
  return from.text.slice(range.start, range.end);
};

const filler = (count: number) =>
  `Word ${Array.from({ length: count - 1 }, (_, i) => `word${i}`).join(' ')}.`;

describe('a quotation', () => {
  it('is the whole of a short passage', () => {
    const text = 'The sea rose. The ship did not.';
    assert.equal(quoted(passage(text)), text);
  });

  it('is cut from a long one where the reader’s words stand, at the borders of sentences', () => {
    const quote = quoted(passage(`${filler(90)} ${filler(90)} The white whale turned. ${filler(50)}`), {
      asked: ['white whale'],
    });
    assert.match(quote, /^The white whale turned\./);
    assert.ok(quote.endsWith('.') && quote.split(' ').length <= 70);
  });

  it('says what links it to its neighbours, where the reader’s words are not in it', () => {
    const far = passage(`${filler(60)} Every harpoon was lost. ${filler(60)}`);
    assert.match(quoted(far, { reasons: ['harpoons'] }), /harpoon/);
    const near = passage(
      filler(40),
      'A lantern swung over the water, and nobody on deck said a single word.',
    );
    assert.match(quoted(near, { around: ['The lantern on deck went out over the water.'] }), /lantern/);
  });

  it('has no heading, note, caption or number of a section in it', () => {
    const text = passage(
      ['heading', 'VII: The Storm'],
      'Sect. 201. No reader should think that this fault is proper to monarchies alone, or to kings.',
      ['note', 'See the second volume.'],
      'Other forms of government are liable to it as well.',
    );
    const quote = quoted(text);
    assert.match(quote, /^No reader should.*kings\.$/);
  });

  it('neither begins nor ends within a sentence that the passage cuts off', () => {
    const text = passage(
      'of the crew, and nobody spoke. The storm was over at last. They lowered the boats into',
    );
    assert.equal(quoted(text), 'The storm was over at last.');
  });

  it('keeps lines of verse together up to their full stop', () => {
    const text = passage(['verse', 'To be, or not to be:\nthat is the question.\nWhether ’tis nobler']);
    assert.equal(quoted(text), 'To be, or not to be:\nthat is the question.');
  });

  it('takes no title or initial for the end of a sentence', () => {
    const text = 'Mr. J. Ross Browne sailed from New Bedford on a whaler in the summer of that year.';
    assert.equal(quoted(passage(text)), text);
  });

  it('rather begins with a paragraph than with what leans on a sentence before it', () => {
    const leaning = 'But he would not hear of it, whatever the others said to him about the weather.';
    const standing = 'The captain wanted to sail at once, and nothing on land could hold him any longer.';
    assert.ok(quoted(passage(`${filler(130)} ${leaning}`, standing)).startsWith('The captain'));
  });

  it('rather begins with speech than within it', () => {
    const text = passage(`${filler(70)} I never shall forgive.” “Never?” ${filler(20)}`);
    assert.ok(!quoted(text, { asked: ['forgive'] }).startsWith('I never'));
  });

  it('takes a sentence that is too long as a whole and says that it is not readable', () => {
    const long = passage(filler(300));
    for (const language of ['en', 'en-GB', 'xx', '', '!!', 'Englisch']) {
      const quote = quoteOf({ ...long, language }, { asked: [], reasons: [], around: [] });
      assert.deepEqual(quote, { range: { start: 0, end: long.text.length }, readable: false });
    }
    assert.equal(
      quoteOf(passage('A list, of, things'), { asked: [], reasons: [], around: [] }).readable,
      false,
    );
  });

  it('is a range of the text, whatever the text', () => {
    const part = fc.tuple(
      fc.constantFrom('paragraph', 'verse', 'heading', 'note', 'item'),
      fc.string({ unit: 'binary' }),
    );
    fc.assert(
      fc.property(fc.array(part), fc.array(fc.string()), fc.array(fc.string()), (parts, asked, around) => {
        const whole = passage(...parts);
        const { range, readable } = quoteOf(whole, { asked, reasons: asked, around });
        assert.ok(range.start >= 0 && range.start <= range.end && range.end <= whole.text.length);
        const quote = whole.text.slice(range.start, range.end);
        if (readable) assert.equal(quote, quote.trim());
      }),
    );
  });

  it('of plain prose always begins and ends as a sentence', () => {
    const sentence = fc
      .array(fc.constantFrom('sea', 'whale', 'but', 'he', 'storm', 'Mr. Coffin', 'ship'), {
        minLength: 3,
        maxLength: 30,
      })
      .map((words) => `The ${words.join(' ')}.`);
    fc.assert(
      fc.property(
        fc.array(fc.array(sentence, { minLength: 1 }), { minLength: 1, maxLength: 5 }),
        (blocks) => {
          const quote = quoted(passage(...blocks.map((sentences) => sentences.join(' '))), {
            asked: ['whale'],
          });
          assert.match(quote, /^The .*\.$/s);
        },
      ),
    );
  });
});
