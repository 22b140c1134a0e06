/** The scenarios by name, in the order of their description. */
import { burst } from './burst.ts';
import type { Scenario } from './scenario.ts';
import { soak } from './soak.ts';
import { steps } from './steps.ts';

export const SCENARIOS: Readonly<Record<string, Scenario>> = { soak, steps, burst };
