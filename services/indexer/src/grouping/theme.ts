/** What a theme is while it is being made. */
import { addScaled, dot, normalise } from '../topics/vectors.ts';
import type { TopicSpace } from './topic-space.ts';
import type { TopicTable } from './topic-table.ts';

export interface Theme {
  /** Best first. */
  members: { topic: number; weight: number }[];
  /** Mean of the members' label vectors as embedded, unit length: what queries are compared with. */
  centroid: Float32Array;
  /** The same, centred on all labels: what themes and concepts are compared by. */
  centre: Float32Array;
}

const FREQUENCY_WEIGHT = 0.1;
const BOOKS_WEIGHT = 0.03;
/** "species of leviathan" is a poorer name than "leviathan". */
const OF_PENALTY = 0.1;
/** Of this many topics at most, the best, the centroid is made: the tail is only attached. */
const CENTROID_TOPICS = 200;

/** Weighs the members of a cluster: near the centre, used often and in many books. Weights are above 0, at most 1. */
export function makeTheme(cluster: readonly number[], table: TopicTable, space: TopicSpace): Theme {
  const label = new Float32Array(table.dims);
  const centre = new Float32Array(table.dims);
  for (const topic of cluster) {
    space.readLabel(topic, label);
    addScaled(centre, label, Math.log(1 + table.passages[topic]!));
  }
  normalise(centre);
  const scored = cluster.map((topic) => {
    space.readLabel(topic, label);
    const score =
      dot(label, centre) +
      FREQUENCY_WEIGHT * Math.log(1 + table.passages[topic]!) +
      BOOKS_WEIGHT * Math.log(1 + table.books[topic]!) -
      (table.labels[topic]!.includes(' of ') ? OF_PENALTY : 0);
    return { topic, score };
  });
  scored.sort((a, b) => b.score - a.score || a.topic - b.topic);
  const best = Math.max(1e-6, scored[0]?.score ?? 1);
  const members = scored.map(({ topic, score }) => ({ topic, weight: Math.max(1e-3, score / best) }));
  const centroid = new Float32Array(table.dims);
  for (const { topic, weight } of members.slice(0, CENTROID_TOPICS)) {
    table.readVector(topic, label);
    addScaled(centroid, label, weight);
  }
  return { members, centroid: normalise(centroid), centre };
}
