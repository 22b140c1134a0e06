/** What every scenario has and gives. */
import type { LoadStack } from '../box/load-stack.ts';
import type { LibraryWords } from '../library/library-words.ts';
import type { Report } from '../report/report.ts';

export interface ScenarioOptions {
  /** Length of the soak. */
  minutes: number;
  /** Requests a second where a scenario has one rate. */
  rate: number;
  /** Shorter and fewer steps: to see that it works, not to quote. */
  quick: boolean;
  /** Of the faults, those whose name contains this, any case; all if empty. */
  only: string;
}

export interface ScenarioContext {
  /** Up, and its library complete. */
  stack: LoadStack;
  words: LibraryWords;
  options: ScenarioOptions;
  /** One line of progress. */
  tell: (line: string) => void;
}

export type Scenario = (context: ScenarioContext) => Promise<Report>;
