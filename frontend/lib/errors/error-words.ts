/** A problem in words for the reader. Pure. */

import * as strings from '../strings.ts';
import type { Problem } from './outcome.ts';

/** Title and text for a code of the error table; the service's own message where it has one. */
export function errorWords(problem: Problem): { title: string; text: string } {
  switch (problem.code) {
    case 'unavailable':
    case 'resource_exhausted':
      return { title: strings.errors.unavailable, text: problem.message || strings.errors.unavailableText };
    case 'deadline_exceeded':
      return { title: strings.errors.deadline, text: strings.errors.deadlineText };
    default:
      return { title: strings.errors.other, text: problem.message || problem.code };
  }
}
