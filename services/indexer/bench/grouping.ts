/**
 * Memory and time of a grouping: topics in the shape of a library's, through the whole recipe, in this process.
 *
 *   node --max-semi-space-size=2 services/indexer/bench/grouping.ts [--topics 121118]
 *
 * Topics lie around centres of unequal size, with labels of English words; four in ten are in more than one passage,
 * as in the hundred books, and some are the plural of another. The digest names the result: the same topics must always give the same.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { seededRandom } from '../src/grouping/random.ts';
import { groupingParts, runGrouping } from '../src/grouping/run.ts';
import type { TopicVector } from '../src/grouping/topic-table.ts';
import { shippedVocabulary } from '../src/topics/vocabulary.ts';

const DIMS = 384;
const TOPICS_A_CENTRE = 40;
const REPEATED_SHARE = 0.43;
const PLURAL_SHARE = 0.05;

const { values } = parseArgs({ options: { topics: { type: 'string', default: '121118' } } });
const topics = Number(values.topics);

const before = process.cpuUsage();
const grouping = await runGrouping({
  streamTopics: drawTopics(topics),
  embed: async (texts) => texts.map(direction),
});
const { user, system } = process.cpuUsage(before);
const digest = createHash('sha256');
for (const part of groupingParts(grouping)) digest.update(JSON.stringify(part));
console.log(`${topics.toLocaleString('en')} topics: ${grouping.themes.length} themes, ${grouping.merges.length} merges, ${digest.digest('hex').slice(0, 16)}
processor ${((user + system) / 1e6).toFixed(1)} s, peak memory of the process ${peakMiB()} MiB`);

/** Names of concepts are drawn as well, so that labels share words and some are concepts. */
async function* drawTopics(count: number): AsyncGenerator<TopicVector> {
  const random = seededRandom(7);
  const words = shippedVocabulary().concepts.flatMap(({ name, aliases }) =>
    [name, ...aliases].join(' ').split(' '),
  );
  const word = () => words[Math.floor(random() * words.length)]!;
  const centres = Math.ceil(count / TOPICS_A_CENTRE);
  let label = '';
  let vector: Buffer = Buffer.alloc(0);
  for (let id = 1; id <= count; id++) {
    // Squared: few centres with many topics, many with few.
    const centre = Math.floor(random() ** 2 * centres);
    const repeated = random() < REPEATED_SHARE;
    if (id > 1 && !label.endsWith('s') && random() < PLURAL_SHARE) label += 's';
    else {
      label = `${word()} ${word()}`;
      vector = near(`centre ${centre}`, random);
    }
    yield {
      id,
      label,
      kind: 'phrase',
      domain: '',
      passages: repeated ? 2 + Math.floor(random() ** 4 * 200) : 1,
      books: repeated ? 1 + Math.floor(random() ** 4 * 20) : 1,
      vector,
      context: near(`place ${centre}`, random),
    };
  }
}

/** An int8 vector around a centre. */
function near(centre: string, random: () => number): Buffer {
  const towards = direction(centre);
  return Buffer.from(Int8Array.from(towards, (x) => Math.round(400 * (x + 0.09 * (random() - 0.5)))).buffer);
}

/** A unit vector, the same for the same name. */
function direction(name: string): Float32Array {
  const random = seededRandom(createHash('sha256').update(name).digest().readUInt32LE());
  const vector = Float32Array.from({ length: DIMS }, () => random() - 0.5);
  const length = Math.hypot(...vector);
  return vector.map((x) => x / length);
}

function peakMiB(): string {
  const kib = /^VmHWM:\s+(\d+) kB/m.exec(readFileSync('/proc/self/status', 'utf8'))![1];
  return (Number(kib) / 1024).toFixed(0);
}
