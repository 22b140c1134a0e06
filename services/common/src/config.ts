/** Settings come from the environment, are read once at start, typed, and fail with the name of the variable. */
import { z } from 'zod';

/** Values of such variables never reach a message. */
const SECRET = /TOKEN|PASSWORD|SECRET|KEY$/;

export class ConfigError extends Error {
  constructor(problems: readonly string[]) {
    super(`Settings that can't be used:\n${problems.map((p) => `  ${p}`).join('\n')}\nSee .env.example.`);
    this.name = 'ConfigError';
  }
}

/**
 * Reads the variables that `schema` names. An empty value counts as not set.
 * @throws ConfigError naming every variable that is wrong, and what it must be.
 */
export function readConfig<S extends z.ZodRawShape>(
  schema: z.ZodObject<S>,
  env: Readonly<Record<string, string | undefined>> = process.env,
): z.output<z.ZodObject<S>> {
  const given: Record<string, string> = {};
  for (const name of Object.keys(schema.shape)) {
    const value = env[name];
    if (value !== undefined && value !== '') given[name] = value;
  }
  const result = schema.safeParse(given);
  if (result.success) return result.data;
  throw new ConfigError(
    result.error.issues.map((issue) => {
      const name = issue.path.join('.');
      const shown = SECRET.test(name) ? '(not shown)' : (given[name] ?? '');
      return `${name}=${shown}: ${issue.message}`;
    }),
  );
}

/** A TCP port; 0 lets the system choose (tests). */
export const port = (byDefault: number) => z.coerce.number().int().min(0).max(65_535).default(byDefault);

/** A whole number between bounds, with its unit in the variable's name. */
export const integer = (byDefault: number, min: number, max: number) =>
  z.coerce.number().int().min(min).max(max).default(byDefault);

/** `true`/`1`/`yes` or `false`/`0`/`no`. */
export const flag = (byDefault: boolean) =>
  z
    .enum(['true', 'false', '1', '0', 'yes', 'no'])
    .transform((v) => v === 'true' || v === '1' || v === 'yes')
    .default(byDefault);

/** What every service reads. */
export const commonSettings = {
  /** Address to listen on. */
  LIBTRAILS_HOST: z.string().default('127.0.0.1'),
  /** Accepted host names, besides addresses and local names (host-names.ts). */
  LIBTRAILS_HOSTS: z.string().default(''),
  /** Addresses, networks or host names of proxies that are trusted to name the client (X-Forwarded-For). */
  LIBTRAILS_TRUSTED_PROXIES: z.string().default(''),
  /** The owner's secret: it lets others than this machine write (upload, delete, ingest, jobs). */
  LIBTRAILS_TOKEN: z.string().min(16, 'must have at least 16 characters').optional(),
  /** File with the key of this library's services; retrieval creates it if it is missing (compose). */
  LIBTRAILS_TOKEN_FILE: z.string().optional(),
  LIBTRAILS_LOG_LEVEL: z.enum(['trace', 'debug', 'info', 'warn', 'error', 'silent']).default('info'),
};
