/** Packages that commands load on demand; each image has only one of them. */
import { UsageError } from './exit-codes.ts';
import { giveWay } from './give-way.ts';

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

/** For what reads or writes the library file. */
export function libraryPart<T>(load: () => Promise<T>): Promise<T> {
  giveWay();
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
