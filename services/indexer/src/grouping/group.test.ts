import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { dot } from '../topics/vectors.ts';
import { joinDomains } from '../topics/vocabulary.ts';
import { type Grouping, group } from './group.ts';
import { direction, near, packed, TEST_DIMS, tableOf, topicVector } from './grouping.test-support.ts';
import { seededRandom, shuffle } from './random.ts';
import { groupingParts, runGrouping } from './run.ts';
import { themeTarget } from './theme-size.ts';
import type { TopicVector } from './topic-table.ts';

const THEMES = ['whale', 'bread', 'king', 'star', 'law'];
const WORDS = [
  'hunt',
  'song',
  'tale',
  'field',
  'house',
  'master',
  'feast',
  'law',
  'stone',
  'dream',
  'path',
  'crown',
];

const NAMES = ['whaling voyages', 'bread baking', 'kings and queens'];

/** Sixty topics around five directions; of three of them the last is a concept. */
const topics: TopicVector[] = THEMES.flatMap((theme, t) =>
  WORDS.map((word, w) => {
    const concept = w === WORDS.length - 1 ? NAMES[t] : undefined;
    return topicVector(
      1 + t * WORDS.length + w,
      concept ?? `${word} ${theme}${'abcde'[t]}`,
      near(direction(t), 50 * t + w + 10, 0.9),
      {
        passages: 1 + ((w * 7) % 5),
        context: packed(near(direction(t), 900 + w, 0.5)),
        kind: concept === undefined ? 'phrase' : 'concept',
      },
    );
  }),
);
const vocabulary = joinDomains([
  { name: 'Seafaring', concepts: [{ name: 'whaling voyages', aliases: ['whaling'] }] },
  { name: 'Food', concepts: [{ name: 'bread baking', aliases: ['bread'] }] },
  { name: 'Politics', concepts: [{ name: 'kings and queens', aliases: ['monarchs'] }] },
  { name: 'Sport', concepts: [{ name: 'cricket', aliases: ['wicket'] }] },
]);
const concepts = {
  concepts: vocabulary.concepts,
  vectors: [direction(0), direction(1), direction(2), direction(77)],
};

const grouped = await group(tableOf(topics), concepts);
const theThemeOf = (grouping: Grouping, topic: number) =>
  grouping.themes.find(({ members }) => members.some((m) => m.topic === topic));

describe('group', () => {
  it('makes no theme of a few labels that are alike while their passages are not', async () => {
    const ringing = (scattered: boolean) =>
      ['ringleader', 'ringmaster', 'bell ringer', 'ringlets', 'church bell'].map((label, i) =>
        topicVector(1_000 + i, label, near(direction(40), 2_000 + i, 0.9), {
          passages: 3,
          context: packed(scattered ? direction(3_000 + i) : near(direction(41), 3_000 + i, 0.9)),
        }),
      );
    for (const scattered of [true, false]) {
      const grouping = await group(tableOf([...topics, ...ringing(scattered)]), concepts);
      assert.equal(theThemeOf(grouping, 1_002) === undefined, scattered);
    }
  });

  it('puts what belongs together into one theme, and nothing twice', () => {
    const placed = grouped.themes.flatMap(({ members }) => members.map(({ topic }) => topic));
    assert.equal(new Set(placed).size, placed.length);
    assert.ok(placed.length > 45, `${placed.length} of 60 topics have a theme`);
    for (const { members } of grouped.themes) {
      const groups = new Set(members.map(({ topic }) => Math.floor((topic - 1) / WORDS.length)));
      assert.equal(groups.size, 1, members.map(({ topic }) => topics[topic - 1]!.label).join(', '));
    }
  });

  it('names a theme after its concept, once, and else after three topics', () => {
    const labels = grouped.themes.map(({ label }) => label);
    assert.equal(new Set(labels.map((label) => label.toLowerCase())).size, labels.length);
    assert.equal(labels.filter((label) => label === 'whaling voyages').length, 1);
    const star = theThemeOf(grouped, topics.find(({ label }) => label.includes('star'))!.id)!;
    assert.equal(star.label.split(' · ').length, 3);
  });

  it('gives domains by the nearest concepts, drops empty ones, and puts "Other" last', () => {
    assert.equal(grouped.domains.at(-1), 'Other');
    assert.ok(!grouped.domains.includes('Sport'));
    const whale = theThemeOf(grouped, 1)!;
    assert.equal(grouped.domains[whale.domain], 'Seafaring');
    for (const [d] of grouped.domains.entries()) assert.ok(grouped.themes.some(({ domain }) => domain === d));
  });

  it('gives weights in falling order within (0, 1], unit centroids, and places within the cube', () => {
    for (const { members, centroid, x, y, z } of grouped.themes) {
      const weights = members.map(({ weight }) => weight);
      assert.ok(weights.every((weight) => weight > 0 && weight <= 1));
      assert.deepEqual(
        weights,
        [...weights].sort((a, b) => b - a),
      );
      assert.ok(Math.abs(dot(centroid, centroid) - 1) < 1e-4);
      assert.ok([x, y, z].every((coordinate) => Math.abs(coordinate) <= 1));
    }
  });

  it('takes new names from a namer where they belong to the theme, and no others', async () => {
    const wanted = new Map([
      ['whaling voyages', 'hunting whales'],
      ['bread baking', 'cheap pills'],
    ]);
    const meanings = new Map([
      ['hunting whales', near(direction(0), 7, 0.3)],
      ['cheap pills', direction(600)],
    ]);
    const shown: number[] = [];
    const renamed = await group(tableOf(topics), concepts, () => {}, {
      nameThemes: async (drafts) =>
        drafts.map(({ label, subtitle, topics: leading }) => {
          shown.push(leading.length);
          return { label: wanted.get(label) ?? label, subtitle };
        }),
      embed: async (texts) => texts.map((text) => meanings.get(text)!),
    });
    const labels = renamed.themes.map(({ label }) => label);
    assert.ok(labels.includes('hunting whales'));
    assert.ok(labels.includes('bread baking'));
    assert.ok(Math.max(...shown) > 3 && Math.max(...shown) <= 15);
    assert.deepEqual(
      {
        ...renamed,
        themes: renamed.themes.map((theme, i) => ({ ...theme, label: grouped.themes[i]!.label })),
      },
      grouped,
    );
  });

  it('depends on the topics alone, not on their order', async () => {
    const order = shuffle(
      Int32Array.from(topics, (_, i) => i),
      seededRandom(5),
    );
    const shuffled = await group(tableOf(Array.from(order, (i) => topics[i]!)), concepts);
    assert.deepEqual(shuffled, grouped);
    assert.deepEqual(await group(tableOf(topics), concepts), grouped);
  });

  it('never places or points at a merged topic', async () => {
    const doubled = [...topics, topicVector(99, 'hunts whalea', near(direction(0), 10, 0.9))];
    const grouping = await group(tableOf(doubled), concepts);
    assert.deepEqual(grouping.merges.filter(({ topic }) => topic === 99 || topic === 1).length, 1);
    const merged = new Set(grouping.merges.map(({ topic }) => topic));
    assert.ok(grouping.merges.every(({ into }) => !merged.has(into)));
    assert.ok(grouping.themes.every(({ members }) => members.every(({ topic }) => !merged.has(topic))));
  });
});

describe('themeTarget', () => {
  it('grows with the library, ever more slowly', () => {
    assert.equal(themeTarget(100_000), 2_500);
    assert.ok(themeTarget(600) >= 40 && themeTarget(900) <= 80);
    assert.ok(themeTarget(800_000) < 8 * themeTarget(100_000));
  });
});

describe('runGrouping', () => {
  async function* stream(list: readonly TopicVector[]) {
    yield* list;
  }

  it('reads phrases and concepts and leaves names out', async () => {
    const name = topicVector(500, 'Ahab', new Float32Array(TEST_DIMS), {
      kind: 'name',
      vector: Buffer.alloc(0),
    });
    const embed = async (texts: readonly string[]) => texts.map((text) => direction(text.length));
    const grouping = await runGrouping({ streamTopics: stream([...topics, name]), embed, vocabulary });
    assert.ok(grouping.themes.length > 0);
    assert.ok(!grouping.themes.some(({ members }) => members.some(({ topic }) => topic === 500)));
  });

  it('gives an empty grouping for an empty library, without embedding anything', async () => {
    const embed = () => assert.fail('nothing to embed');
    const grouping = await runGrouping({ streamTopics: stream([]), embed, vocabulary });
    assert.deepEqual(grouping, { merges: [], domains: [], themes: [] });
    assert.deepEqual(
      [...groupingParts(grouping)].map((part) => Object.keys(part)[0]),
      ['header', 'footer'],
    );
  });

  it('hands the grouping on in parts that add up to the footer', () => {
    const parts = [...groupingParts(grouped)];
    const footer = parts.at(-1)?.footer;
    assert.equal(footer?.themes, parts.flatMap((part) => part.themes?.themes ?? []).length);
    assert.equal(footer?.domains, parts.flatMap((part) => part.domains?.domains ?? []).length);
    assert.equal(footer?.merges, parts.flatMap((part) => part.merges?.merges ?? []).length);
    const centroid = parts.flatMap((part) => part.themes?.themes ?? [])[0]!.centroid as Uint8Array;
    assert.equal(centroid.byteLength, 4 * TEST_DIMS);
  });

  it('refuses topics whose vectors differ in length', async () => {
    const wrong = topicVector(2, 'b', direction(1, 32));
    const embed = async (texts: readonly string[]) => texts.map(() => direction(1));
    await assert.rejects(
      runGrouping({ streamTopics: stream([topics[0]!, wrong]), embed, vocabulary }),
      RangeError,
    );
  });
});
