/** Folders of books with an odd entry: what the next run takes in, and what it names as left out. */
import { spawn } from 'node:child_process';
import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { writeEpub } from '@libtrails/indexer/formats/epub/epub.test-support';
import type { Case, Differences } from './expectation.ts';

const BOOKS = ['b1.epub', 'b2.epub', 'b3.epub'];
/** Of an unprivileged user: root may read everything. */
const NOBODY = 65_534;
const RUN = fileURLToPath(new URL('./folder-run.ts', import.meta.url));

interface FolderExpectation {
  /** Books that must be in the library. */
  indexed?: readonly string[];
  /** A piece of a name that must be indexed or named with the reason why not. */
  named?: string;
  /** A piece of a name that no indexed book may have. */
  leftOut?: string;
}

/** The sentences of expected.json, by the name of the case. */
const EXPECTED: Readonly<Record<string, FolderExpectation>> = {
  'folder-W01': { indexed: BOOKS, named: 'lost+found' },
  'folder-W03': { indexed: ['b1.epub', 'b3.epub'], named: 'b2.epub' },
  'folder-W04': { indexed: BOOKS },
  'folder-W05': { indexed: BOOKS, named: 'more' },
  'folder-W06': { indexed: BOOKS, named: 'caf' },
  'folder-W07': { indexed: BOOKS, named: 'Book.epub' },
  'folder-W08': { indexed: ['b2.epub', 'b3.epub'], leftOut: '#recycle' },
};

export async function runFolderCase({ name, setup = '' }: Case): Promise<Differences> {
  const expected = EXPECTED[name];
  if (expected === undefined) return [`no check is written for it (folder-case.ts): ${setup}`];
  const place = await mkdtemp(join(tmpdir(), 'libtrails-case-'));
  try {
    await chmod(place, 0o755);
    const folder = join(place, 'books');
    await mkdir(folder);
    for (const [i, book] of BOOKS.entries()) {
      await writeEpub(join(folder, book), { metadata: `<dc:title>Book ${i + 1}</dc:title>` });
    }
    const commands = setup.replace(/^.*? in it: /s, '').replaceAll('/tmp/more', join(place, 'more'));
    await output(spawn('bash', ['-ec', commands], { cwd: folder, env: { ...process.env, B: folder } }));
    const user = process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
    const run = JSON.parse(await output(spawn(process.execPath, [RUN, folder], user))) as {
      indexed: string[];
      told: string;
    };
    return differences(run, expected);
  } finally {
    await rm(place, { recursive: true, force: true });
  }
}

function differences(run: { indexed: string[]; told: string }, expected: FolderExpectation): Differences {
  const { indexed = [], named, leftOut } = expected;
  const found = run.indexed.join(', ');
  return [
    ...indexed
      .filter((book) => !run.indexed.includes(book))
      .map((book) => `${book} is not indexed (${found})`),
    ...(named === undefined || found.includes(named) || run.told.includes(named)
      ? []
      : [`${named} is neither indexed nor named`]),
    ...(leftOut !== undefined && found.includes(leftOut) ? [`${leftOut} is indexed`] : []),
  ];
}

/** What a program prints. @throws if it fails, with what it says of that */
async function output(child: ReturnType<typeof spawn>): Promise<string> {
  const ended = new Promise<number | null>((resolve, reject) =>
    child.on('error', reject).on('close', resolve),
  );
  const [out, faults] = await Promise.all([text(child.stdout!), text(child.stderr!)]);
  if ((await ended) !== 0) throw new Error(faults);
  return out;
}
