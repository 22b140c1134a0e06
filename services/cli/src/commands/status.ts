/** `libtrails status`. */
import type { FolderReport } from '@libtrails/retrieval/store/sqlite/upkeep/report';
import { dataFolder } from '../data-folder.ts';
import { bytes, columns, count, json, number } from '../output.ts';
import { libraryPart } from '../parts.ts';

export async function status(flags: { data?: string; json?: boolean }): Promise<void> {
  const { reportFolder } = await libraryPart(() => import('@libtrails/retrieval/store/sqlite/upkeep/report'));
  const report = reportFolder(dataFolder(flags.data));
  console.log(flags.json ? json(report) : describe(report));
}

function describe(report: FolderReport): string {
  const { counts } = report;
  const [newest] = report.backups;
  const rows: [string, string][] = [
    ['library', `${report.folder} (${report.served ? 'in use' : 'not in use'})`],
    [
      'file',
      `${bytes(report.bytes)}, log ${bytes(report.logBytes)}; ${bytes(report.freeBytes)} free on its disk`,
    ],
    ['books', number(counts.books ?? 0)],
    ['passages', `${number(counts.passages ?? 0)} of ${number(counts.words ?? 0)} words`],
    [
      'topics',
      `${number(counts.topics ?? 0)}, ${number(counts.names ?? 0)} names, ${number(counts.phrases ?? 0)} book phrases`,
    ],
    ['themes', `${number(counts.themes ?? 0)} in ${count(counts.domains ?? 0, 'domain')}`],
    [
      'revision',
      `${report.revision}, grouping ${report.generation}, schema ${report.schema} of ${report.knownSchema}`,
    ],
    ['vectors', report.fingerprint || 'none'],
    [
      'backups',
      newest === undefined
        ? 'none: make one with "libtrails backup"'
        : `${report.backups.length}, the newest ${newest.file} (${newest.at}, ${bytes(newest.bytes)})`,
    ],
  ];
  if (report.paused) rows.push(['indexing', 'paused: "libtrails resume" continues it']);
  for (const job of report.jobs) {
    rows.push(['job', `${job.kind} ${job.state}: ${job.title} ${job.stage} ${job.done}/${job.total}`]);
  }
  for (const { fileName, reason } of report.refused) rows.push(['refused', `${fileName}: ${reason}`]);
  return columns(rows);
}
