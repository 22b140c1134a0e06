/** The grouping job as the pipeline runs it: topics in as a stream, parts of PutGrouping out. */
import type { PutGroupingRequest } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import type { Embedder } from '../book.ts';
import { conceptVectors } from '../topics/concept-space.ts';
import { shippedVocabulary, type Vocabulary } from '../topics/vocabulary.ts';
import { type Grouping, group } from './group.ts';
import type { ThemeNamer } from './theme-namer.ts';
import { CollectedTopics, TopicTable, type TopicVector } from './topic-table.ts';

/** Name and version of the recipe; changes when the same topics would be grouped otherwise. */
export const GROUPING_RECIPE = 'cpm-3';

export interface GroupingInput {
  /** Phrases and concepts; others are left out. */
  streamTopics: AsyncIterable<TopicVector>;
  embed: Embedder;
  /** The shipped vocabulary if left out. */
  vocabulary?: Vocabulary;
  /** Themes keep the names they are drafted with if left out. */
  nameThemes?: ThemeNamer | undefined;
  /** Hears the share done, 0..1. */
  onProgress?: (share: number) => void;
}

/** Reads all topics (about 850 bytes each) and groups them. */
export async function runGrouping(input: GroupingInput): Promise<Grouping> {
  const collected = new CollectedTopics();
  for await (const topic of input.streamTopics) {
    if (topic.kind === 'phrase' || topic.kind === 'concept') collected.add(topic);
  }
  const table = new TopicTable(collected);
  if (table.count === 0) return { merges: [], domains: [], themes: [] };
  const { concepts } = input.vocabulary ?? shippedVocabulary();
  const { vectors } = await conceptVectors(concepts, input.embed);
  const { embed, nameThemes, onProgress } = input;
  const naming = nameThemes && { nameThemes, embed };
  return group(table, { concepts, vectors }, onProgress, naming);
}

/** Messages stay well below gRPC's limit: merges are pairs of numbers, a theme has up to some thousand members. */
const MERGES_A_PART = 10_000;
const THEMES_A_PART = 100;

/** The grouping as the requests of one PutGrouping call, header first and footer last. */
export function* groupingParts(grouping: Grouping): Generator<PutGroupingRequest> {
  const { merges, domains, themes } = grouping;
  yield { header: { recipe: GROUPING_RECIPE } };
  for (const part of pieces(merges, MERGES_A_PART)) yield { merges: { merges: part } };
  if (domains.length > 0) yield { domains: { domains: domains.map((label) => ({ label })) } };
  for (const part of pieces(themes, THEMES_A_PART)) {
    yield {
      themes: {
        themes: part.map(({ centroid, ...theme }) => ({
          ...theme,
          centroid: new Uint8Array(centroid.buffer, centroid.byteOffset, centroid.byteLength),
        })),
      },
    };
  }
  yield { footer: { merges: merges.length, domains: domains.length, themes: themes.length } };
}

function* pieces<T>(items: readonly T[], size: number): Generator<T[]> {
  for (let start = 0; start < items.length; start += size) yield items.slice(start, start + size);
}
