import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { matchExpression } from '../store/sqlite/search/match-expression.ts';
import { chooseTerms, complete, MAX_MATCHED_TERMS, parseQuery } from './fts-query.ts';

const everywhere = { frequency: () => 1, postingsBudget: 1_000 };
const match = (text: string) => matchExpression(chooseTerms(parseQuery(text), everywhere));

describe('an FTS5 expression from a reader’s text', () => {
  it('joins words by OR and leaves stop words out', () => {
    assert.equal(match('the whale and the Sea'), '"whale" OR "sea"');
  });

  it('keeps stop words when there is nothing else, all of them required', () => {
    assert.equal(match('to be or not to be'), '"to" AND "be" AND "or" AND "not"');
  });

  it('requires quotations in their order, stop words included; other words only add', () => {
    assert.equal(match('"to be or not"'), '"to be or not"');
    assert.equal(match('“best of times” london'), '"best of times" AND ("best of times" OR "london")');
    assert.equal(match('"white whale" "captain ahab"'), '"white whale" AND "captain ahab"');
  });

  it('takes the quotations of a long text for phrases like any words', () => {
    const words = Array.from({ length: 13 }, (_, i) => `word${i}`);
    const expression = match(`"white whale" ${words.join(' ')}`);
    assert.equal(expression, ['"white whale"', ...words.map((w) => `"${w}"`)].join(' OR '));
  });

  it('ignores a quotation mark without a partner', () => {
    assert.equal(match('white "whale'), '"white" OR "whale"');
  });

  it('searches compounds as their pieces in a row, straight and curly apostrophes alike', () => {
    assert.equal(match("well-being o'clock"), '("well being" OR "wellbeing") OR "o clock"');
    assert.equal(match('o’clock'), match("o'clock"));
    assert.equal(match('title:well-being'), '"title well being"', 'a compound that is part of more');
  });

  it('closes up a word that is divided at the end of a pasted line', () => {
    assert.equal(match('dire circum-\nstance'), '"dire" OR ("circum stance" OR "circumstance")');
    assert.equal(match('"dire circum- stance"'), '"dire circumstance"');
    assert.equal(match('two- and fourfold'), '"two" OR "fourfold"');
  });

  it('takes operators for words', () => {
    assert.equal(
      match('whale NEAR ship* OR title:sea ^first'),
      '"whale" OR "near" OR "ship"* OR "title sea" OR "first"',
    );
  });

  it('names a word once, whatever its form', () => {
    assert.equal(match('whales whale WHALING'), '"whales"');
  });

  it('takes an asterisk behind three letters or more for every continuation', () => {
    assert.equal(match('whal* sea'), '"whal"* OR "sea"');
    assert.equal(match('wh* sea'), '"wh" OR "sea"');
    assert.equal(match('* sea'), '"sea"');
  });

  it('takes an unfinished last word for a prefix only if the library lacks the word', () => {
    const unknown = (text: string) => complete(parseQuery(text), (stem) => stem !== 'philosoph');
    assert.equal(
      matchExpression(chooseTerms(unknown('stoic philosoph'), everywhere)),
      '"stoic" OR "philosoph"*',
    );
    assert.equal(
      matchExpression(chooseTerms(unknown('philosoph stoic'), everywhere)),
      '"philosoph" OR "stoic"',
    );
    assert.equal(
      matchExpression(chooseTerms(unknown('stoic philosoph. '), everywhere)),
      '"stoic" OR "philosoph"',
    );
    assert.equal(
      matchExpression(chooseTerms(unknown('stoic "philosoph"'), everywhere)),
      '"philosoph" AND ("philosoph" OR "stoic")',
    );
  });

  it('leaves the s of a possessive out', () => {
    assert.equal(match("Ahab's whale"), '"ahab" OR "whale"');
    assert.equal(match('Ahab’s'), match('Ahab'));
  });

  it('folds accents as the index does', () => {
    assert.equal(match('Gracián'), '"gracian"');
  });

  it('is empty where there are no words, or none that the table knows', () => {
    assert.equal(match('!? … —'), '');
    assert.equal(
      matchExpression(chooseTerms(parseQuery('whale'), { frequency: () => 0, postingsBudget: 9 })),
      '',
    );
  });

  it('drops the commonest words once the budget is spent, but never the only one', () => {
    const rows: Record<string, number> = { man: 900, sea: 300, leviathan: 5 };
    const options = { frequency: (stem: string) => rows[stem] ?? 0, postingsBudget: 400 };
    assert.equal(
      matchExpression(chooseTerms(parseQuery('man sea leviathan'), options)),
      '"sea" OR "leviathan"',
    );
    assert.equal(matchExpression(chooseTerms(parseQuery('man'), options)), '"man"');
  });

  it('finds nothing when a quoted word is not in the table', () => {
    const options = { frequency: (stem: string) => (stem === 'xyzzi' ? 0 : 5), postingsBudget: 400 };
    assert.equal(matchExpression(chooseTerms(parseQuery('"xyzzy whale" sea'), options)), '');
  });

  it('bounds a long text', () => {
    const text = Array.from({ length: 500 }, (_, i) => `word${i}`).join(' ');
    assert.equal(match(text).split(' OR ').length, MAX_MATCHED_TERMS);
  });

  it('is never a syntax error for FTS5, and finds every text by its own words', () => {
    const db = new Database(':memory:');
    db.exec(`CREATE VIRTUAL TABLE t USING fts5(x, tokenize = 'porter unicode61 remove_diacritics 2')`);
    const put = db.prepare('INSERT INTO t (rowid, x) VALUES (1, ?)');
    const find = db.prepare('SELECT count(*) FROM t WHERE t MATCH ?').pluck();
    const clear = db.prepare('DELETE FROM t');
    const piece = fc.oneof(
      fc.constantFrom(
        'NEAR',
        'AND',
        'OR',
        'NOT',
        '*',
        '^',
        ':',
        '(',
        ')',
        '"',
        '“',
        '”',
        '+',
        '-',
        '{',
        '}',
        "'",
        '’',
        ',',
      ),
      fc.constantFrom('whale', 'sea', '孫子', 'naïve', '\0', '\ud800', 'x²', '١٢'),
      fc.string({ unit: 'binary', maxLength: 6 }),
    );
    const text = fc.array(fc.tuple(piece, fc.constantFrom('', ' ', '\n')), { maxLength: 12 });
    fc.assert(
      fc.property(text, (pieces) => {
        const words = pieces.flat().join('');
        const expression = match(words);
        if (expression === '') return;
        assert.doesNotThrow(() => find.get(expression));
        const plain = words.replaceAll(/[^a-z ]/gi, ' ');
        const again = match(plain);
        if (again === '') return;
        clear.run();
        put.run(plain);
        assert.equal(find.get(again), 1, again);
      }),
      { numRuns: 500 },
    );
  });
});
