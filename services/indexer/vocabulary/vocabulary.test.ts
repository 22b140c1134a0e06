import assert from 'node:assert/strict';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, describe, it } from 'node:test';
import { loadVocabulary } from './load.ts';

const domains = loadVocabulary();
const entries = domains.flatMap((domain) =>
  domain.concepts.map((concept) => ({
    ...concept,
    domain: domain.name,
    labels: [concept.name, ...concept.aliases],
  })),
);
const labels = entries.flatMap((entry) => entry.labels);

/** Words that carry no difference between two labels. */
const CONNECTING = new Set([
  'a',
  'an',
  'and',
  'at',
  'by',
  'for',
  'from',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
  'with',
]);

/** "Boarding schools", "boarding-school" and "school for boarding" are one label to a reader, and here. */
function normalForm(label: string): string {
  const words = label
    .toLowerCase()
    .replaceAll("'", '')
    .split(/[^a-z0-9]+/);
  return words
    .filter((word) => word !== '' && !CONNECTING.has(word))
    .map(singular)
    .sort()
    .join(' ');
}

function singular(word: string): string {
  if (word.length <= 3 || /(ss|us|is)$/.test(word)) return word;
  return word
    .replace(/ies$/, 'y')
    .replace(/(ch|sh|x|ss)es$/, '$1')
    .replace(/s$/, '');
}

function wordCount(label: string): number {
  return label.split(' ').length;
}

describe('the concept vocabulary', () => {
  it('is large enough to cover a library and small enough to be read by a person', () => {
    assert.ok(domains.length >= 20 && domains.length <= 30, `${domains.length} domains`);
    assert.ok(entries.length >= 1_000 && entries.length <= 1_500, `${entries.length} concepts`);
    for (const { name, concepts } of domains) {
      assert.ok(concepts.length >= 30 && concepts.length <= 70, `${name} has ${concepts.length} concepts`);
    }
  });

  it('keeps each domain in the file of its name', () => {
    const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.json'));
    assert.deepEqual(
      files.sort(),
      domains.map(({ name }) => `${name.toLowerCase().replaceAll(' ', '-')}.json`),
    );
  });

  it('lists concepts in alphabetical order', () => {
    for (const { name, concepts } of domains) {
      const names = concepts.map((concept) => concept.name.toLowerCase());
      assert.deepEqual(names, [...names].sort(), name);
    }
  });

  it('gives each concept three to five aliases', () => {
    const wrong = entries.filter(({ aliases }) => aliases.length < 3 || aliases.length > 5);
    assert.deepEqual(wrong, []);
  });

  it('uses one to four words a label, in plain ASCII with single spaces', () => {
    const wrong = labels.filter(
      (label) =>
        wordCount(label) > 4 || !/^[A-Za-z0-9]['A-Za-z0-9-]*( [A-Za-z0-9][A-Za-z0-9'-]*)*$/.test(label),
    );
    assert.deepEqual(wrong, []);
  });

  it('writes a word that stands alone with a capital only if it is a proper noun everywhere', () => {
    const lowerCase = new Set(
      labels.flatMap((label) => label.split(/[ -]/)).filter((word) => /^[a-z]/.test(word)),
    );
    const wrong = labels.filter((label) => /^[A-Z][a-z]+$/.test(label) && lowerCase.has(label.toLowerCase()));
    assert.deepEqual(wrong, []);
  });

  it('starts domain names with a capital and joins with "and"', () => {
    for (const { name } of domains) assert.match(name, /^[A-Z][a-z]+( [a-z]+){0,3}$/);
  });

  it('gives no label to two concepts, whatever its number or order of words', () => {
    const owners = new Map<string, string>();
    const clashes: string[] = [];
    for (const entry of entries) {
      for (const label of entry.labels) {
        const form = normalForm(label);
        const owner = owners.get(form);
        if (owner !== undefined)
          clashes.push(`"${label}" of "${entry.name}" (${entry.domain}) is there already: ${owner}`);
        owners.set(form, `"${label}" of "${entry.name}" (${entry.domain})`);
      }
    }
    assert.deepEqual(clashes, []);
  });

  it('holds the words that readers type for ideas of every kind', () => {
    const known = new Set(labels.map((label) => label.toLowerCase()));
    const asked = [
      'dystopia',
      'surveillance',
      'machine learning',
      'neural networks',
      'cooking',
      'fermentation',
      'bread',
      'quantum physics',
      'cosmology',
      'dragons',
      'magic',
      'stoicism',
      'Buddhism',
      'climate change',
      'genetics',
      'beekeeping',
      'gardening',
      'chess',
      'polar exploration',
      'whaling',
      'courtship',
      'inheritance',
      'clergymen',
      'factory work',
      'duels',
      'slavery',
      'feminism',
      'detective',
      'time travel',
      'solitude',
      'ambition',
      'guilt',
      'evolution',
      'democracy',
      'architecture',
      'parenting',
    ];
    assert.deepEqual(
      asked.filter((label) => !known.has(label.toLowerCase())),
      [],
    );
  });
});

describe('loadVocabulary', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'vocabulary-'));
  after(() => rmSync(folder, { recursive: true }));

  it('gives domains in the order of their files and ignores other files', () => {
    writeFileSync(
      path.join(folder, 'b.json'),
      '{"domain":"B","concepts":[{"name":"bees","aliases":["hive"]}]}',
    );
    writeFileSync(
      path.join(folder, 'a.json'),
      '{"domain":"A","concepts":[{"name":"ants","aliases":["ant hill"]}]}',
    );
    writeFileSync(path.join(folder, 'README.md'), 'not a domain');
    assert.deepEqual(loadVocabulary(folder), [
      { name: 'A', concepts: [{ name: 'ants', aliases: ['ant hill'] }] },
      { name: 'B', concepts: [{ name: 'bees', aliases: ['hive'] }] },
    ]);
  });

  it('names the file that is broken, and the place', () => {
    writeFileSync(path.join(folder, 'c.json'), '{"domain":"C","concepts":[{"name":"cats"}]}');
    assert.throws(() => loadVocabulary(folder), /c\.json.*aliases/s);
    writeFileSync(path.join(folder, 'c.json'), '{"domain":');
    assert.throws(() => loadVocabulary(folder), /c\.json/);
  });
});
