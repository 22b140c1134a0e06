/** Answers that stay the same until the library changes: asked again, they cost one comparison. */
import type { Request, Response } from 'express';
import { toJson } from './json.ts';

/**
 * Sends what `read` gives, or 304 without calling it if the caller has the answer of this very `version`
 * (the library's revision with whatever else the answer depends on).
 */
export function sendVersioned(
  request: Request,
  response: Response,
  version: string,
  read: () => unknown,
): void {
  response.setHeader('etag', `W/"${version}"`);
  response.setHeader('cache-control', 'private, no-cache');
  if (request.fresh) {
    response.status(304).end();
    return;
  }
  response.json(toJson(read()));
}
