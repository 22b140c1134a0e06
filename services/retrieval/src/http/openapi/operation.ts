/** What the document says of a route. */
import type { z } from 'zod';
import type { Schema } from './schemas.ts';

export interface Operation {
  route: `${'get' | 'post' | 'delete'} /${string}`;
  id: string;
  tag: 'search' | 'browse' | 'write' | 'jobs' | 'status' | 'session';
  summary: string;
  description?: string;
  /** Path and query string. */
  request?: z.ZodType;
  /** Parameters of `request` that the route sets itself. */
  without?: readonly string[];
  body?: Readonly<Record<string, Schema | z.ZodType>>;
  /** The success: message of the contract, or the type and schema of any other content. */
  answer?: { status?: number; message?: string; content?: Readonly<Record<string, Schema>> };
  /** Answers without a body. */
  others?: Readonly<Record<number, string>>;
  /** HTTP statuses of problems. */
  problems: readonly number[];
  /** Who may call it; readers by default. */
  access?: 'anyone' | 'writers';
}

/** Problems of a call that reads. */
export const READ = [400, 401, 429] as const;
export const SAME = { 304: "The library is as it was when If-None-Match's answer was made" } as const;
export const TEXT: Schema = { type: 'string' };
