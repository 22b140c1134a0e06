/** By default, no log holds search queries or which books a library has. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, test } from 'node:test';
import { callUnary, connect } from '@libtrails/common/grpc-client';
import { writeEpub, xhtml } from '@libtrails/indexer/formats/epub/epub.test-support';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/library';
import { getJson, startTestStack, type TestStack, waitUntilDone } from '../../test-stack.ts';

/** A word that logs hold only if they leak: it is in queries, titles, file names and texts. */
const MARK = 'Quizzaciously';
const SERVICES = ['embedding', 'retrieval', 'indexer', 'web'] as const;
/** Longer than a query may be. */
const TOO_LONG = `${MARK} `.repeat(200);

const place = mkdtempSync(join(tmpdir(), 'libtrails-logs-'));
const books = join(place, 'books');
let stack: TestStack;

before(async () => {
  mkdirSync(books);
  const text = Array.from({ length: 120 }, (_, i) => `${MARK} they sailed on, day ${i}.`).join(' ');
  await writeEpub(join(books, `${MARK}.epub`), {
    metadata: `<dc:title>${MARK} at Sea</dc:title><dc:creator>${MARK} Jones</dc:creator>`,
    files: { 'a.xhtml': xhtml(`<h1>One</h1><p>${text}</p>`) },
  });
  writeFileSync(join(books, `Refused ${MARK}.epub`), 'no zip');
  stack = await startTestStack({ books, data: join(place, 'data'), env: { LIBTRAILS_LOG_LEVEL: 'info' } });
  await untilIndexed();
});
after(async () => {
  await stack?.stop();
  rmSync(place, { recursive: true, force: true });
});

const untilIndexed = () =>
  waitUntilDone(stack.api, ({ counts, refused }) => counts.books === 1 && refused.length === 1);

/** Valid and invalid requests with the word, over each API. */
async function useTheWord(): Promise<void> {
  const q = encodeURIComponent(`${MARK} at sea`);
  const long = encodeURIComponent(TOO_LONG);
  for (const path of [
    `/search?q=${q}&scope=everything&explain=1`,
    `/search?q=${long}`,
    `/search?q=${q}&limit=0`,
    `/suggest?q=${MARK}`,
    `/trail?from=${q}&to=${q}`,
    `/books?q=${MARK}`,
    '/books/1',
    `/books/${MARK}`,
    '/passages/1?around=1',
  ]) {
    await (await fetch(stack.api + path)).text();
  }
  for (const path of [`/search?q=${q}`, `/search?q=${long}`, '/books/1', `/books?q=${MARK}`, `/${MARK}`]) {
    await (await fetch(stack.url + path)).text();
  }
  const form = new FormData();
  form.append('file', new Blob(['PK\u0003\u0004 no book']), `Uploaded ${MARK}.epub`);
  await (await fetch(`${stack.api}/books`, { method: 'POST', body: form })).text();
  const { LibraryService } = loadContract<ProtoGrpcType>('library').grpc.libtrails.library.v1;
  const client = connect(LibraryService, `127.0.0.1:${stack.ports.retrievalGrpc}`);
  for (const query of [`${MARK} at sea`, TOO_LONG]) {
    await callUnary(client, client.search, { query }, { timeoutMs: 20_000 }).catch(() => undefined);
  }
  client.close();
}

test('queries, titles and names of files stay out of every log', async () => {
  await useTheWord();
  await untilIndexed();
  const found = await getJson<{ results: unknown[] }>(stack.api, `/search?q=${MARK}&mode=keyword`);
  assert.equal(found.results.length, 1, 'the word is not in the library, so its absence says nothing');
  // Pages and searches while the model is away are told in logs, too.
  await stack.processes.stopOne('embedding');
  await useTheWord();
  const stopped = stack.processes;
  await stopped.stop();
  for (const service of SERVICES) {
    const log = readFileSync(stopped.logFile(service), 'utf8');
    assert.notEqual(log, '', `${service} has logged nothing, so its log says nothing`);
    const lines = log.split('\n').filter((line) => line.toLowerCase().includes(MARK.toLowerCase()));
    assert.deepEqual(lines, [], `the log of ${service}`);
  }
});
