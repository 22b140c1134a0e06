import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Theme } from '../model.ts';
import { exampleThemes } from './example-themes.ts';

const theme = (label: string, domain: number) => ({ label, domain: { id: domain, label: '' } }) as Theme;

test('examples come from different domains, in order, without composed labels', () => {
  const themes = [
    theme('fruit', 1),
    theme('bread', 1),
    theme('rope · knot', 2),
    theme('grief', 3),
    theme('sea', 4),
  ];
  assert.deepEqual(
    exampleThemes(themes, 2).map((t) => t.label),
    ['fruit', 'grief'],
  );
});
