/** Answers what this server has no method for (lib/server/unknown-methods.ts). */
export const dynamic = 'force-dynamic';

export function GET(): Response {
  const problem = { title: 'Method not allowed', status: 405, detail: 'Pages are read by GET and HEAD.' };
  return Response.json(problem, {
    status: 405,
    headers: { allow: 'GET, HEAD', 'content-type': 'application/problem+json' },
  });
}
