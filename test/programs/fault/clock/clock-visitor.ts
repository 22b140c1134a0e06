/** What is begun before the clock jumps, and looked at afterwards, from outside the service. */
import assert from 'node:assert/strict';
import { authMetadata, callUnary, connect } from '@libtrails/common/grpc-client';
import { loadContract } from '@libtrails/proto';
import type { ProtoGrpcType } from '@libtrails/proto/ingest';
import type { IngestServiceClient } from '@libtrails/proto/types/ingest/v1/IngestService';
import type { Job__Out as Job } from '@libtrails/proto/types/ingest/v1/Job';
import { SESSION_S } from '@libtrails/retrieval/access/session';
import { bookParts } from '@libtrails/retrieval/ingest/parts.test-support';
import { specOf } from '../model.ts';

/** The service's clock and ours, read at different moments, in seconds. */
const SLACK_S = 60;

export const CLOCK_TOKEN = 'a-token-for-the-clock';
const CALL = { timeoutMs: 20_000, token: CLOCK_TOKEN };

interface Asked {
  results: unknown[];
  tookMs: { signals: Record<string, number> };
}

export class ClockVisitor {
  readonly #api: string;
  readonly #ingest: IngestServiceClient;
  #cookie = '';
  #uploads: number[] = [];
  #answer: unknown;

  constructor(api: string, grpc: string) {
    this.#api = api;
    this.#ingest = connect(
      loadContract<ProtoGrpcType>('ingest').grpc.libtrails.ingest.v1.IngestService,
      grpc,
    );
  }

  close(): void {
    this.#ingest.close();
  }

  async before(n: number): Promise<void> {
    await this.#putBook(n);
    this.#answer = (await this.#search(n)).results;
    assert.ok((this.#answer as unknown[]).length > 0, `book ${n} is not found`);
    this.#cookie = await this.#signIn();
    this.#uploads = [];
    for (const worker of ['alive', 'dead']) {
      const id = await this.#upload(`${worker} ${n}`);
      const job = await this.#lease(worker);
      assert.equal(job.id, id, 'the upload is not the next job');
      this.#uploads.push(id);
    }
  }

  /** @returns 1 if the search was answered from memory, else 0. @throws AssertionError */
  async after(n: number, jumpMs: number, nowMs: number): Promise<0 | 1> {
    const { results, tookMs } = await this.#search(n);
    assert.deepEqual(results, this.#answer, 'the search has another answer');
    this.#uploads.push(await this.#upload(`after ${n}`));
    await this.#workOn();
    const jobs = await this.#jobs();
    for (const id of this.#uploads) {
      const job = jobs.find((one) => one.id === id);
      assert.equal(job?.state, 'done', `job ${id} is ${job?.state}`);
      // Else the clock was not moved at all.
      assert.ok(Math.abs(job.updatedAt - nowMs / 1_000) < SLACK_S, `job ${id} is of another time`);
    }
    await this.#checkSession(jumpMs < SESSION_S * 1_000);
    return Object.keys(tookMs.signals).length === 0 ? 1 : 0;
  }

  /** The one who is alive goes on, or has lost its job, which is then there for the next; so is that of the dead. */
  async #workOn(): Promise<void> {
    const [alive = 0] = this.#uploads;
    await this.#end(alive, 'alive').catch(() => undefined);
    for (;;) {
      const job = await this.#lease('next');
      if (job.id === 0) return;
      await this.#end(job.id, 'next');
    }
  }

  async #checkSession(valid: boolean): Promise<void> {
    const mayWrite = async () => {
      const answer = await fetch(`${this.#api}/session`, { headers: { cookie: this.#cookie } });
      return ((await answer.json()) as { write: boolean }).write;
    };
    assert.equal(await mayWrite(), valid, valid ? 'the session has ended' : 'the session is still good');
    if (valid) return;
    this.#cookie = await this.#signIn();
    assert.equal(await mayWrite(), true, 'a new session is not good');
  }

  async #signIn(): Promise<string> {
    const answer = await fetch(`${this.#api}/session`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ secret: CLOCK_TOKEN }),
    });
    assert.equal(answer.status, 204, 'no session is to be had');
    return answer.headers
      .getSetCookie()
      .map((cookie) => cookie.split(';')[0])
      .join('; ');
  }

  async #upload(name: string): Promise<number> {
    const form = new FormData();
    form.append('file', new Blob(['PK\u0003\u0004', name]), `${name}.epub`);
    const headers = { authorization: `Bearer ${CLOCK_TOKEN}` };
    const answer = await fetch(`${this.#api}/books`, { method: 'POST', body: form, headers });
    assert.equal(answer.status, 202, 'an upload is not taken');
    return ((await answer.json()) as { id: number }).id;
  }

  async #jobs(): Promise<{ id: number; state: string; updatedAt: number }[]> {
    const answer = await fetch(`${this.#api}/jobs`);
    return ((await answer.json()) as { jobs: { id: number; state: string; updatedAt: number }[] }).jobs;
  }

  async #search(n: number): Promise<Asked> {
    const query = encodeURIComponent(`"version ${n} passage"`);
    const answer = await fetch(`${this.#api}/search?mode=keyword&scope=passages&q=${query}`);
    assert.equal(answer.status, 200, 'a search is not answered');
    return (await answer.json()) as Asked;
  }

  #putBook(n: number): Promise<void> {
    return new Promise((resolve, reject) => {
      const call = this.#ingest.putBook(authMetadata(CLOCK_TOKEN), (error) =>
        error ? reject(error) : resolve(),
      );
      call.on('error', () => undefined);
      for (const part of bookParts(specOf(n))) call.write(part);
      call.end();
    });
  }

  #lease(worker: string): Promise<Job> {
    return callUnary<object, Job>(this.#ingest, this.#ingest.leaseJob, { worker, kinds: ['index'] }, CALL);
  }

  #end(jobId: number, worker: string): Promise<unknown> {
    return callUnary(this.#ingest, this.#ingest.reportProgress, { jobId, worker, state: 'done' }, CALL);
  }
}
