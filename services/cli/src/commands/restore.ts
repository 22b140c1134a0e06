/** `libtrails restore FILE`. */
import { dataFolder, fromCaller } from '../data-folder.ts';
import { count, json } from '../output.ts';
import { libraryPart } from '../parts.ts';

export async function restore(file: string, flags: { data?: string; json?: boolean }): Promise<void> {
  const { restoreLibrary } = await libraryPart(
    () => import('@libtrails/retrieval/store/sqlite/upkeep/restore'),
  );
  const restored = restoreLibrary(dataFolder(flags.data), fromCaller(file));
  if (flags.json) {
    console.log(json(restored));
    return;
  }
  console.log(`${restored.file} is the library now: ${count(restored.books, 'book')}.`);
  if (restored.kept !== undefined) console.log(`What was there is kept as ${restored.kept}.`);
}
