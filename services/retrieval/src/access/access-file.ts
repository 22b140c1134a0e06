/** Stored credentials: access.json in the data folder, readable by this user alone. */
import { randomBytes } from 'node:crypto';
import { readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256 } from '@libtrails/common/access';
import { z } from 'zod';

/**
 * 256 random bits. A secret of that kind can't be guessed from its hash however fast the hash is, so SHA-256 is
 * enough (NIST SP 800-63B, 5.1.2.2, asks for a slow hash below 112 bits only), and a writing call costs no
 * scrypt of 16 MB, which anyone on the network could make this server compute.
 */
const SECRET_BYTES = 32;

const schema = z.object({
  /** SHA-256 of the owner's token in hex; absent where LIBTRAILS_TOKEN has always been set. */
  tokenSha256: z
    .string()
    .regex(/^[\da-f]{64}$/)
    .optional(),
  /** Signs the cookies of readers and writers; base64url. */
  sessionKey: z.string().min(43),
  /** Ids of sessions that were ended before their time, with that time in seconds since 1970. */
  ended: z.record(z.string(), z.number()).optional(),
});

export type AccessRecord = z.output<typeof schema>;

const secret = () => randomBytes(SECRET_BYTES).toString('base64url');

/** Most sessions that are ended one by one; one more ends all, so the file stays small. */
const MAX_ENDED = 1_000;

/** How long the file's content is cached, in milliseconds: a renewed token counts within a second. */
const FRESH_MS = 1_000;

export class AccessFile {
  readonly #path: string;
  #last: { record: AccessRecord; at: number } | undefined;

  /** @param folder the library's data folder; it must be there */
  constructor(folder: string) {
    this.#path = join(folder, 'access.json');
  }

  /**
   * Makes what is missing.
   * @param withToken whether a token of our own is wanted
   * @returns the token if one was made just now: it is stored as a hash and can't be shown again
   */
  prepare({ withToken }: { withToken: boolean }): string | undefined {
    const known = this.#readIfThere();
    if (known !== undefined && (!withToken || known.tokenSha256 !== undefined)) return undefined;
    const token = withToken ? secret() : undefined;
    this.#write({ sessionKey: secret(), ...known, ...hashOf(token) });
    return token;
  }

  /** A new token in place of the old one, which ends at once, as do the sessions that came of it. */
  renewToken(): string {
    const token = secret();
    this.#write({ sessionKey: secret(), ...hashOf(token) });
    return token;
  }

  /** Ends one session for good. */
  endSession(id: string, expiresS: number): void {
    const record = this.read();
    const now = Date.now() / 1_000;
    const ended = Object.entries(record.ended ?? {}).filter(([, until]) => until > now);
    if (ended.length < MAX_ENDED) {
      this.#write({ ...record, ended: { ...Object.fromEntries(ended), [id]: expiresS } });
    } else this.#write({ ...record, sessionKey: secret(), ended: {} });
  }

  /** @throws Error with the cure if the file is missing or damaged */
  read(): AccessRecord {
    const now = performance.now();
    if (this.#last !== undefined && now - this.#last.at < FRESH_MS) return this.#last.record;
    const record = this.#readIfThere();
    if (record === undefined)
      throw new Error(`${this.#path} is missing: restart the service, which makes it`);
    this.#last = { record, at: now };
    return record;
  }

  #readIfThere(): AccessRecord | undefined {
    let text: string;
    try {
      text = readFileSync(this.#path, 'utf8');
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
      throw error;
    }
    const parsed = schema.safeParse(parseJson(text));
    if (parsed.success) return parsed.data;
    throw new Error(`${this.#path} is damaged: delete it and start again; a new token is made then`);
  }

  /** Whole or not at all: a power cut must not leave half a file. */
  #write(record: AccessRecord): void {
    const part = `${this.#path}.part`;
    writeFileSync(part, `${JSON.stringify(record)}\n`, { mode: 0o600, flush: true });
    renameSync(part, this.#path);
    this.#last = undefined;
  }
}

function hashOf(token: string | undefined): Pick<AccessRecord, 'tokenSha256'> {
  return token === undefined ? {} : { tokenSha256: sha256(token).toString('hex') };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
