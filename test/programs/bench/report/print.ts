/** `node test/programs/bench/report/print.ts FILE...`: prints the result files of earlier runs as tables. */
import { readFileSync } from 'node:fs';
import * as tables from './tables.ts';

/** Tables by the part of a result file that they show; parts without a table are printed as they are. */
const TABLES: Record<string, (figures: never) => string> = {
  versus: tables.versusTables,
  profile: tables.profileTable,
  scopes: tables.scopesTable,
  related: tables.relatedTable,
  embedding: tables.embeddingTable,
  cold: tables.coldTable,
  fidelity: tables.fidelityTable,
  peers: tables.peersTable,
  contained: tables.containedTable,
};
/** The calibration of the library: long, and only of interest to those who change it. */
const LEFT_OUT = new Set(['library']);

/** All tables of one result file, as Markdown. */
export function printed(json: string): string {
  const parts = Object.entries(JSON.parse(json) as Record<string, unknown>);
  return parts
    .filter(([name]) => !LEFT_OUT.has(name))
    .map(([name, figures]) => TABLES[name]?.(figures as never) ?? `${name}: ${JSON.stringify(figures)}`)
    .join('\n\n');
}

if (import.meta.main) {
  for (const file of process.argv.slice(2)) console.log(`${printed(readFileSync(file, 'utf8'))}\n`);
}
