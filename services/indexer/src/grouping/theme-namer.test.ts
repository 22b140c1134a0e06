import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { withoutDoubles } from './theme-namer.ts';

const themes = (...labels: string[]) => labels.map((label) => ({ label, subtitle: '' }));
const labelsOf = (list: readonly { label: string }[]) => list.map(({ label }) => label);

describe('withoutDoubles', () => {
  it('takes new names, and the draft where another theme has the name', () => {
    const drafts = themes('king · crown', 'queen', 'whales');
    const named = themes('Monarchy', 'monarchy', 'queen');
    assert.deepEqual(labelsOf(withoutDoubles(drafts, named)), ['Monarchy', 'queen', 'whales']);
  });

  it('never gives one label twice, whatever the names are', () => {
    const names = fc.constantFrom('a', 'A', 'b', 'c', 'd', 'e');
    fc.assert(
      fc.property(fc.array(names, { minLength: 4, maxLength: 4 }), (wanted) => {
        const result = withoutDoubles(themes('a', 'b', 'c', 'x'), themes(...wanted));
        assert.equal(new Set(labelsOf(result).map((label) => label.toLowerCase())).size, 4);
      }),
    );
  });
});
