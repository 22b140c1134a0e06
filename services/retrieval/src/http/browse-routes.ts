/** Routes that read the library as it stands; all of them answer 304 while it stays the same. */
import type { Request, Response, Router } from 'express';
import type { Library } from '../library/library.ts';
import { getPassage } from '../passages/get-passage.ts';
import { parseRequest } from '../requests/parse.ts';
import { passageRequest } from '../requests/requests.ts';
import { sendVersioned } from './conditional.ts';

/** `build` tells answers of different versions of this program apart. */
export function browseRoutes(router: Router, library: Library, build: string): void {
  /** Validates first, so that a wrong request is never answered 304. */
  const read = (path: string, prepare: (request: Request) => () => unknown) => {
    router.get(path, (request: Request, response: Response) => {
      const answer = prepare(request);
      sendVersioned(request, response, `${build}.${library.revision()}`, answer);
    });
  };

  read('/passages/:id', (request) => {
    const wanted = parseRequest(passageRequest, { ...request.query, ...request.params });
    return () => getPassage(library, wanted.id, wanted.around, wanted.q);
  });
}
