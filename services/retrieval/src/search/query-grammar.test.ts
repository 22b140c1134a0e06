import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { parseTypedQuery, QUERY_FIELDS } from './query-grammar.ts';

describe('the grammar of the search box', () => {
  it('takes fields, with a word or a quotation, in any case', () => {
    assert.deepEqual(parseTypedQuery('storm AUTHOR:melville title:"moby dick" at sea lang:en'), {
      text: 'storm at sea',
      narrowings: [
        { field: 'author', value: 'melville' },
        { field: 'title', value: 'moby dick' },
        { field: 'lang', value: 'en' },
      ],
      excluded: [],
      pasted: false,
    });
  });

  it('leaves out words and quotations after a minus', () => {
    assert.deepEqual(parseTypedQuery('whale -ship -"white whale" “call me” -'), {
      text: 'whale “call me” -',
      narrowings: [],
      excluded: ['ship', 'white whale'],
      pasted: false,
    });
  });

  it('takes for words what only looks like grammar', () => {
    for (const text of [
      'at 12:30',
      'note: nothing',
      'well-being',
      'a - b',
      'author: nobody',
      'url:x',
      '--',
    ]) {
      assert.deepEqual(parseTypedQuery(text), { text, narrowings: [], excluded: [], pasted: false });
    }
  });

  it('reads nothing into a quotation', () => {
    const text = '"said -nothing author:ever"';
    assert.deepEqual(parseTypedQuery(text), { text, narrowings: [], excluded: [], pasted: false });
  });

  it('looks for the values where nothing else is asked', () => {
    assert.equal(parseTypedQuery('author:austen').text, 'austen');
    assert.deepEqual(parseTypedQuery('-war'), { text: '-war', narrowings: [], excluded: [], pasted: false });
  });

  it('takes a page within one book; elsewhere it is words', () => {
    const page = { field: 'page', value: 'xii' };
    assert.deepEqual(parseTypedQuery('in:walden page:xii pond').narrowings[1], page);
    assert.deepEqual(parseTypedQuery('page:xii', true), {
      ...{ text: 'xii', narrowings: [page], excluded: [], pasted: false, pageOnly: true },
    });
    const words = 'page:12 of the log';
    assert.deepEqual(parseTypedQuery(words), { text: words, narrowings: [], excluded: [], pasted: false });
  });

  it('takes pasted text as it is', () => {
    const text = `${'the words of a long paragraph go on '.repeat(6)} -war in:time`;
    assert.deepEqual(parseTypedQuery(text), { text, narrowings: [], excluded: [], pasted: true });
  });

  const word = fc.stringMatching(/^[a-z]{1,8}$/);
  it('finds every part again, wherever it stands', () => {
    const part = fc.oneof(
      word.map((text) => ({ kind: 'word' as const, text })),
      word.map((text) => ({ kind: 'not' as const, text })),
      fc.tuple(fc.constantFrom(...QUERY_FIELDS), word).map(([field, text]) => ({ kind: field, text })),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 12 }), word, (parts, first) => {
        const query = [{ kind: 'word' as const, text: first }, ...parts]
          .map(({ kind, text }) => (kind === 'word' ? text : kind === 'not' ? `-${text}` : `${kind}:${text}`))
          .join(' ');
        const of = (wanted: string) => parts.filter(({ kind }) => kind === wanted).map(({ text }) => text);
        const typed = parseTypedQuery(query, true);
        assert.equal(typed.text, [first, ...of('word')].join(' '));
        assert.deepEqual(typed.excluded, of('not'));
        for (const field of QUERY_FIELDS) {
          assert.deepEqual(
            typed.narrowings.filter((n) => n.field === field).map(({ value }) => value),
            of(field),
          );
        }
      }),
    );
  });

  it('takes any text at all, and never leaves nothing to look for', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
        const typed = parseTypedQuery(text);
        if (text.trim() !== '') assert.notEqual(typed.text.trim(), '');
      }),
    );
  });
});
