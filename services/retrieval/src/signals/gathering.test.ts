import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { Gathering } from './gathering.ts';

const topic = (id: number) => ({ kind: 'topic' as const, id });

describe('gathering', () => {
  it('counts an item’s three best hits as 1, 1/2 and 1/4', () => {
    const books = new Gathering();
    for (const [place, value] of [2, 8, 4, 1].entries()) books.add(7, value, topic(place));
    assert.deepEqual(books.ranked(), [{ id: 7, raw: 8 + 2 + 0.5, evidence: topic(1) }]);
  });

  it('orders by sum, then by id, and names the best hit as evidence whatever the order of hits', () => {
    const hit = fc.record({ id: fc.integer({ min: 1, max: 5 }), value: fc.integer({ min: 0, max: 6 }) });
    fc.assert(
      fc.property(fc.array(hit, { maxLength: 40 }), (hits) => {
        const gathering = new Gathering();
        for (const [place, { id, value }] of hits.entries()) gathering.add(id, value, topic(place));
        const expected = [...new Set(hits.map((h) => h.id))].map((id) => {
          const values = hits.filter((h) => h.id === id).map((h) => h.value);
          const best = Math.max(...values);
          const [a = 0, b = 0, c = 0] = [...values].sort((x, y) => y - x);
          const place = hits.findIndex((h) => h.id === id && h.value === best);
          return { id, raw: a + b / 2 + c / 4, evidence: topic(place) };
        });
        expected.sort((a, b) => b.raw - a.raw || a.id - b.id);
        assert.deepEqual(gathering.ranked(), expected);
      }),
    );
  });
});
