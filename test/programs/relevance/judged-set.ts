/** Queries with the books that answer them: sets of our own (TSV) and of book summaries (JSON lines). */
import { readFileSync } from 'node:fs';

export interface JudgedQuery {
  text: string;
  /** word, phrase, question, description, name, quotation, none (nothing in the library answers), or a set's own. */
  kind: string;
  /** Grade of each book: 2 answers, 1 also speaks of it. Empty: no book does. */
  books: ReadonlyMap<string, number>;
  /** What figures are averaged over first: the book of a summary, else the query itself. */
  group: string;
  /** Why these books. */
  reason: string;
  /** Words of the passage that answers, as the book has them, if one does. */
  passage?: string;
  /** Sets that are tuned on have queries to fit and queries kept for checking. */
  part?: Part;
}

export const PARTS = ['fit', 'unseen'] as const;
export type Part = (typeof PARTS)[number];

/** The last two columns are optional. */
const COLUMNS = ['kind', 'query', 'books', 'reason', 'passage', 'part'];
const HEADERS = [4, 5, 6].map((count) => COLUMNS.slice(0, count).join('\t'));

/**
 * Reads a judged set by its extension. Books are named by the beginning of their file name, up to the first
 * hyphen where it is a number ("2701"), else the whole stem.
 * @throws Error that names the line, if it is not as the format says
 */
export function readJudgedSet(path: string): JudgedQuery[] {
  const lines = readFileSync(path, 'utf8').split('\n');
  const queries = path.endsWith('.tsv') ? readTsv(lines, path) : readSummaries(lines);
  if (queries.length === 0) throw new Error(`${path} holds no query`);
  return queries;
}

function readTsv([header, ...lines]: string[], path: string): JudgedQuery[] {
  if (!HEADERS.includes(header ?? '')) {
    throw new Error(`${path}: the first line must be one of ${JSON.stringify(HEADERS)}`);
  }
  const columns = header!.split('\t').length;
  return lines.flatMap((line, i) => {
    if (line === '') return [];
    const cells = line.split('\t');
    const [kind, text, books, reason, passage, part] = cells;
    const where = `${path}:${i + 2}`;
    if (!kind || !text || books === undefined || cells.length !== columns) {
      throw new Error(`${where}: not ${columns} columns`);
    }
    const grades = books.split(' ').flatMap((pair): [string, number][] => {
      if (pair === '') return [];
      const [, book, grade] = /^([\w-]+):([12])$/.exec(pair) ?? [];
      if (book === undefined) throw new Error(`${where}: "${pair}" is not book:grade with a grade of 1 or 2`);
      return [[book, Number(grade)]];
    });
    if ((kind === 'none') !== (grades.length === 0)) {
      throw new Error(`${where}: queries of kind none, and only those, have no book`);
    }
    if (passage && grades.length === 0) throw new Error(`${where}: a passage of no book`);
    if (part !== undefined && !isPart(part)) throw new Error(`${where}: the part is "fit" or "unseen"`);
    return [
      {
        text,
        kind,
        books: new Map(grades),
        group: text,
        reason: reason ?? '',
        ...(passage && { passage }),
        ...(part && { part }),
      },
    ];
  });
}

const isPart = (text: string): text is Part => (PARTS as readonly string[]).includes(text);

interface SummaryRow {
  query: string;
  kind: string;
  gutenberg_id: string;
  distinctive_name: boolean;
}

function readSummaries(lines: readonly string[]): JudgedQuery[] {
  return lines.flatMap((line) => {
    if (line === '') return [];
    const row = JSON.parse(line) as SummaryRow;
    const length = row.kind.endsWith('sentence') ? 'sentence' : 'summary';
    return [
      {
        text: row.query,
        kind: row.distinctive_name ? `${length} with a telling name` : `${length} without a name`,
        books: new Map([[row.gutenberg_id, 2]]),
        group: row.gutenberg_id,
        reason: '',
      },
    ];
  });
}

/**
 * The queries of one part of a set; all of them without a part.
 * @throws Error if the set has no such part
 */
export function inPart(queries: readonly JudgedQuery[], part: string | undefined): JudgedQuery[] {
  const some = queries.filter((query) => part === undefined || query.part === part);
  if (some.length === 0) throw new Error(`No query of the set is in the part "${part}"`);
  return some;
}

/** The name by which judged sets know a file. */
export function bookKey(fileName: string): string {
  const stem = fileName
    .split('/')
    .at(-1)!
    .replace(/\.epub$/i, '');
  return /^\d+(?=-)/.exec(stem)?.[0] ?? stem;
}
