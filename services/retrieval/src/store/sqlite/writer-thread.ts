/** Entry of the writer thread: opens and migrates the file, then runs one command after the other. */
import { parentPort, workerData } from 'node:worker_threads';
import { toLibTrailsError } from '@libtrails/common/errors';
import { libraryPath, openWriter } from './open.ts';
import { storageError } from './storage-error.ts';
import { upgrade } from './upkeep/upgrade.ts';
import { renewWords } from './write/book-words.ts';
import { execute, type FileCommand, type FileCommands, type Outcome } from './write/commands.ts';
import { WriteSession } from './write/session.ts';

/** From the serving thread. */
export type WriterRequest =
  | { [N in FileCommand]: { name: N; argument: FileCommands[N]['argument'] } }[FileCommand]
  | { name: 'close' };

/** To the serving thread: one answer to each request, and one when the file is open (the copy made before an upgrade). */
export type WriterReply =
  | { ok: true; outcome: Outcome<unknown> }
  | { ok: false; code: string; message: string; detail: string };

const { folder } = (workerData ?? { folder: '' }) as { folder: string };

function failed(error: unknown): WriterReply {
  const { code, message, cause } = toLibTrailsError(storageError(error, libraryPath(folder)));
  return { ok: false, code, message, detail: cause instanceof Error ? (cause.stack ?? cause.message) : '' };
}

if (parentPort !== null) {
  const port = parentPort;
  const answer = (reply: WriterReply) => port.postMessage(reply);
  try {
    const db = openWriter(folder);
    const copy = await upgrade(db, folder);
    const session = new WriteSession(db);
    renewWords(session);
    port.on('message', (request: WriterRequest) => {
      try {
        if (request.name === 'close') {
          db.close();
          answer({ ok: true, outcome: { value: undefined } });
          port.close();
        } else {
          answer({ ok: true, outcome: execute(session, request.name, request.argument as never) });
        }
      } catch (error) {
        answer(failed(error));
      }
    });
    answer({ ok: true, outcome: { value: copy } });
  } catch (error) {
    answer(failed(error));
  }
}
