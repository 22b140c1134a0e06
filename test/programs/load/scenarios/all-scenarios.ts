/** The scenarios by name, in the order of their description. */
import { burst } from './burst.ts';
import { cold } from './cold.ts';
import { day } from './day.ts';
import { faults } from './faults.ts';
import { indexing } from './indexing.ts';
import { scale } from './scale.ts';
import type { Scenario } from './scenario.ts';
import { soak } from './soak.ts';
import { steps } from './steps.ts';

export const SCENARIOS: Readonly<Record<string, Scenario>> = {
  soak,
  day,
  steps,
  burst,
  cold,
  indexing,
  faults,
  scale,
};
