/** Who may write through HTTP. */
import { isLoopback, requireWriter } from '@libtrails/common/access';
import { LibTrailsError } from '@libtrails/common/errors';
import { httpCaller } from '@libtrails/common/http-server';
import type { RequestHandler } from 'express';

/**
 * Lets the machine itself or a holder of the token through. A browser on this machine is loopback too, so
 * without a token a page of another site (Origin) and a site that points its name here (Host) are refused.
 */
export function onlyWriters(token: string | undefined): RequestHandler {
  return (request, _response, next) => {
    const caller = httpCaller(request);
    requireWriter(caller, token);
    if (caller.authorization === undefined) {
      for (const header of [request.get('origin'), `http://${request.get('host') ?? ''}`]) {
        if (header !== undefined && !isLocalOrigin(header)) {
          throw new LibTrailsError(
            'permission_denied',
            'A page of another site may not write to the library. Send the token as "authorization: Bearer <LIBTRAILS_TOKEN>".',
          );
        }
      }
    }
    next();
  };
}

function isLocalOrigin(origin: string): boolean {
  if (!URL.canParse(origin)) return false;
  const { hostname } = new URL(origin);
  return hostname === 'localhost' || hostname.endsWith('.localhost') || isLoopback(hostname);
}
