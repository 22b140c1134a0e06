/** Opens a data folder for serving: locks it, starts the writer thread, and pins the first snapshot. */
import type { ChangeListener, LibraryChange } from '../change.ts';
import { lockFolder } from './folder-lock.ts';
import { Centre, DIMS } from './int8-vector.ts';
import type { Library } from './library.ts';
import { openReader } from './open.ts';
import { Statements } from './statements.ts';
import { CENTRE_KEYS } from './vector-centres.ts';
import { requireDims } from './vector-tables.ts';
import { LibraryWriter } from './writer.ts';

export interface LibraryEvents {
  /** The writer thread ended by itself; it is started again with the next write. */
  onWriterCrash?: (error: Error) => void;
  /** The file was upgraded to this version; `copy` is the library as it was before. */
  onUpgrade?: (copy: string) => void;
}

/**
 * The library in `folder`, made if there is none.
 * @throws LibTrailsError failed_precondition if another process has it, if the file is of a newer program,
 *   or if it is no library
 */
export async function openLibrary(folder: string, events: LibraryEvents = {}): Promise<Library> {
  const unlock = lockFolder(folder);
  try {
    const listeners = new Set<ChangeListener>();
    let moveOn: (change: LibraryChange | undefined) => void = () => undefined;
    const writer = await LibraryWriter.start(folder, {
      onCommit: (change) => moveOn(change),
      onCrash: (error) => events.onWriterCrash?.(error),
      onUpgrade: (copy) => events.onUpgrade?.(copy),
    });
    const db = openReader(folder);
    requireDims(db, DIMS);
    const statements = new Statements(db);
    const meta = (key: string) => statements.get<string>('meta-get', 'value').get(key);
    let revision = 0;
    let generation = 0;
    let fingerprint: string | undefined;
    const centres = new Map<string, { text: string | undefined; centre: Centre }>();

    const pinSnapshot = () => {
      db.exec('BEGIN');
      // The snapshot is taken by the first read, not by BEGIN.
      revision = Number(meta('revision') ?? 0);
      generation = Number(meta('generation') ?? 0);
      fingerprint = meta('fingerprint');
    };
    pinSnapshot();
    moveOn = (change) => {
      db.exec('COMMIT');
      pinSnapshot();
      if (change !== undefined) for (const listener of listeners) listener(change);
    };

    return {
      folder,
      db,
      statement: (name, shape) => statements.get(name, shape),
      revision: () => revision,
      generation: () => generation,
      fingerprint: () => fingerprint,
      centre(kind) {
        const key = CENTRE_KEYS[kind];
        const text = meta(key);
        let known = centres.get(key);
        if (known === undefined || known.text !== text) {
          known = { text, centre: Centre.parse(text) };
          centres.set(key, known);
        }
        return known.centre;
      },
      onChange(listener) {
        listeners.add(listener);
        return () => listeners.delete(listener);
      },
      write: (name, argument, transfer) => writer.send(name, argument, transfer),
      async close() {
        await writer.close(() => db.close());
        unlock();
      },
    };
  } catch (error) {
    unlock();
    throw error;
  }
}
