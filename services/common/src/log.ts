/** Structured logs on stdout. Queries, titles and texts are not logged by default. */
import { type Logger as PinoLogger, pino } from 'pino';
import { currentRequestId } from './request-context.ts';

export type Logger = PinoLogger;

/** A logger named after the service. `level` is one of pino's levels or "silent". */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    // Every line that is written for a request names it.
    mixin: () => {
      const requestId = currentRequestId();
      return requestId === undefined ? {} : { requestId };
    },
    formatters: { level: (label) => ({ level: label }) },
  });
}
