/**
 * The serving thread's side of the writer thread. One command at a time: the next is sent when the answer to
 * the one before has been dealt with here, so whoever mirrors the library sees each revision by itself.
 */
import { Worker } from 'node:worker_threads';
import { type ErrorCode, LibTrailsError } from '@libtrails/common/errors';
import type { LibraryChange } from '../change.ts';
import type { FileCommand, FileCommands, Outcome } from './write/commands.ts';
import type { WriterReply, WriterRequest } from './writer-thread.ts';

/** Commands that may wait; more is a sign of a caller gone wild. */
export const MAX_WAITING_COMMANDS = 64;

/** Commands without a change of content (jobs) after which the WAL is copied back all the same. */
const CHECKPOINT_EVERY = 256;

/**
 * Of the thread's heap, in MiB. Its default for short-lived objects alone would be 48, in a process that shares
 * about 200 with the vectors. The text of the largest book that is let in takes 64.
 */
const HEAP_LIMITS = { maxOldGenerationSizeMb: 160, maxYoungGenerationSizeMb: 8 };

export interface WriterEvents {
  /** After each commit, before its command's promise resolves; undefined if content did not change. */
  onCommit(change: LibraryChange | undefined): void;
  /** The thread ended by itself; the next command starts a new one. */
  onCrash(error: Error): void;
  /** The file was upgraded to this version; `copy` is the library as it was before. */
  onUpgrade?: ((copy: string) => void) | undefined;
}

export class LibraryWriter {
  readonly #folder: string;
  readonly #events: WriterEvents;
  #worker: Worker | undefined;
  #tail: Promise<void> = Promise.resolve();
  #waiting = 0;
  #closing = false;
  #sinceCheckpoint = 0;

  private constructor(folder: string, events: WriterEvents) {
    this.#folder = folder;
    this.#events = events;
  }

  /**
   * Starts the thread; resolves when the file is open and migrated.
   * @throws LibTrailsError as `migrate` does
   */
  static async start(folder: string, events: WriterEvents): Promise<LibraryWriter> {
    const writer = new LibraryWriter(folder, events);
    writer.#worker = await writer.#spawn();
    return writer;
  }

  /**
   * Queues a command. Buffers in `transfer` change hands and can't be used here afterwards.
   * @throws LibTrailsError of the command; resource_exhausted if too many wait; unavailable while closing
   *   or if the thread died on the way
   */
  send<N extends FileCommand>(
    name: N,
    argument: FileCommands[N]['argument'],
    transfer: ArrayBuffer[] = [],
  ): Promise<FileCommands[N]['answer']> {
    if (this.#closing) return Promise.reject(new LibTrailsError('unavailable', 'The service is stopping'));
    if (this.#waiting >= MAX_WAITING_COMMANDS) {
      return Promise.reject(
        new LibTrailsError('resource_exhausted', 'Too many writes are waiting; try again shortly', {
          retryAfterSeconds: 2,
        }),
      );
    }
    this.#waiting++;
    const answer = this.#tail.then(async () => {
      const { value, change } = await this.#exchange({ name, argument } as WriterRequest, transfer);
      this.#events.onCommit(change);
      return { value: value as FileCommands[N]['answer'], change };
    });
    this.#tail = answer
      .then(({ change }) => this.#checkpointIfDue(change !== undefined))
      .catch(() => undefined)
      .finally(() => this.#waiting--);
    return answer.then(({ value }) => value);
  }

  /** Lets queued commands end; `beforeLast` runs before the thread closes the file. */
  async close(beforeLast: () => void): Promise<void> {
    if (this.#closing) return;
    this.#closing = true;
    await this.#tail;
    beforeLast();
    const worker = this.#worker;
    if (worker === undefined) return;
    await this.#exchange({ name: 'close' }, []);
    this.#worker = undefined;
    await worker.terminate();
  }

  /**
   * Readers now stand at the end of the WAL, so all of it can be copied into the file. After that they move
   * on once more, off the WAL, and the next write begins it again: it stays as small as one book.
   */
  async #checkpointIfDue(contentChanged: boolean): Promise<void> {
    this.#sinceCheckpoint++;
    if (this.#closing || (!contentChanged && this.#sinceCheckpoint < CHECKPOINT_EVERY)) return;
    this.#sinceCheckpoint = 0;
    await this.#exchange({ name: 'checkpoint', argument: undefined }, []);
    this.#events.onCommit(undefined);
  }

  async #exchange(request: WriterRequest, transfer: ArrayBuffer[]): Promise<Outcome<unknown>> {
    this.#worker ??= await this.#spawn();
    const answer = this.#reply(this.#worker);
    this.#worker.postMessage(request, transfer);
    return answer;
  }

  /** Starts a thread and waits for its first message. */
  async #spawn(): Promise<Worker> {
    const worker = new Worker(new URL('./writer-thread.ts', import.meta.url), {
      name: 'library-writer',
      workerData: { folder: this.#folder },
      resourceLimits: HEAP_LIMITS,
    });
    worker.on('error', (error) => this.#events.onCrash(error));
    worker.once('exit', () => {
      if (this.#worker === worker) this.#worker = undefined;
    });
    const { value: copy } = await this.#reply(worker);
    if (typeof copy === 'string') this.#events.onUpgrade?.(copy);
    return worker;
  }

  /** The thread's next message. */
  #reply(worker: Worker): Promise<Outcome<unknown>> {
    return new Promise((resolve, reject) => {
      const onMessage = (reply: WriterReply) => {
        worker.off('exit', onExit);
        if (reply.ok) resolve(reply.outcome);
        else
          reject(
            new LibTrailsError(reply.code as ErrorCode, reply.message, { cause: new Error(reply.detail) }),
          );
      };
      const onExit = () => {
        worker.off('message', onMessage);
        reject(new LibTrailsError('unavailable', 'The library writer stopped unexpectedly; try again'));
      };
      worker.once('message', onMessage);
      worker.once('exit', onExit);
    });
  }
}
