/** What the command line shows: a bar on a terminal, plain lines elsewhere, and the summary at the end. */
import type { BookFile } from './folder/walk-folder.ts';
import { describe } from './run/folder-summary.ts';
import type { FileOutcome } from './run/index-file.ts';
import type { FolderPlan, FolderProgress, FolderWatcher } from './run/index-folder.ts';
import type { LibrarySummary } from './run/index-library.ts';
import { duration, tellLeft } from './run/run-progress.ts';

const BAR_CELLS = 24;
/** Files named in one list of the summary. */
const LISTED = 200;
/** The bar is drawn at most this often, in milliseconds. */
const REDRAW_MS = 100;
/** From here on the work takes long enough for another machine to be worth while. */
const MANY_BOOKS = 20;
const FORECAST_FOLLOWS =
  'How long it will take is told after the first passages. A faster machine can do it: run libtrails index there with --to HOST:50052.';
/** No rate or estimate before this, in milliseconds: the first numbers mislead. */
const SETTLING_MS = 3_000;

export interface Output {
  isTTY?: boolean | undefined;
  columns?: number | undefined;
  write(text: string): unknown;
}

export class ProgressView implements FolderWatcher {
  readonly #out: Output;
  readonly #now: () => number;
  readonly #startedAt: number;
  #plan: FolderPlan = { files: 0, todo: 0, bytes: 0 };
  #drawnAt = Number.NEGATIVE_INFINITY;
  #fileStartedAt = 0;

  /** @param now milliseconds on a clock that only goes forward */
  constructor(out: Output, now: () => number = () => performance.now()) {
    this.#out = out;
    this.#now = now;
    this.#startedAt = now();
  }

  planned(plan: FolderPlan): void {
    this.#plan = plan;
    this.#fileStartedAt = this.#now();
    this.#line(`${books(plan.files)} in the folder, ${number(plan.todo)} to be indexed`);
    if (plan.todo >= MANY_BOOKS) this.#line(FORECAST_FOLLOWS);
  }

  progress(progress: FolderProgress): void {
    if (this.#out.isTTY !== true || this.#now() - this.#drawnAt < REDRAW_MS) return;
    this.#drawnAt = this.#now();
    const text = this.#status(progress);
    this.#out.write(`\r${text.slice(0, (this.#out.columns ?? 80) - 1)}\x1b[K`);
  }

  finished(file: BookFile, outcome: FileOutcome, done: number): void {
    const seconds = (this.#now() - this.#fileStartedAt) / 1000;
    this.#fileStartedAt = this.#now();
    this.#line(`${done}/${this.#plan.todo} ${file.fileName}: ${tell(outcome)}, ${seconds.toFixed(1)} s`);
  }

  /** How far the new themes and domains are; `share` is 0..1. */
  grouping(stage: string, share: number): void {
    if (this.#out.isTTY !== true) return;
    this.#out.write(`\r${this.#bar(share)} themes and domains · ${stage}\x1b[K`);
  }

  /** Counts, time, and every file that did not become a book with its reason. */
  summary(summary: LibrarySummary): void {
    const ms = this.#now() - this.#startedAt;
    this.#line(`${books(summary.files)}: ${describe(summary)}`);
    if (summary.cancelled) this.#line('Cancelled or paused: run it again to index the rest');
    if (summary.words > 0) {
      const rate = Math.round(summary.words / (ms / 1000));
      this.#line(
        `${number(summary.passages)} passages, ${number(summary.words)} words in ${duration(ms)} (${number(rate)} words/s)`,
      );
    }
    if (summary.generation !== undefined) this.#line(`Themes and domains: generation ${summary.generation}`);
    const lists = [
      ['Books of which not everything is searched', summary.remarks ?? []],
      ['Refused', summary.refused],
      ['Present under another name', summary.duplicates],
      ['Failed, to be tried again', summary.failed],
      ['Left out', summary.skipped],
    ] as const;
    for (const [title, files] of lists) {
      if (files.length > 0) this.#line(`${title}:`);
      for (const { fileName, reason } of files.slice(0, LISTED)) this.#line(`  ${fileName}: ${reason}`);
      if (files.length > LISTED) this.#line(`  and ${number(files.length - LISTED)} more`);
    }
  }

  #status({ file, stage, done, bytes, words, leftMs, leftWords }: FolderProgress): string {
    const share = this.#plan.bytes === 0 ? 0 : bytes / this.#plan.bytes;
    const ms = this.#now() - this.#startedAt;
    const parts = [`${this.#bar(share)} ${done}/${this.#plan.todo} books`];
    if (ms >= SETTLING_MS && share > 0) {
      parts.push(`${number(Math.round(words / (ms / 1000)))} words/s`);
    }
    if (leftMs !== undefined) parts.push(tellLeft({ leftMs, leftWords }).toLowerCase());
    return [...parts, `${stage} ${file.fileName}`].join(' · ');
  }

  #bar(share: number): string {
    const full = Math.round(share * BAR_CELLS);
    return '█'.repeat(full) + '░'.repeat(BAR_CELLS - full);
  }

  #line(text: string): void {
    this.#out.write(this.#out.isTTY === true ? `\r\x1b[K${text}\n` : `${text}\n`);
  }
}

function tell(outcome: FileOutcome): string {
  switch (outcome.kind) {
    case 'created':
    case 'replaced':
    case 'unchanged':
      return `${outcome.kind === 'created' ? 'new' : outcome.kind}, ${number(outcome.passages)} passages, ${number(outcome.words)} words`;
    case 'refused':
      return `refused: ${outcome.reason}`;
    case 'duplicate':
    case 'other_format':
      return outcome.reason;
    case 'failed':
      return `failed: ${outcome.reason}`;
  }
}

function books(n: number): string {
  return `${number(n)} book ${n === 1 ? 'file' : 'files'}`;
}

function number(n: number): string {
  return n.toLocaleString('en');
}
