/** Every route of the HTTP API: what it is for, what it takes, and which message of the contract it answers. */
import type { Operation } from './operation.ts';
import { OTHERS } from './other-operations.ts';
import { READING } from './reading-operations.ts';

export const OPERATIONS: readonly Operation[] = [...READING, ...OTHERS];
