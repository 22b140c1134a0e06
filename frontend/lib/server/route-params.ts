/** Numbers out of addresses. Pure but for `notFound`. */
import { notFound } from 'next/navigation';
import type { Outcome, Problem } from '../errors/outcome.ts';

/** An id in a path: a whole number from `min` to 2^32 - 1; anything else is no page. */
export function pathNumber(text: string, min = 1): number {
  const value = /^\d{1,10}$/.test(text) ? Number(text) : -1;
  if (value < min || value > 0xffff_ffff) notFound();
  return value;
}

/** The answer, or the problem to show; what does not exist is the 404 page. */
export function orNotFound<T>(
  outcome: Outcome<T>,
): { value: T; problem?: never } | { value?: never; problem: Problem } {
  if (outcome.ok) return { value: outcome.value };
  if (outcome.problem.code === 'not_found' || outcome.problem.code === 'invalid_argument') notFound();
  return { problem: outcome.problem };
}
