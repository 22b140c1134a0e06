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
}

const HEADER = 'kind\tquery\tbooks\treason';

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
  if (header !== HEADER) throw new Error(`${path}: the first line must be ${JSON.stringify(HEADER)}`);
  return lines.flatMap((line, i) => {
    if (line === '') return [];
    const [kind, text, books, reason, ...rest] = line.split('\t');
    const where = `${path}:${i + 2}`;
    if (!kind || !text || books === undefined || rest.length > 0)
      throw new Error(`${where}: not four columns`);
    const grades = books.split(' ').flatMap((pair): [string, number][] => {
      if (pair === '') return [];
      const [, book, grade] = /^([\w-]+):([12])$/.exec(pair) ?? [];
      if (book === undefined) throw new Error(`${where}: "${pair}" is not book:grade with a grade of 1 or 2`);
      return [[book, Number(grade)]];
    });
    if ((kind === 'none') !== (grades.length === 0)) {
      throw new Error(`${where}: queries of kind none, and only those, have no book`);
    }
    return [{ text, kind, books: new Map(grades), group: text, reason: reason ?? '' }];
  });
}

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

/** The name by which judged sets know a file. */
export function bookKey(fileName: string): string {
  const stem = fileName
    .split('/')
    .at(-1)!
    .replace(/\.epub$/i, '');
  return /^\d+(?=-)/.exec(stem)?.[0] ?? stem;
}
