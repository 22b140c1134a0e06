/** What a service answered to the queries of a judged set: enough to try any fusion without asking again. */
import { readFileSync, writeFileSync } from 'node:fs';
import { setTimeout } from 'node:timers/promises';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import { SIGNAL_NAMES } from '../../../services/retrieval/src/signals/all-signals.ts';
import { bookKey, type JudgedQuery } from './judged-set.ts';

/** A ranked list of books: key and the signal's raw score, best first. */
export type BookList = readonly (readonly [book: string, raw: number])[];

export interface Answer {
  /** Each signal alone, by its name. */
  signals: Record<string, BookList>;
  /** All of them, as the service fuses them; the number is the fused score. */
  fused: BookList;
  relevant: boolean;
}

export interface Run {
  /** Keys of all books of the library. */
  library: string[];
  answers: Record<string, Answer>;
}

const CALL_TIMEOUT_MS = 30_000;
/** Books of each list: a hundred is the most that one call gives. */
const DEPTH = 100;
/** A busy machine may be too slow for the service's own patience now and then. */
const TRIES = 10;
const PAUSE_MS = 500;

export interface CollectOptions {
  /** Signals that are asked by themselves as well; those of the others are missing. */
  alone?: readonly string[];
  /** Told after each query how many are done. */
  progress?: (done: number) => void;
}

/**
 * Asks the service at `address` every query, all signals together and some by themselves.
 * @throws if it is degraded
 */
export async function collect(
  queries: readonly JudgedQuery[],
  address: string,
  { alone = SIGNAL_NAMES, progress }: CollectOptions = {},
): Promise<Run> {
  const client = connect(
    loadContract<ProtoGrpcType>('library').grpc.libtrails.library.v1.LibraryService,
    address,
  );
  const search = async (query: string, signals: string[]) => {
    for (let tries = 1; ; tries += 1) {
      const answer = await callUnary(
        client,
        client.search,
        { query, scope: 'BOOKS', signals, limit: DEPTH, explain: signals.length === 1 },
        { timeoutMs: CALL_TIMEOUT_MS },
      );
      if (!answer.degraded) return answer;
      if (tries === TRIES) throw new Error(`degraded answer: ${answer.degradedReasons.join('; ')}`);
      await setTimeout(PAUSE_MS);
    }
  };
  try {
    const answers: Run['answers'] = {};
    for (const [i, { text }] of queries.entries()) {
      const all = await search(text, []);
      const signals: Answer['signals'] = {};
      for (const name of alone) {
        const { results } = await search(text, [name]);
        signals[name] = results.map((r) => [bookKey(r.book?.fileName ?? ''), r.signals[0]?.raw ?? 0]);
      }
      const fused = all.results.map((r) => [bookKey(r.book?.fileName ?? ''), r.score] as const);
      answers[text] = { signals, fused, relevant: all.relevant };
      progress?.(i + 1);
    }
    return { library: await libraryOf(client), answers };
  } finally {
    client.close();
  }
}

type LibraryClient = InstanceType<ProtoGrpcType['libtrails']['library']['v1']['LibraryService']>;

async function libraryOf(client: LibraryClient): Promise<string[]> {
  const books: string[] = [];
  let cursor = '';
  do {
    const page = await callUnary(
      client,
      client.listBooks,
      { cursor, limit: 200 },
      { timeoutMs: CALL_TIMEOUT_MS },
    );
    books.push(...page.books.map(({ fileName }) => bookKey(fileName)));
    cursor = page.nextCursor;
  } while (cursor !== '');
  return books;
}

export function writeRun(path: string, run: Run): void {
  writeFileSync(path, JSON.stringify(run));
}

export function readRun(path: string): Run {
  return JSON.parse(readFileSync(path, 'utf8')) as Run;
}
