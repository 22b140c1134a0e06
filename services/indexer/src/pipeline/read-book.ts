/** Reads a file in a process of its own: whatever it does to the parsers, it costs that file and nothing else. */
import { type ChildProcess, spawn } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { basename } from 'node:path';
import { fileURLToPath } from 'node:url';
import { LibTrailsError } from '@libtrails/common/errors';
import type { ParsedBook } from '../book.ts';
import type { ReadLimits } from '../formats/book-format.ts';
import { BookFileError } from '../formats/errors.ts';
import { formatOfFile } from '../formats/registry.ts';
import type { Cover } from './cover.ts';

export interface ToReader {
  /** Path without links. */
  file: string;
  /** What the file is called where it was found: the title of a book that has none. */
  name: string;
}

export type FromReader =
  | { kind: 'book'; book: ParsedBook }
  | { kind: 'cover'; cover: Cover | undefined }
  | { kind: 'refused'; code: string; reason: string; detail: string }
  /** An error of the file system, or a defect of ours. */
  | { kind: 'failed'; message: string; code: string | undefined };

const ROOT = fileURLToPath(new URL('../../../../', import.meta.url));
const PROGRAM = fileURLToPath(new URL('./reader-process.ts', import.meta.url));
/** What of the environment it gets: nothing that is secret. */
const ENVIRONMENT = ['PATH', 'NODE_COMPILE_CACHE', 'NODE_COMPILE_CACHE_PORTABLE', 'MALLOC_ARENA_MAX'];

export interface ReadBook {
  book: ParsedBook;
  /** Undefined if there is none, or none that can be shown. */
  cover: Cover | undefined;
}

/**
 * @param limits instead of those of the file's format
 * @param program another program in its place (tests)
 * @throws BookFileError if the file is refused, also for what it did to the process; errors of the file system with
 *   their code; LibTrailsError cancelled
 */
export async function readBook(
  path: string,
  signal: AbortSignal,
  limits?: ReadLimits,
  program: string = PROGRAM,
): Promise<ReadBook> {
  const bounds = limits ?? (await formatOfFile(path, basename(path))).limits;
  try {
    return await readOnce(path, signal, bounds, program);
  } catch (error) {
    // The kernel may have taken it for want of memory that others used: a second time decides.
    if (!(error instanceof SuddenEnd)) throw error;
    return readOnce(path, signal, bounds, program);
  }
}

/** The process was killed from outside, or broke. */
class SuddenEnd extends BookFileError {}

function readOnce(path: string, signal: AbortSignal, limits: ReadLimits, program: string): Promise<ReadBook> {
  return new Promise((resolve, reject) => {
    // A link in a person's own folder is followed: the process may read the file behind it, and no link to it.
    const file = realpathSync(path);
    const child = start(file, limits, program);
    let book: ParsedBook | undefined;
    let cover: Cover | undefined;
    let error: unknown;
    const kill = () => child.kill('SIGKILL');
    const tooLong = setTimeout(() => {
      error = new BookFileError('too_heavy', `not read within ${limits.seconds} s`);
      kill();
    }, limits.seconds * 1_000);
    signal.addEventListener('abort', kill, { once: true });
    child.on('message', (message: FromReader) => {
      if (message.kind === 'book') book = message.book;
      else if (message.kind === 'cover') cover = message.cover;
      else if (message.kind === 'refused')
        error = new BookFileError(message.code, message.detail, { reason: message.reason });
      else error = Object.assign(new Error(message.message), { code: message.code });
    });
    child.on('error', (cause) => {
      error ??= cause;
    });
    // 'close' comes after the last message and after the end.
    child.on('close', (code, by) => {
      clearTimeout(tooLong);
      signal.removeEventListener('abort', kill);
      if (signal.aborted) reject(new LibTrailsError('cancelled', 'The work was stopped'));
      else if (book !== undefined) resolve({ book, cover });
      else reject(error ?? howItEnded(code, by, limits));
    });
    const order: ToReader = { file, name: basename(path) };
    child.send(order, (failed) => failed && kill());
  });
}

/**
 * The shell sets what Node can't: the kernel ends a process that has used up its seconds of CPU. With two limits
 * it says so by SIGXCPU; with one it would kill, which looks like any other sudden end.
 */
function start(path: string, { heapMib, cpuSeconds }: ReadLimits, program: string): ChildProcess {
  const readable = [`${ROOT}node_modules/*`, `${ROOT}services/*`, `${ROOT}package.json`, path];
  const node = [
    process.execPath,
    `--max-old-space-size=${heapMib}`,
    // Short-lived objects, such as letters of a PDF, are collected early: 154 MB instead of 221 for 1,000 pages.
    '--max-semi-space-size=1',
    '--permission',
    // The image decoder is native code.
    '--allow-addons',
    ...readable.map((place) => `--allow-fs-read=${place}`),
    program,
  ];
  const env = Object.fromEntries(
    ENVIRONMENT.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]])),
  );
  const limits = `ulimit -S -t ${cpuSeconds}; ulimit -H -t ${cpuSeconds + 1}; ulimit -c 0`;
  return spawn('/bin/sh', ['-c', `${limits}; exec "$@"`, 'sh', ...node], {
    env,
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  });
}

function howItEnded(code: number | null, by: NodeJS.Signals | null, limits: ReadLimits): BookFileError {
  // The kernel sends SIGXCPU at the limit, SIGKILL a second later to who goes on.
  if (by === 'SIGXCPU') return new BookFileError('too_heavy', `more than ${limits.cpuSeconds} s of CPU`);
  if (by === 'SIGABRT' || code === 134) {
    return new BookFileError('too_heavy', `more than ${limits.heapMib} MiB of memory`);
  }
  return new SuddenEnd('too_heavy', `the process that read it ended with ${by ?? `exit code ${code}`}`);
}
