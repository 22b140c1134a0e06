/** `libtrails backup [DEST]`. */
import { dataFolder, fromCaller } from '../data-folder.ts';
import { bytes, count, json, seconds } from '../output.ts';
import { libraryPart } from '../parts.ts';
import { stoppingSignal } from '../stopping.ts';

interface BackupFlags {
  data?: string;
  json?: boolean;
  keep?: number;
  thorough?: boolean;
}

export async function backup(dest: string | undefined, flags: BackupFlags): Promise<void> {
  const { backupLibrary } = await libraryPart(() => import('@libtrails/retrieval/library/backup'));
  const made = await backupLibrary(dataFolder(flags.data), {
    to: dest === undefined ? undefined : fromCaller(dest),
    keep: flags.keep,
    thorough: flags.thorough,
    signal: stoppingSignal('Stopped; no backup was made.'),
  });
  if (flags.json) {
    console.log(json(made));
    return;
  }
  console.log(
    `${made.file}: ${count(made.books, 'book')}, ${count(made.passages, 'passage')}, ${bytes(made.bytes)}; copied in ${seconds(made.copyMs)}, checked in ${seconds(made.checkMs)}`,
  );
  for (const file of made.removed) console.log(`removed ${file}`);
}
