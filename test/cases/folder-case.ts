import type { Case, Differences } from './expectation.ts';
export async function runFolderCase(_: Case): Promise<Differences> {
  return ['to come'];
}
