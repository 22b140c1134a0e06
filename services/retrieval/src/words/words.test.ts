import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { describe, it } from 'node:test';
import Database from 'better-sqlite3';
import fc from 'fast-check';
import { compoundsOf, indexedText, indexedWords, typedWords, wordsOf } from './words.ts';

/** The words under which FTS5 keeps a text that it is given as `indexedText`. */
function fts5Terms(): (text: string) => string[] {
  const db = new Database(':memory:');
  db.exec(`CREATE VIRTUAL TABLE t USING fts5(
      x, tokenize = "porter unicode61 remove_diacritics 0 categories 'L* N* Co Mn Mc'");
    CREATE VIRTUAL TABLE v USING fts5vocab(t, instance);`);
  const insert = db.prepare('INSERT INTO t (rowid, x) VALUES (1, ?)');
  const select = db.prepare('SELECT term FROM v ORDER BY offset').pluck();
  const clear = db.prepare('DELETE FROM t');
  return (text) => {
    clear.run();
    insert.run(indexedText(text));
    return select.all() as string[];
  };
}

const SUFFIXES = (
  'ational tional enci anci izer logi bli alli entli eli ousli ization ation ator alism iveness fulness ousness ' +
  'aliti iviti biliti ical ness icate iciti ful ative alize al ance ence er ic able ible ant ement ment ent ion ' +
  'sion tion ou ism ate iti ous ive ize s es ies sses ss ed eed ing ating bling izing y ll e ee lle'
).split(' ');

describe('wordsOf', () => {
  const oracle = fts5Terms();

  it('stems every combination of a beginning and endings as FTS5 does', () => {
    const beginning = fc.stringMatching(/^[abdeilnorstuwyz]{0,6}$/);
    const suffix = fc.constantFrom('', ...SUFFIXES);
    fc.assert(
      fc.property(fc.array(fc.tuple(beginning, suffix, suffix), { maxLength: 60 }), (parts) => {
        const text = parts.map((p) => p.join('')).join(' ');
        assert.deepEqual(
          indexedWords(text).map((w) => w.stem),
          oracle(text),
        );
      }),
      { numRuns: 300 },
    );
  });

  it('agrees with FTS5 on texts of many scripts', () => {
    for (const text of [
      "Don’t stop: the whale’s “well-being” isn't naïve, Ångström déjà-vu cooperación ÉLAN",
      'e\u0301tude re\u0301sume\u0301 Gracián Brontë Ἀχιλλεύς Война и мир',
      '孫子兵法 war-art 3rd 1,984 x² ½ straße ŒUVRE',
      'สวัสดีชาวโลก हिन्दी भाषा 한국어 كِتَاب שָׁלוֹם ﬁsh C++ C# pi\u00adlot',
      'ｶﾞﾗｽ か\u3099 葛\u{e0100}飾 हिन्दी फ़िल्म ١٩٤٥ ـ \ufe70 Qurʾān ൻ ⼀⼈ circum- stance',
      'snake_case a.b.c 100% #tag @you running/ran (flies) [skies] dying',
    ]) {
      assert.deepEqual(
        indexedWords(text).map((w) => w.stem),
        oracle(text),
        text,
      );
    }
  });

  const foldedOf = (text: string) => wordsOf(text).map((w) => w.folded);

  it('folds letters as people type them', () => {
    for (const [written, typed] of [
      [
        'Cæsar œuvre Straße Søren Łódź Đorđe þorn ırmak',
        'caesar oeuvre strasse soren lodz dorde thorn irmak',
      ],
      ['ﬁshmonger proﬁts ＦＵＬＬ pi\u00adlot', 'fishmonger profits full pilot'],
      ['ёлкой λόγος Χριστός', 'елкой λογος χριστος'],
      ['зʼява', 'з’ява'],
      ['كِتَاب', 'كتاب'],
      ['Nguyễn Đức Thắng ước', 'nguyen duc thang uoc'],
      ['Nguye\u0302\u0303n u\u031bo\u031b\u0301c', 'nguyen uoc'],
      ['हिन्दी फ़िल्म हँसना सम्बन्ध \u0958लम \u0929', 'हिंदी फिल्म हंसना संबंध कलम न'],
      ['שָׁלוֹם \ufb2a\ufb1d צה״ל', 'שלום שי צה"ל'],
      ['ﻣﺮﺣﺒﺎ کتابی مدرسة ٱلرَّحْمَٰنِ', 'مرحبا كتابي مدرسه الرحمن'],
      ['١٩٤٥ ۱۹۴۵ १९४५', '1945 1945 1945'],
      ['Qurʾān ʿAlī Gogolʹ Ĳssel ǆip և', 'quran ali gogol ijssel džip եւ'],
      ['ന്\u200d ത്\u200d ൻ ত্\u200d', 'ൻ ത് ൻ ৎ'],
    ] as const) {
      assert.deepEqual(foldedOf(written), foldedOf(typed), written);
    }
    assert.deepEqual(foldedOf('й ї'), ['й', 'ї'], 'letters of their own');
    assert.deepEqual(foldedOf('C, C++ and C#'), ['c', 'cplusplus', 'and', 'csharp']);
  });

  it('cuts scripts without spaces so that each word within a run is found', () => {
    assert.deepEqual(foldedOf('灯塔与海'), ['灯塔', '塔与', '与海', '海']);
    assert.deepEqual(
      typedWords('灯塔 海').map((w) => w.folded),
      ['灯塔', '海'],
    );
    assert.ok(foldedOf('สวัสดีชาวโลก').includes('โลก'));
    for (const [written, typed] of [
      ['ｶﾞﾗｽﾊﾟｰﾃｨｰ', 'ガラスパーティー'],
      ['か\u3099らす', 'がらす'],
      ['한국어'.normalize('NFD'), '한국어'],
      ['葛\u{e0100}飾\ufe00区', '葛飾区'],
      ['\u2f00\u2f08', '一人'],
      ['\uf900\uf901', '豈更'],
    ] as const) {
      assert.deepEqual(foldedOf(written), foldedOf(typed), written);
    }
  });

  it('knows compounds as one word, wherever they stand', () => {
    const compounds = compoundsOf(
      'To-day an e‑mail, a mother-in-law; 1914 - 1918; circum-\nstance at noon- Then',
    );
    assert.deepEqual(
      compounds.map((w) => w.folded),
      ['today', 'email', 'motherinlaw', 'circumstance'],
    );
  });

  it('knows names with an apostrophe as one word, contractions and quotation marks not', () => {
    const compounds = compoundsOf(
      "O'Brien and D’Artagnan-Smith, 'Arthur', it's he'll don't o'er “said:'Yes'”",
    );
    assert.deepEqual(
      compounds.map((w) => w.folded),
      ['obrien', 'dartagnansmith'],
    );
  });

  it('gives ranges that cut the words out of any text', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 80 }), (text) => {
        let at = 0;
        for (const word of wordsOf(text)) {
          assert.ok(word.start >= at && word.end > word.start);
          assert.match(text.slice(word.start, word.end), /^[\p{L}\p{N}\p{Co}\u2f00-\u2fd5]/u);
          // Pairs of characters overlap.
          at = word.start + 1;
        }
      }),
    );
  });

  it('stems the words of this very file as FTS5 does', () => {
    const text = readFileSync(new URL(import.meta.url), 'utf8').replaceAll(/[^\x20-\x7e]/g, ' ');
    assert.deepEqual(
      indexedWords(text).map((w) => w.stem),
      oracle(text),
    );
  });
});
