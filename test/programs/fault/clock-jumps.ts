/** The time of day jumps under a service at work: by hours, a day, a year, forward and back. */
import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { answersHttp, freePort, waitUntil } from '../../../infra/stack/health.ts';
import { ProcessGroup } from '../../../infra/stack/processes.ts';
import type { Random } from '../load/library/choices.ts';
import { CLOCK_TOKEN, ClockVisitor } from './clock/clock-visitor.ts';
import { fileOf, nextStart } from './model.ts';
import { type Row, RowKeeper } from './row.ts';

const PRELOAD = fileURLToPath(new URL('./clock/moved-clock.mjs', import.meta.url));
const HOUR_MS = 3_600_000;
const JUMPS = [2, 24, 24 * 365].flatMap((hours) => [hours * HOUR_MS, -hours * HOUR_MS]);
const PATIENCE_MS = 30_000;

/**
 * Retrieval runs as a process whose clock we move. Before each jump a book is put in, two uploads are leased, by a
 * worker that goes on and by one that died, and somebody signs in; after it each of these must be as it should.
 */
export async function clockJumps(tries: number, random: Random): Promise<Row> {
  const keeper = new RowKeeper('the clock jumps by two hours, a day, a year, forward and back');
  const place = mkdtempSync(join(tmpdir(), 'libtrails-fault-clock-'));
  const folder = join(place, 'data');
  mkdirSync(folder);
  const clock = new MovedClock(join(place, 'clock'));
  const group = new ProcessGroup(join(place, 'logs'));
  const acknowledged = new Map<string, number>();
  let remembered = 0;
  try {
    const [http, grpc] = [await freePort(), await freePort()];
    group.start({
      name: 'retrieval',
      script: 'services/retrieval/src/main.ts',
      nodeArgs: ['--import', PRELOAD],
      secrets: ['LIBTRAILS_TOKEN'],
      env: {
        MOVED_CLOCK: clock.file,
        LIBTRAILS_DATA: folder,
        LIBTRAILS_TOKEN: CLOCK_TOKEN,
        LIBTRAILS_TRUST_LOOPBACK: 'false',
        RETRIEVAL_HTTP_PORT: String(http),
        RETRIEVAL_GRPC_PORT: String(grpc),
        RETRIEVAL_EMBEDDING: '127.0.0.1:9',
        RETRIEVAL_REQUESTS_PER_SECOND: '0',
      },
    });
    const url = `http://127.0.0.1:${http}`;
    await waitUntil('retrieval', () => answersHttp(`${url}/healthz`), PATIENCE_MS);
    const visitor = new ClockVisitor(`${url}/api/v1`, `127.0.0.1:${grpc}`);
    for (let n = 0; n < tries; n += 1) {
      keeper.row.tries += 1;
      try {
        await visitor.before(n);
        acknowledged.set(fileOf(n), n);
        const jump = JUMPS[Math.floor(random() * JUMPS.length)] ?? 0;
        clock.move(jump);
        remembered += await visitor.after(n, jump, clock.now());
      } catch (error) {
        keeper.fail(error);
      }
    }
    visitor.close();
    await group.stop();
    assert.deepEqual(readdirSync(join(folder, 'uploads')), [], 'files of ended uploads are left');
    const found = await nextStart(folder);
    keeper.recovered(found.openMs);
    for (const [file, version] of acknowledged) {
      if (found.books.get(file) !== version) keeper.lose(`${file} was acknowledged and is not there`);
    }
    keeper.row.note ||= `${remembered} of ${tries} answers after a jump came from memory, all as before`;
  } catch (error) {
    keeper.fail(error);
  } finally {
    await group.stop();
    rmSync(place, { recursive: true, force: true });
  }
  return keeper.row;
}

/** The file that says how far the service's clock is off; always a whole number for who reads it. */
class MovedClock {
  readonly file: string;
  #offset = 0;

  constructor(file: string) {
    this.file = file;
    this.move(0);
  }

  move(byMs: number): void {
    this.#offset += byMs;
    writeFileSync(`${this.file}.new`, String(this.#offset));
    renameSync(`${this.file}.new`, this.file);
  }

  /** Milliseconds since 1970, as the service has them. */
  now(): number {
    return Date.now() + this.#offset;
  }
}
