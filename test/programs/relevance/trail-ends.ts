/** The ends that trails are measured between. */
import { readFileSync } from 'node:fs';
import type { Library } from '../../../services/retrieval/src/store/sqlite/library.ts';

export interface TrailEnds {
  /** As the service is asked: words, "topic:ID" or "passage:ID". `to` is empty for a trail around one idea. */
  from: string;
  to: string;
  /** What the ends say, for a search by words. */
  words: string;
}

/**
 * A table of `from` and `to`. Ids belong to one library, so the table names a topic by its label (topic=solitude) and a
 * passage by words that are in it (passage=Call me Ishmael). @throws Error if the library has no such topic or passage
 */
export function readTrailEnds(path: string, library: Pick<Library, 'db'>): TrailEnds[] {
  const [, ...rows] = readFileSync(path, 'utf8').trimEnd().split('\n');
  return rows.map((row) => {
    const [from = '', to = ''] = row.split('\t');
    const words = [from, to].map((end) => end.replace(/^(topic|passage)=/, '')).join(' ');
    return { from: endIn(library, from), to: endIn(library, to), words: words.trim() };
  });
}

const IDS = {
  topic: 'SELECT id FROM topics WHERE label = ? AND merged_into IS NULL ORDER BY id',
  passage: "SELECT id FROM chunks WHERE searchable = 1 AND instr(replace(text, '’', ''''), ?) ORDER BY id",
} as const;

function endIn(library: Pick<Library, 'db'>, named: string): string {
  const [, kind, text] = /^(topic|passage)=(.+)$/.exec(named) ?? [];
  if (kind === undefined) return named;
  const id = library.db
    .prepare<[string], number>(IDS[kind as keyof typeof IDS])
    .pluck()
    .get(text!);
  if (id === undefined) throw new Error(`The library has no ${kind} “${text}”`);
  return `${kind}:${id}`;
}
