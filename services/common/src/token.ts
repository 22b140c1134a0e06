/** The secret that lets other machines and containers write. */
import { randomBytes } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';

export interface TokenSettings {
  LIBTRAILS_TOKEN?: string | undefined;
  LIBTRAILS_TOKEN_FILE?: string | undefined;
}

const TOKEN_BYTES = 24;

/**
 * The token from LIBTRAILS_TOKEN, else from the file LIBTRAILS_TOKEN_FILE names, else undefined.
 * With `create`, a missing file is written once with a random token (mode 600), so that containers which share
 * a volume agree on one without anybody choosing it.
 * @throws Error if the file holds nothing or can't be read or written.
 */
export function loadToken(settings: TokenSettings, { create }: { create: boolean }): string | undefined {
  if (settings.LIBTRAILS_TOKEN !== undefined) return settings.LIBTRAILS_TOKEN;
  const file = settings.LIBTRAILS_TOKEN_FILE;
  if (file === undefined) return undefined;
  if (create) {
    try {
      writeFileSync(file, `${randomBytes(TOKEN_BYTES).toString('base64url')}\n`, { mode: 0o600, flag: 'wx' });
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
  const token = readFileSync(file, 'utf8').trim();
  if (token === '') throw new Error(`LIBTRAILS_TOKEN_FILE=${file} is empty: delete it and start again`);
  return token;
}
