import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { CandidateTable, type TableEntry } from './candidate-table.ts';
import { CentredLabel, LabelOrigin } from './centred-label.ts';
import { loadLexicon } from './lexicon.ts';
import { countScore, meaningScore, PRESELECTED, pickDiverse, preselect, type Scored } from './score.ts';
import { centred, dot } from './vectors.ts';
import { wordsVector } from './words-embedder.test-support.ts';

const lexicon = loadLexicon();
const origin = wordsVector('common ground').map((component) => component * 0.5);
const labelOrigin = new LabelOrigin(origin);

function entry(key: string, changes: Partial<TableEntry> = {}): TableEntry {
  const content = key.split(' ').filter((word) => word !== 'of');
  const shape = key.includes(' of ') ? 'of' : content.length === 1 ? 'noun' : 'compound';
  return { key, shape, content, known: false, passages: 1, usesOfKey: 1, ...changes };
}

function scored(key: string, score: number): Scored {
  return { entry: entry(key), label: new CentredLabel(key, wordsVector(key), labelOrigin), score };
}

describe('countScore', () => {
  const score = (key: string, changes: Partial<TableEntry> = {}, count = 1) =>
    countScore({ entry: entry(key, changes), count }, 300, lexicon);

  it('is higher for rare words, for repeated ones and for expressions of the lexicon', () => {
    assert.ok(score('harpoon') > score('house'));
    assert.ok(score('harpoon', {}, 3) > score('harpoon'));
    assert.ok(score('harpoon', { passages: 5 }) > score('harpoon'));
    assert.ok(score('sperm whale', { known: true }) > score('sperm whale'));
  });
});

describe('meaningScore', () => {
  const score = (key: string, cosine: number) => meaningScore(entry(key), 1, cosine, 0.2, lexicon);

  it('gives none to a candidate that has nothing to do with its passage', () => {
    assert.equal(score('house', 0.1), undefined);
    assert.equal(score('old house', 0.05), undefined);
  });

  it('prefers the nearer, the rarer and the plainer', () => {
    assert.ok(score('harpoon', 0.4)! > score('harpoon', 0.3)!);
    assert.ok(score('harpoon', 0.4)! > score('house', 0.4)!);
    assert.ok(score('whale hunt', 0.4)! > score('hunt of whale', 0.4)!);
  });

  it('holds it against a phrase if it furnishes any story or is said once with an adjective', () => {
    assert.ok(score('harbour', 0.4)! > score('carriage', 0.4)!);
    const twice = meaningScore(entry('gloomy harbour', { passages: 2 }), 1, 0.4, 0.2, lexicon)!;
    assert.ok(twice - score('gloomy harbour', 0.4)! > 0.1);
    assert.ok(score('whale hunt', 0.4)! > score('gloomy hunt', 0.4)!);
  });
});

describe('preselect', () => {
  it('keeps the best by counts, and of equals those that stand first', () => {
    const candidates = Array.from({ length: 40 }, (_, i) => ({ entry: entry(`zzz${i}`), count: 1 }));
    candidates.push({ entry: entry('yyy', { passages: 9 }), count: 4 });
    const kept = preselect(candidates, 300, lexicon).map((candidate) => candidate.entry.key);
    assert.equal(kept.length, PRESELECTED);
    assert.deepEqual(kept.slice(0, 3), ['yyy', 'zzz0', 'zzz1']);
  });
});

describe('pickDiverse', () => {
  it('takes no two phrases with a word in common, none below the floor, and no more than asked', () => {
    const words = ['whale', 'ship', 'storm', 'night', 'rope', 'island'];
    const phrase = fc.tuple(
      fc.constantFrom(...words),
      fc.constantFrom(...words),
      fc.double({ min: 0, max: 1, noNaN: true }),
    );
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 20 }), fc.integer({ min: 1, max: 6 }), (list, limit) => {
        const pool = list.filter(([a, b]) => a !== b).map(([a, b, score]) => scored(`${a} ${b}`, score));
        const picks = pickDiverse(pool, limit, 0.3);
        const content = picks.flatMap((pick) => pick.entry.content);
        assert.equal(new Set(content).size, content.length);
        assert.ok(picks.length <= limit && picks.every((pick) => pick.score >= 0.3));
        const best = Math.max(0, ...pool.map((candidate) => candidate.score));
        if (best >= 0.3) assert.equal(picks[0]?.score, best);
      }),
    );
  });

  it('does not depend on the order of the candidates', () => {
    const pool = ['white whale', 'whale hunt', 'stormy night', 'rope', 'harbour'].map((key, i) =>
      scored(key, 0.4 + 0.05 * (i % 2)),
    );
    const keys = (list: Scored[]) => pickDiverse(list, 3, 0).map((pick) => pick.entry.key);
    assert.deepEqual(keys([...pool].reverse()), keys(pool));
  });
});

describe('CentredLabel', () => {
  it('gives the cosines of explicitly centred vectors', () => {
    const a = new CentredLabel('whale', wordsVector('whale'), labelOrigin);
    const b = new CentredLabel('whale hunt', wordsVector('whale hunt'), labelOrigin);
    const passage = wordsVector('a long passage about a hunt');
    assert.ok(Math.abs(a.cosineWith(b) - dot(centred(a.vector, origin), centred(b.vector, origin))) < 1e-5);
    const wanted = dot(centred(a.vector, origin), passage);
    assert.ok(Math.abs(a.cosineWithPassage(passage, dot(passage, origin)) - wanted) < 1e-5);
  });
});

describe('CandidateTable', () => {
  it('counts passages once each, and labels a key by its commonest form', () => {
    const table = new CandidateTable();
    const candidate = (label: string) =>
      ({ key: 'whale', label, shape: 'noun', content: ['whale'], known: false }) as const;
    table.addPassage([candidate('whale'), candidate('whales'), candidate('whales')]);
    table.addPassage([candidate('whales')]);
    const [first] = table.passages[0]!;
    assert.equal(first?.entry.passages, 2);
    assert.equal(first?.count, 3);
    assert.equal(table.label(first!.entry), 'whales');
  });
});
