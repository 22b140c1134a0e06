/** Where vectors are kept between runs. */
import { homedir } from 'node:os';
import { join } from 'node:path';

/** `LIBTRAILS_CACHE_DIR`, else `libtrails` in the user's cache folder (XDG base directories). */
export function cacheDir(env: Readonly<Record<string, string | undefined>> = process.env): string {
  return env.LIBTRAILS_CACHE_DIR || join(env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'libtrails');
}
