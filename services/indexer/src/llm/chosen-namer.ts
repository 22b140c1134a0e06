/** The namer that the settings ask for. */
import type { ThemeNamer } from '../grouping/theme-namer.ts';
import type { Settings } from '../settings.ts';
import { llmNamer } from './llm-namer.ts';

/** @returns undefined where no language model is set: then nothing is sent anywhere */
export function chosenNamer(
  { llm, titlesFile }: Pick<Settings, 'llm' | 'titlesFile'>,
  signal: AbortSignal,
  report: (line: string) => void,
): ThemeNamer | undefined {
  return llm && llmNamer(llm, { keep: titlesFile, signal, report });
}
