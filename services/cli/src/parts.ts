/** Packages that commands load on demand; each image has only one of them. */
import { UsageError } from './exit-codes.ts';
import { lowerPriority } from './low-priority.ts';

/** The result of `load`, which imports from a package. @throws UsageError if the package is not installed here */
async function loaded<T>(load: () => Promise<T>, cure: string): Promise<T> {
  try {
    return await load();
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ERR_MODULE_NOT_FOUND' && message.includes("'@libtrails/")) throw new UsageError(cure);
    throw error;
  }
}

/** For what reads or writes the library file; lowers this process's priority, since the service is beside it. */
export function libraryPart<T>(load: () => Promise<T>): Promise<T> {
  lowerPriority();
  return loaded(
    load,
    'The library is not in this container: call "docker compose exec retrieval libtrails ..." instead.',
  );
}

/** For what reads EPUB files. */
export function indexerPart<T>(load: () => Promise<T>): Promise<T> {
  return loaded(
    load,
    'The indexer is not in this container: call "docker compose exec indexer libtrails index /books" instead.',
  );
}
