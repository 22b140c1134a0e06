/** Problem details (RFC 9457) of retrieval's HTTP API as the pages show them. */
import type * as Http from '@libtrails/proto/http';
import type { Problem } from '../errors/outcome.ts';

/** What a refused request was refused for; a body that is no problem leaves the status. */
export async function readProblem(response: Response): Promise<Problem> {
  const problem = (await response.json().catch(() => ({}))) as Partial<Http.Problem>;
  // A session that ended while the page was open: the page has nothing more to show.
  if (problem.code === 'unauthenticated' && typeof window !== 'undefined') {
    const { pathname, search, hash } = window.location;
    window.location.assign(`/login?${new URLSearchParams({ next: pathname + search + hash })}`);
  }
  return {
    code: problem.code ?? `http_${response.status}`,
    message: problem.detail ?? '',
    ...(problem.requestId === undefined ? {} : { requestId: problem.requestId }),
  };
}
