/** Problem details (RFC 9457) of retrieval's HTTP API as the pages show them. */
import type { Problem } from '../outcome.ts';

interface ProblemDetails {
  code?: string;
  detail?: string;
  requestId?: string;
}

/** What a refused request was refused for; a body that is no problem leaves the status. */
export async function readProblem(response: Response): Promise<Problem> {
  const problem = (await response.json().catch(() => ({}))) as ProblemDetails;
  return {
    code: problem.code ?? `http_${response.status}`,
    message: problem.detail ?? '',
    ...(problem.requestId === undefined ? {} : { requestId: problem.requestId }),
  };
}
