/** The key with which the services of one library authenticate each other; separate from the owner's token. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

export interface TokenSettings {
  LIBTRAILS_TOKEN?: string | undefined;
  LIBTRAILS_TOKEN_FILE?: string | undefined;
}

const KEY_BYTES = 32;

/** What a client sends: the token from LIBTRAILS_TOKEN, else the key in the file LIBTRAILS_TOKEN_FILE, else nothing. */
export function loadToken(settings: TokenSettings): string | undefined {
  return settings.LIBTRAILS_TOKEN ?? loadServiceKey(settings.LIBTRAILS_TOKEN_FILE, { create: false });
}

/**
 * The key in `file`. With `create`, a missing file is written once with a random key (mode 600), so that
 * containers that share a volume agree on one without a setting.
 * @throws Error if the file holds nothing or can't be read or written.
 */
export function loadServiceKey(
  file: string | undefined,
  { create }: { create: boolean },
): string | undefined {
  if (file === undefined) return undefined;
  if (create) {
    try {
      writeFileSync(file, `${randomBytes(KEY_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const token = readFileSync(file, 'utf8').trim();
  if (token === '') throw new Error(`LIBTRAILS_TOKEN_FILE=${file} is empty: delete it and start again`);
  return token;
}
