import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { direction, tableOf, topicVector } from './grouping.test-support.ts';
import { type ConceptMatch, labelThemes, type ThemeLabel } from './labels.ts';
import type { Theme } from './theme.ts';

const CONCEPTS = ['superheroes', 'monarchy'];

/** Labels of themes whose topics are given as [label, passages], best first. */
function labelsOf(
  themes: readonly (readonly (readonly [string, number])[])[],
  matches: readonly (readonly ConceptMatch[])[] = themes.map(() => []),
): ThemeLabel[] {
  const topics = themes.flat();
  const table = tableOf(
    topics.map(([label, passages], i) => topicVector(i, label, direction(i + 1), { passages })),
  );
  let next = 0;
  const made = themes.map((list): Theme => {
    const members = list.map(() => ({ topic: next++, weight: 1 }));
    return { members, centroid: direction(1), centre: direction(1) };
  });
  return labelThemes(made, matches, CONCEPTS, table);
}

describe('labelThemes', () => {
  it('names a theme by common topics, not by rare ones that are nearer to its middle', () => {
    const [theme] = labelsOf([
      [
        ['angel of sepulchres', 1],
        ['king', 60],
        ['stately pageants', 1],
        ['crown', 20],
      ],
    ]);
    assert.equal(theme!.label, 'king · crown');
    assert.equal(theme!.subtitle, 'angel of sepulchres · stately pageants');
  });

  it('takes a near concept as title only where it is a main topic, however near', () => {
    const villains = [
      ['villain', 100],
      ['rogue', 60],
      ['superheroes', 5],
    ] as const;
    const title = (cosine: number, passages: number) =>
      labelsOf([villains], [[{ concept: 0, cosine, passages }]])[0]!.label;
    assert.equal(title(0.68, 5), 'villain · rogue · superheroes');
    assert.equal(title(0.68, 50), 'superheroes');
    assert.equal(title(0.95, 5), 'villain · rogue · superheroes');
    assert.equal(title(0.55, 50), 'villain · rogue · superheroes');
  });

  it('gives a concept to one theme, the nearer one', () => {
    const match = (cosine: number) => [{ concept: 1, cosine, passages: 5 }];
    const labels = labelsOf([[['king', 9]], [['queen', 9]]], [match(0.8), match(0.9)]);
    assert.deepEqual(
      labels.map(({ label }) => label),
      ['king', 'monarchy'],
    );
  });

  it('never gives one label twice', () => {
    const labels = labelsOf([[['king', 9]], [['king', 9]], [['king', 8]]]).map(({ label }) => label);
    assert.equal(new Set(labels).size, 3, labels.join(', '));
  });
});
