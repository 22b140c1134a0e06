import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { PutGroupingRequest__Out as Part } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import { GroupingAssembler } from './grouping-assembler.ts';
import { packed } from './parts.test-support.ts';

const HIGHEST_TOPIC = 9;

const header: Part = { part: 'header', header: { recipe: 'test' } };
const merges = (...pairs: [number, number][]): Part => ({
  part: 'merges',
  merges: { merges: pairs.map(([topic, into]) => ({ topic, into })) },
});
const domains = (...labels: string[]): Part => ({
  part: 'domains',
  domains: { domains: labels.map((label) => ({ label })) },
});
const theme = (label: string, domain: number, ...topics: number[]) => ({
  label,
  subtitle: '',
  domain,
  members: topics.map((topic) => ({ topic, weight: 1 })),
  centroid: packed(label),
  x: 0,
  y: 0,
  z: 0,
  mapX: 0.25,
  mapY: -0.5,
});
const themes = (...all: ReturnType<typeof theme>[]): Part => ({ part: 'themes', themes: { themes: all } });
const footer = (mergeCount: number, domainCount: number, themeCount: number): Part => ({
  part: 'footer',
  footer: { merges: mergeCount, domains: domainCount, themes: themeCount },
});

function assemble(...parts: Part[]) {
  const assembler = new GroupingAssembler(HIGHEST_TOPIC);
  for (const part of parts) assembler.add(part);
  return assembler.finish().grouping;
}

test('a whole grouping is packed, without merges of topics that are not there', () => {
  const grouping = assemble(
    header,
    merges([3, 1], [4, 1], [50, 1], [5, 60]),
    domains('Sea', 'Land'),
    themes(theme('Whales', 0, 1, 2, 70), theme('Farms', 1, 6)),
    footer(4, 2, 2),
  );
  assert.deepEqual([...grouping.merges], [3, 1, 4, 1]);
  assert.deepEqual(grouping.domains, ['Sea', 'Land']);
  assert.deepEqual(
    grouping.themes.map(({ label, members }) => [label, ...members.topics]),
    [
      ['Whales', 1, 2, 70],
      ['Farms', 6],
    ],
  );
  assert.equal(grouping.centroids.length, 2 * 384);
});

for (const [what, message, ...parts] of [
  ['without a header', /first part must be the header/, domains('Sea')],
  ['without a footer', /ended before the footer/, header, domains('Sea')],
  [
    'with another count than its footer says',
    /footer says 2 domains, but 1/,
    header,
    domains('Sea'),
    footer(0, 2, 0),
  ],
  ['with a part after the footer', /after the footer/, header, footer(0, 0, 0), domains('Sea')],
  ['with a chain of merges', /which is merged itself/, header, merges([3, 2], [2, 1]), footer(2, 0, 0)],
  ['with a topic merged twice', /merged twice/, header, merges([3, 2], [3, 1])],
  ['with a topic merged into itself', /into itself/, header, merges([3, 3])],
  [
    'with merges after a theme',
    /after the first theme/,
    header,
    domains('Sea'),
    themes(theme('A', 0, 1)),
    merges([3, 2]),
  ],
  [
    'with a topic in two themes',
    /stands in two themes/,
    header,
    domains('Sea'),
    themes(theme('A', 0, 1), theme('B', 0, 1)),
  ],
  [
    'with a merged topic in a theme',
    /but is merged/,
    header,
    merges([3, 1]),
    domains('Sea'),
    themes(theme('A', 0, 3)),
  ],
  [
    'with a theme in a domain that is not there',
    /is in domain 1, but there are 1/,
    header,
    domains('Sea'),
    themes(theme('A', 1, 1)),
  ],
  ['with a domain twice', /came twice/, header, domains('Sea', 'Sea')],
  ['with a theme without topics', /has no topics/, header, domains('Sea'), themes(theme('A', 0))],
] as const satisfies readonly [string, RegExp, ...Part[]][]) {
  test(`a grouping ${what} is refused`, () => {
    assert.throws(() => assemble(...parts), { code: 'invalid_argument', message });
  });
}
