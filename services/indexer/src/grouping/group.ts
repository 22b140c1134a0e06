/** A new grouping of a library's topics: merges, themes and domains. The same topics always give the same grouping. */
import { PROFILE } from '@libtrails/models/profile';
import type { Embedder } from '../book.ts';
import { centred, dot, mean } from '../topics/vectors.ts';
import type { Concept } from '../topics/vocabulary.ts';
import { clusterTopics } from './cluster.ts';
import { mergeTopics } from './dedupe.ts';
import { domainOf, orderDomains } from './domains.ts';
import { nearestNeighbours } from './knn.ts';
import { type ConceptMatch, labelThemes, type ThemeLabel } from './labels.ts';
import { layOut } from './layout.ts';
import { makeTheme, type Theme } from './theme.ts';
import { asDrafted, type ThemeNamer, withoutDoubles } from './theme-namer.ts';
import { coreTopics, themeTarget } from './theme-size.ts';
import { TopicSpace } from './topic-space.ts';
import type { TopicTable } from './topic-table.ts';
import { VectorBlock } from './vector-block.ts';

/** Neighbours of a topic in the graph, and how near they must be. */
const NEIGHBOURS = 10;
const MIN_COSINE = PROFILE.calibration.grouping.neighbour;
/** Leading topics that a namer is shown. */
const TOPICS_SHOWN = 15;
/** A new name that is further from its theme than this speaks of something else. */
const MIN_NAME_COSINE = PROFILE.calibration.grouping.newName;
/** Nearest concepts of a theme that are looked at. */
const NEAREST_CONCEPTS = 5;

export interface GroupedTheme {
  label: string;
  subtitle: string;
  /** Place in `domains`. */
  domain: number;
  /** Topic ids, heaviest first; weights above 0, at most 1. */
  members: { topic: number; weight: number }[];
  /** Unit vector in the space of embedded labels. */
  centroid: Float32Array;
  x: number;
  y: number;
  z: number;
  /** On the map. */
  mapX: number;
  mapY: number;
}

export interface Grouping {
  /** Topic ids; `into` is never merged itself. */
  merges: { topic: number; into: number }[];
  domains: string[];
  /** Largest first. */
  themes: GroupedTheme[];
}

/** Somebody who may rename themes, and the means to see whether a new name belongs to its theme. */
export interface Naming {
  nameThemes: ThemeNamer;
  embed: Embedder;
}

export interface Concepts {
  concepts: readonly Concept[];
  /** Unit vectors as embedded, in the same order. */
  vectors: readonly Float32Array[];
}

/** Groups all topics of the table. `onProgress` hears the share done, 0..1. */
export async function group(
  table: TopicTable,
  vocabulary: Concepts,
  onProgress: (share: number) => void = () => {},
  naming: Naming = { nameThemes: asDrafted, embed: async () => [] },
): Promise<Grouping> {
  if (table.count === 0) return { merges: [], domains: [], themes: [] };
  const space = new TopicSpace(table);
  const core = coreTopics(table);
  const block = new VectorBlock(core.length, table.dims);
  const position = new Float32Array(table.dims);
  core.forEach((topic, row) => {
    space.readPosition(topic, position);
    block.set(row, position);
  });
  const neighbours = await nearestNeighbours(block, NEIGHBOURS, MIN_COSINE, (share) =>
    onProgress(0.8 * share),
  );
  const into = mergeTopics(table, core, neighbours);
  onProgress(0.85);
  const target = themeTarget(
    into.reduce((sum, representative, topic) => sum + Number(representative === topic), 0),
  );
  const clusters = clusterTopics(table, space, core, neighbours, into, target);
  onProgress(0.95);
  const themes = clusters.map((cluster) => makeTheme(cluster, table, space));
  const named = await nameThemes(themes, table, space, vocabulary, naming);
  const grouping = { merges: mergesOf(table, into), ...named };
  onProgress(1);
  return grouping;
}

function mergesOf(table: TopicTable, into: Int32Array): Grouping['merges'] {
  const merges: Grouping['merges'] = [];
  into.forEach((representative, topic) => {
    if (representative !== topic) merges.push({ topic: table.ids[topic]!, into: table.ids[representative]! });
  });
  return merges;
}

/** Labels, domains and places. */
async function nameThemes(
  themes: readonly Theme[],
  table: TopicTable,
  topicSpace: TopicSpace,
  { concepts, vectors }: Concepts,
  naming: Naming,
): Promise<Pick<Grouping, 'domains' | 'themes'>> {
  const origin = vectors.length > 0 ? mean(vectors) : new Float32Array(table.dims);
  const conceptVectors = vectors.map((vector) => centred(vector, origin));
  const placeOfConcept = new Map(concepts.map(({ name }, i) => [name.toLowerCase(), i]));
  const matches = themes.map((theme) => nearestConcepts(theme, table, conceptVectors, placeOfConcept));
  const conceptNames = concepts.map((concept) => concept.name);
  const drafts = labelThemes(themes, matches, conceptNames, table);
  const labels = await renamed(drafts, themes, table, topicSpace, naming);
  const conceptDomains = concepts.map((concept) => concept.domain);
  const themeDomains = matches.map((list) => domainOf(list, conceptDomains));
  const domains = orderDomains(
    themeDomains,
    themes.map((theme) => theme.members.reduce((sum, { topic }) => sum + table.passages[topic]!, 0)),
  );
  const centres = themes.map((theme) => theme.centre);
  const space = layOut(centres, 3);
  const map = layOut(centres, 2);
  return {
    domains,
    themes: themes.map((theme, i) => {
      const [x, y, z] = space[i] as [number, number, number];
      const [mapX, mapY] = map[i] as [number, number];
      return {
        ...labels[i]!,
        domain: domains.indexOf(themeDomains[i]!),
        members: theme.members.map(({ topic, weight }) => ({ topic: table.ids[topic]!, weight })),
        centroid: theme.centroid,
        x,
        y,
        z,
        mapX,
        mapY,
      };
    }),
  };
}

/** The drafts with the new names that belong to their theme; each label once. */
async function renamed(
  drafts: readonly ThemeLabel[],
  themes: readonly Theme[],
  table: TopicTable,
  space: TopicSpace,
  { nameThemes: name, embed }: Naming,
): Promise<ThemeLabel[]> {
  const shown = drafts.map((draft, i) => ({
    ...draft,
    topics: themes[i]!.members.slice(0, TOPICS_SHOWN).map(({ topic }) => table.labels[topic]!),
  }));
  const named = await name(shown);
  const changed = drafts.flatMap((draft, i) => (named[i] && named[i].label !== draft.label ? [i] : []));
  const vectors = await embed(
    changed.map((i) => named[i]!.label),
    'LABEL',
  );
  const checked = [...drafts];
  changed.forEach((i, n) => {
    const nearness = dot(centred(vectors[n]!, space.labelOrigin), themes[i]!.centre);
    if (nearness >= MIN_NAME_COSINE) checked[i] = named[i]!;
  });
  return withoutDoubles(drafts, checked);
}

/** The concepts nearest to a theme's centre, nearest first; those among its topics are always in the list. */
function nearestConcepts(
  theme: Theme,
  table: TopicTable,
  conceptVectors: readonly Float32Array[],
  placeOfConcept: ReadonlyMap<string, number>,
): ConceptMatch[] {
  const passages = new Map<number, number>();
  for (const { topic } of theme.members) {
    if (table.isConcept[topic] === 0) continue;
    const place = placeOfConcept.get(table.labels[topic]!.toLowerCase());
    if (place !== undefined) passages.set(place, table.passages[topic]!);
  }
  return conceptVectors
    .map((vector, concept) => ({
      concept,
      cosine: dot(theme.centre, vector),
      passages: passages.get(concept) ?? 0,
    }))
    .sort((a, b) => b.cosine - a.cosine || a.concept - b.concept)
    .filter((match, place) => place < NEAREST_CONCEPTS || match.passages > 0);
}
