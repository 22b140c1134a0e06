import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { ERRORS, type ErrorCode } from '@libtrails/common/errors';
import { problemType } from '@libtrails/common/problem-pages';
import { type RunningShelfService, startShelfService } from '../service.test-support.ts';
import { assertFits } from './openapi/schemas.test-support.ts';
import openapi from './openapi.json' with { type: 'json' };

type Json = Record<string, unknown>;

interface Operation {
  responses: Record<string, { content?: Record<string, { schema?: { $ref?: string }; example?: unknown }> }>;
}
const operations = Object.entries(
  openapi.paths as unknown as Record<string, Record<string, Operation>>,
).flatMap(([path, methods]) =>
  Object.entries(methods).map(([method, operation]) => ({ path, method, operation })),
);

/** Name of the schema of a route's success. */
function schemaOf(path: string, method = 'get', status = '200'): string {
  const found = operations.find((o) => o.path === path && o.method === method);
  return (
    found?.operation.responses[status]?.content?.['application/json']?.schema?.$ref?.split('/').at(-1) ?? ''
  );
}

describe('the HTTP API', () => {
  let service: RunningShelfService;
  before(async () => {
    service = await startShelfService({ token: 'a-token-for-the-test' });
  });
  after(() => service.stop());
  const get = (path: string, headers: Record<string, string> = {}) =>
    fetch(`${service.api}${path}`, { headers });
  const json = async (path: string) => (await get(path)).json() as Promise<Json>;

  it('answers every documented route with what the document says', async () => {
    const answers: Record<string, string> = {
      '/search': '/search?q=storm+at+sea&explain=1',
      '/books': '/books?limit=3',
      '/books/{id}': '/books/1',
      '/books/{id}/related': '/books/1/related',
      '/books/{id}/passages': '/books/1/passages?q=whale',
      '/books/{id}/sections/{index}': '/books/1/sections/0',
      '/trail': '/trail?from=storm&to=kitchen',
      '/passages/{id}': '/passages/1?around=1&q=ship',
      '/topics/{id}': '/topics/1',
      '/themes': '/themes',
      '/themes/{id}': '/themes/1',
      '/domains': '/domains',
      '/domains/{id}': '/domains/1',
      '/universe': '/universe',
      '/signals': '/signals',
      '/suggest': '/suggest?q=wha',
      '/books/{id}/journey': '/books/1/journey',
      '/books/{id}/place': '/books/1/place?section=0&start=0&end=9',
      '/passages/{id}/related': '/passages/1/related',
      '/jobs': '/jobs',
      '/session': '/session',
      '/status': '/status',
    };
    const elsewhere = ['/books/{id}/cover', '/jobs/events', '/openapi.json', '/problems/{code}'];
    const documented = operations.filter((o) => o.method === 'get').map((o) => o.path);
    assert.deepEqual([...Object.keys(answers), ...elsewhere].sort(), documented.sort());
    for (const [path, url] of Object.entries(answers)) {
      const response = await get(url);
      assert.equal(response.status, 200, `${url}: ${await response.clone().text()}`);
      assertFits(schemaOf(path), await response.json());
    }
  });

  it('answers every scope with what the document says', async () => {
    for (const scope of ['books', 'passages', 'topics', 'themes', 'domains']) {
      const answer = await json(`/search?q=storm&scope=${scope}`);
      assertFits('SearchResponse', answer);
      assert.ok((answer.results as Json[]).length > 0, scope);
      assert.equal(answer.scope, scope);
      for (const result of answer.results as Json[]) assert.ok(!('signals' in result));
    }
  });

  it('documents every route that there is, and no other', () => {
    const routes = service.routes.map((route) => route.replaceAll(/:(\w+)/g, '{$1}')).sort();
    assert.deepEqual(routes, operations.map(({ method, path }) => `${method} ${path}`).sort());
  });

  it('gives examples that fit their schemas', () => {
    for (const { path, method, operation } of operations) {
      for (const [status, { content }] of Object.entries(operation.responses)) {
        const body = content?.['application/json'];
        if (body?.example === undefined) continue;
        assertFits(schemaOf(path, method, status), body.example);
      }
    }
  });

  it('serves the document itself', async () => {
    assert.deepEqual(await json('/openapi.json'), openapi);
  });

  it('writes highlights as pairs and leaves out what is not there', async () => {
    const { results } = (await json('/search?q=white+whale')) as { results: { passage: Json; book: Json }[] };
    const [first] = results;
    const text = first!.passage.text as string;
    const marked = (first!.passage.highlights as [number, number][]).map(([start, end]) =>
      text.slice(start, end),
    );
    assert.deepEqual(marked, ['white', 'whale']);
    assert.ok(!('topic' in first!) && !('theme' in first!));
    assert.equal(first!.book.fileName, 'whales.epub');
  });

  it('tells what is wrong with a request as problem details', async () => {
    for (const [path, status, code] of [
      ['/search', 400, 'invalid_argument'],
      ['/search?q=a&limit=101', 400, 'invalid_argument'],
      ['/search?q=a&signals=none_such', 400, 'invalid_argument'],
      ['/books/abc', 400, 'invalid_argument'],
      ['/books?cursor=broken', 400, 'invalid_argument'],
      ['/books/999', 404, 'not_found'],
      ['/books/999/related', 404, 'not_found'],
      ['/books/1/sections/99', 404, 'not_found'],
      ['/passages/99999', 404, 'not_found'],
      ['/topics/99999', 404, 'not_found'],
      ['/themes/99999', 404, 'not_found'],
      ['/domains/99999', 404, 'not_found'],
      ['/nowhere', 404, 'not_found'],
    ] as const) {
      const response = await get(path);
      assert.equal(response.status, status, path);
      assert.match(response.headers.get('content-type') ?? '', /^application\/problem\+json/);
      const problem = (await response.json()) as Json;
      assertFits('Problem', problem);
      assert.equal(problem.code, code, path);
    }
  });

  it('answers the type of every problem with a page about it', async () => {
    const { type } = (await json('/books/999')) as { type: string };
    assert.equal(type, problemType('not_found'));
    for (const code of Object.keys(ERRORS) as ErrorCode[]) {
      const page = await fetch(new URL(problemType(code), service.api));
      assert.equal(page.status, 200, code);
      assert.match(page.headers.get('content-type') ?? '', /^text\/html/);
      assert.ok((await page.text()).includes(ERRORS[code].title), code);
    }
    assert.equal((await get('/problems/no_such_code')).status, 404);
  });

  it('answers 304 to a browse request until the library changes', async () => {
    const first = await get('/books');
    const etag = first.headers.get('etag')!;
    const again = (path: string) => statusOf('GET', `${service.api}${path}`, { 'if-none-match': etag });
    assert.equal(await again('/books'), 304);
    assert.equal(await again('/books?limit=0'), 400);
    await service.addBook('new.epub', 'A New Book');
    assert.equal(await again('/books'), 200);
  });

  it('lets a cover be kept for ever under its hash, and asks again without it', async () => {
    const { book } = (await json('/books/1')) as { book: { cover: string } };
    const kept = await get(`/books/1/cover?v=${book.cover}`);
    assert.equal(kept.headers.get('content-type'), 'image/png');
    assert.match(kept.headers.get('cache-control')!, /immutable/);
    assert.deepEqual([...new Uint8Array(await kept.arrayBuffer())], [1, 2, 3]);
    const plain = await get('/books/1/cover');
    assert.match(plain.headers.get('cache-control')!, /no-cache/);
    const etag = { 'if-none-match': plain.headers.get('etag')! };
    assert.equal(await statusOf('GET', `${service.api}/books/1/cover`, etag), 304);
  });

  it('queues an uploaded EPUB, and streams the jobs', async () => {
    const stream = await get('/jobs/events');
    const reader = stream.body!.pipeThrough(new TextDecoderStream()).getReader();
    const form = new FormData();
    form.append('file', new Blob(['PK\u0003\u0004 and the rest']), 'Some Book.epub');
    const response = await fetch(`${service.api}/books`, { method: 'POST', body: form });
    assert.equal(response.status, 202);
    const job = (await response.json()) as Json;
    assertFits('JobStatus', job);
    assert.equal(job.kind, 'index');
    let seen = '';
    while (!seen.includes(`"id":${job.id}`))
      seen += (await reader.read()).value ?? assert.fail('the stream ended');
    assert.match(seen, /event: job\nid: \d+\ndata: \{/);
    await reader.cancel();
    const { jobs } = (await json('/jobs')) as { jobs: Json[] };
    assert.ok(jobs.some(({ id }) => id === job.id));
  });

  it('pauses and resumes indexing', async () => {
    const post = async (path: string) =>
      (await fetch(`${service.api}${path}`, { method: 'POST' })).json() as Promise<Json>;
    const paused = await post('/jobs/pause');
    assertFits(schemaOf('/jobs/pause', 'post', '200'), paused);
    assert.equal(paused.paused, true);
    assert.equal((await json('/jobs')).paused, true);
    assert.equal((await json('/status')).indexingPaused, true);
    assert.equal((await post('/jobs/resume')).paused, false);
    assert.equal((await json('/status')).indexingPaused, false);
  });

  it('refuses uploads that are no book, no form, or empty', async () => {
    const post = (body: FormData | string, headers: Record<string, string> = {}) =>
      fetch(`${service.api}/books`, { method: 'POST', body, headers });
    const form = new FormData();
    form.append('file', new Blob([Uint8Array.of(0, 1, 2, 3)]), 'a.bin');
    assert.equal((await post(form)).status, 415);
    assert.equal((await post('hello', { 'content-type': 'text/plain' })).status, 400);
    assert.equal((await post(new FormData())).status, 400);
    const large = new FormData();
    large.append('file', new Blob(['PK\u0003\u0004', Buffer.alloc(service.maxUploadBytes)]), 'a.epub');
    assert.equal((await post(large)).status, 413);
  });

  it('survives forms that end within the file', async () => {
    const head = '--x\r\ncontent-disposition: form-data; name="file"; filename="a.epub"\r\n\r\n';
    for (const content of ['%PDF-1.7', 'PK\u0003\u0004 and no end']) {
      const response = await fetch(`${service.api}/books`, {
        method: 'POST',
        body: head + content,
        headers: { 'content-type': 'multipart/form-data; boundary=x' },
      });
      assert.ok([400, 415].includes(response.status), String(response.status));
    }
    assert.equal((await fetch(`${service.api}/status`)).status, 200);
  });

  it('backs the library up', async () => {
    const response = await fetch(`${service.api}/backups?keep=1&thorough=true`, { method: 'POST' });
    assert.equal(response.status, 201, await response.clone().text());
    const made = (await response.json()) as Json;
    assertFits(schemaOf('/backups', 'post', '201'), made);
    assert.ok(existsSync(String(made.file)) && existsSync(`${made.file}.sha256`));
    const wrong = await fetch(`${service.api}/backups?keep=-1`, { method: 'POST' });
    assert.equal(wrong.status, 400);
    assert.match(((await wrong.json()) as Json).detail as string, /keep: must be a whole number/);
  });

  it('takes a book out', async () => {
    const id = await service.addBook('short.epub', 'Short Stay');
    const response = await fetch(`${service.api}/books/${id}`, { method: 'DELETE' });
    assert.equal(response.status, 204);
    assert.equal((await get(`/books/${id}`)).status, 404);
  });
});

/** Status of a request with headers that fetch does not let through, or answers with `no-cache`. */
function statusOf(method: string, url: string, headers: Record<string, string>): Promise<number> {
  return new Promise((resolve, reject) => {
    const call = httpRequest(url, { method, headers }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    call.on('error', reject).end();
  });
}
