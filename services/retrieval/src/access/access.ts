/** Decides who may read and who may write, for HTTP and gRPC. */
import { createHmac, timingSafeEqual } from 'node:crypto';
import {
  basicPasswordOf,
  bearerOf,
  type Caller,
  cookieOf,
  sameSecret,
  sha256,
} from '@libtrails/common/access';
import { limitKey } from '@libtrails/common/client-address';
import { LibTrailsError } from '@libtrails/common/errors';
import { RateLimiter } from '@libtrails/common/rate-limit';
import type { AccessFile } from './access-file.ts';
import { newSessionId, type ReadSession, type Role, readSession, SESSION_S, signSession } from './session.ts';

export interface AccessSettings {
  /** LIBTRAILS_TOKEN: counts instead of the token of the access file. */
  token: string | undefined;
  /** The key of the other services of this library. */
  serviceKey: string | undefined;
  /** LIBTRAILS_PASSWORD: without it anyone who reaches the port may read. */
  password: string | undefined;
  /** Whether programs on this machine may write without a token. */
  trustLoopback: boolean;
}

/** What a writer was accepted by. Browsers send the last two by themselves, so the origin must be checked. */
export type Proof = 'secret' | 'session' | 'loopback';

/** Names of the cookies. Two, since a reader may come by a link from elsewhere, and a writer must not. */
export const COOKIES: Readonly<Record<Role, string>> = {
  reader: 'libtrails_reader',
  writer: 'libtrails_writer',
};

export interface Session {
  role: Role;
  value: string;
  maxAgeS: number;
}

/** Wrong passwords and tokens that a client may send: five, then one in twelve seconds. */
const ATTEMPTS = { perSecond: 1 / 12, burst: 5 };
/** The same over all clients: a hundred addresses must not make a hundred times as many. */
const ALL_ATTEMPTS = { perSecond: 1, burst: 50 };

export class Access {
  readonly #settings: AccessSettings;
  readonly #file: Pick<AccessFile, 'read' | 'endSession'>;
  readonly #attempts = new RateLimiter(ATTEMPTS);
  readonly #allAttempts = new RateLimiter(ALL_ATTEMPTS, 1);

  /** @param file is read again and again: a token renewed by another process counts at once */
  constructor(settings: AccessSettings, file: Pick<AccessFile, 'read' | 'endSession'>) {
    this.#settings = settings;
    this.#file = file;
  }

  /** Whether reading needs no password. */
  get openToRead(): boolean {
    return this.#settings.password === undefined;
  }

  /** @throws LibTrailsError unauthenticated, permission_denied, rate_limited */
  requireReader(caller: Caller): void {
    if (this.openToRead || this.roleOf(caller) !== undefined || this.#isTokenHolder(caller)) return;
    const password = basicPasswordOf(caller);
    if (password !== undefined) {
      if (this.#attempt(caller, () => this.#isPassword(password))) return;
      throw wrongSecret();
    }
    throw new LibTrailsError(
      'unauthenticated',
      'This library has a password. Sign in at /login, or send it as HTTP Basic authentication with any user name, or the token as "authorization: Bearer <token>".',
    );
  }

  /**
   * @param cookies whether a session counts: only where the API can tell where a request comes from
   * @throws LibTrailsError permission_denied, rate_limited
   */
  requireWriter(caller: Caller, { cookies }: { cookies: boolean }): Proof {
    if (this.#isTokenHolder(caller)) return 'secret';
    if (bearerOf(caller) === undefined) {
      if (cookies && this.roleOf(caller) === 'writer') return 'session';
      if (this.#settings.trustLoopback && caller.local) return 'loopback';
    }
    throw new LibTrailsError(
      'permission_denied',
      'This call writes to the library. Send the token as "authorization: Bearer <token>": the one that the first start showed, or LIBTRAILS_TOKEN.',
    );
  }

  /** The role of the caller's session, the higher one if it has both. */
  roleOf(caller: Caller): Role | undefined {
    return this.#sessionsOf(caller)[0]?.role;
  }

  /** Ends the caller's session on the server, so that copies of its cookies are invalid. */
  signOut(caller: Caller): void {
    for (const { id, expiresS } of this.#sessionsOf(caller)) this.#file.endSession(id, expiresS);
  }

  /** The writer's session first. */
  #sessionsOf(caller: Caller): ReadSession[] {
    if (caller.cookie === undefined) return [];
    const now = Date.now() / 1_000;
    const { ended = {} } = this.#file.read();
    return (['writer', 'reader'] as const).flatMap((role) => {
      const session = readSession(cookieOf(caller, COOKIES[role]), this.#key(role), now);
      return session?.role === role && !Object.hasOwn(ended, session.id) ? [session] : [];
    });
  }

  /**
   * Creates sessions for the token (to write and to read) or the password (to read).
   * @throws LibTrailsError permission_denied if the secret is neither, rate_limited after too many of those
   */
  signIn(secret: string, caller: Caller): Session[] {
    let roles: Role[] = [];
    const isRight = () => {
      if (this.#isChosenToken(secret)) roles = ['writer', 'reader'];
      else if (this.#isPassword(secret)) roles = ['reader'];
      return roles.length > 0;
    };
    if (this.#isMadeSecret(secret)) roles = ['writer', 'reader'];
    else if (!this.#attempt(caller, isRight)) throw wrongSecret();
    const expiresS = Math.floor(Date.now() / 1_000) + SESSION_S;
    const id = newSessionId();
    return roles.map((role) => ({
      role,
      value: signSession({ role, expiresS, id }, this.#key(role)),
      maxAgeS: SESSION_S,
    }));
  }

  #isTokenHolder(caller: Caller): boolean {
    const given = bearerOf(caller);
    return (
      given !== undefined &&
      (this.#isMadeSecret(given) || this.#attempt(caller, () => this.#isChosenToken(given)))
    );
  }

  /** Secrets of 256 random bits cannot be guessed, so their holders need not wait because others guess. */
  #isMadeSecret(given: string): boolean {
    const { token, serviceKey } = this.#settings;
    if (serviceKey !== undefined && sameSecret(given, serviceKey)) return true;
    const { tokenSha256 } = this.#file.read();
    if (token !== undefined || tokenSha256 === undefined) return false;
    return timingSafeEqual(sha256(given), Buffer.from(tokenSha256, 'hex'));
  }

  #isChosenToken(given: string): boolean {
    const { token } = this.#settings;
    return token !== undefined && sameSecret(given, token);
  }

  #isPassword(given: string): boolean {
    const { password } = this.#settings;
    return password !== undefined && sameSecret(given, password);
  }

  /**
   * Returns whether a secret is right, and counts a wrong one. A client that was wrong too often is refused without a
   * look at the secret.
   * @throws LibTrailsError rate_limited with the time to retry
   */
  #attempt(caller: Caller, isRight: () => boolean): boolean {
    const client = limitKey(caller.client);
    const wait = Math.max(this.#attempts.wait(client), this.#allAttempts.wait(''));
    if (wait > 0) {
      const seconds = Math.ceil(wait);
      throw new LibTrailsError('rate_limited', `Too many wrong attempts: try again in ${seconds} s`, {
        retryAfterSeconds: seconds,
      });
    }
    if (isRight()) return true;
    this.#attempts.take(client);
    this.#allAttempts.take('');
    return false;
  }

  /** Another token or password is another key: all sessions end with either. */
  #key(role: Role): Buffer {
    const { token, password } = this.#settings;
    const { sessionKey, tokenSha256 } = this.#file.read();
    const secret = token === undefined ? tokenSha256 : sha256(token).toString('hex');
    const basis = `${secret} ${sha256(password ?? '').toString('hex')}`;
    return createHmac('sha256', sessionKey).update(`${role} ${basis}`).digest();
  }
}

function wrongSecret(): LibTrailsError {
  return new LibTrailsError(
    'permission_denied',
    'That is neither the password nor the token of this library',
  );
}
