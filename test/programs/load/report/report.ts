/** What a scenario saw: printed as tables, written as JSON and SVG. */
import { execFileSync } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import { join } from 'node:path';
import { root } from '../../../../infra/stack/processes.ts';
import { linePlot, type Plot } from './line-plot.ts';

export interface Report {
  scenario: string;
  /** One line each: what was done, under which conditions. */
  conditions: Record<string, string | number>;
  /** Markdown tables by title. */
  tables: Record<string, string>;
  /** File name without ending → plot. */
  plots: Record<string, Plot>;
  /** All figures. */
  figures: unknown;
}

/** Prints the tables, and writes NAME.json and the plots into `folder`. */
export function publish(report: Report, folder: string): void {
  const facts = {
    date: new Date().toISOString(),
    machine: machine(),
    commit: commit(),
    ...report.conditions,
  };
  console.log(`\n# ${report.scenario}\n`);
  for (const [name, value] of Object.entries(facts)) console.log(`${name}: ${value}`);
  for (const [title, text] of Object.entries(report.tables)) console.log(`\n## ${title}\n\n${text}`);
  mkdirSync(folder, { recursive: true });
  const { scenario, tables, figures } = report;
  writeFileSync(
    join(folder, `${scenario}.json`),
    `${JSON.stringify({ scenario, ...facts, tables, figures }, null, 1)}\n`,
  );
  for (const [name, plot] of Object.entries(report.plots)) {
    writeFileSync(join(folder, `${name}.svg`), linePlot(plot));
  }
  console.log(
    `\nWritten to ${folder}: ${scenario}.json ${Object.keys(report.plots).map((name) => `${name}.svg`)}`,
  );
}

function machine(): string {
  const model = /model name\s*:\s*(.+)/.exec(readFileSync('/proc/cpuinfo', 'utf8'))?.[1] ?? 'unknown';
  return `${cpus().length} cores of ${model}, Node ${process.versions.node}`;
}

function commit(): string {
  try {
    return execFileSync('git', ['describe', '--always', '--dirty'], {
      cwd: root,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'ignore'],
    }).trim();
  } catch {
    return 'unknown';
  }
}
