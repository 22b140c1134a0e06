/** The promise calls of yauzl 3.3, which @types/yauzl does not know yet. */
import type { Readable } from 'node:stream';
import type { Entry, Options } from 'yauzl';

declare module 'yauzl' {
  function openPromise(path: string, options?: Options): Promise<ZipFile>;
  interface ZipFile {
    eachEntry(): AsyncIterable<Entry>;
    openReadStreamPromise(entry: Entry): Promise<Readable>;
  }
}
