/** Program for the kill test: writes one book after the other until it is killed, and says which are done. */
import { openLibrary } from './open-library.ts';
import { versionOf } from './writer-books.test-support.ts';

const [folder, first] = process.argv.slice(2) as [string, string];
const library = await openLibrary(folder);
for (let version = Number(first); ; version++) {
  await library.write('putBook', versionOf(version));
  process.stdout.write(`${version}\n`);
}
