/** Answers that stay the same until the library changes: asked again, they cost one comparison. */
import type { Request, Response } from 'express';
import { toJson } from './json.ts';

/** Times that an answer is read again because the library moved on meanwhile. */
const MOST_READS = 3;

/**
 * Sends what `read` gives, or 304 without calling it if the caller has the answer of this very `version`
 * (the library's revision with whatever else the answer depends on). An answer is of one version: if that moves on
 * while it is read, it is read again.
 */
export async function sendVersioned(
  request: Request,
  response: Response,
  { version, read }: { version: () => string; read: () => unknown },
): Promise<void> {
  response.setHeader('cache-control', 'private, no-cache');
  for (let reads = 1; ; reads += 1) {
    const before = version();
    response.setHeader('etag', `W/"${before}"`);
    if (request.fresh) {
      response.status(304).end();
      return;
    }
    const answer = await read();
    if (version() !== before && reads < MOST_READS) continue;
    response.json(toJson(answer));
    return;
  }
}
