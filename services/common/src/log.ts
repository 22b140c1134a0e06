/** Structured logs on stdout. Queries, titles and texts are not logged by default. */
import { type Logger as PinoLogger, pino } from 'pino';

export type Logger = PinoLogger;

/** A logger named after the service. `level` is one of pino's levels or "silent". */
export function createLogger(service: string, level: string): Logger {
  return pino({
    level,
    base: { service },
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label) => ({ level: label }) },
  });
}
