/** `libtrails check`. */
import { dataFolder } from '../data-folder.ts';
import { EXIT } from '../exit-codes.ts';
import { count, json, seconds } from '../output.ts';
import { libraryPart } from '../parts.ts';
import { stoppingSignal } from '../stopping.ts';

export async function check(flags: { data?: string; json?: boolean; quick?: boolean }): Promise<void> {
  const { checkFolder } = await libraryPart(
    () => import('@libtrails/retrieval/store/sqlite/upkeep/check-folder'),
  );
  const signal = stoppingSignal('Stopped; nothing was changed.');
  const result = await checkFolder(dataFolder(flags.data), { quick: flags.quick, signal });
  const { faults, notes } = result;
  if (flags.json) {
    console.log(json({ sound: faults.length === 0, ...result }));
  } else {
    for (const fault of faults) console.log(fault);
    for (const note of notes) console.log(`note: ${note}`);
    const verdict = faults.length === 0 ? 'The library is sound' : count(faults.length, 'fault');
    console.log(`${verdict} (${count(result.books, 'book')}, ${seconds(result.tookMs)}).`);
    if (faults.length > 0) {
      console.log(
        '"libtrails rebuild" repairs derived data; if that is not enough, "libtrails restore FILE" restores a backup.',
      );
    }
  }
  if (faults.length > 0) process.exitCode = EXIT.damaged;
}
