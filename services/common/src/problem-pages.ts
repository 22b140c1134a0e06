/** Documentation of the errors, from their table: the page behind a problem's `type`, and docs/errors.md. Pure. */
import { status as grpcStatus } from '@grpc/grpc-js';
import { ERRORS, type ErrorCode } from './errors.ts';

/** Where the service answers with the page of a code. */
const PAGES = '/api/v1/problems';

/** The `type` of a problem: a path of the service that sent it (RFC 9457, 3.1.1 allows relative references). */
export function problemType(code: ErrorCode): string {
  return `${PAGES}/${code}`;
}

/** A page of HTML about one kind of problem; undefined if there is no such code. */
export function problemPage(code: string): string | undefined {
  if (!Object.hasOwn(ERRORS, code)) return undefined;
  const { title, help, http, grpc } = ERRORS[code as ErrorCode];
  return `<!doctype html>
<html lang="en">
<meta charset="utf-8">
<meta name="viewport" content="width=device-width">
<title>${title}</title>
<h1>${title}</h1>
<p>${help.replaceAll(/`([^`]+)`/g, '<code>$1</code>')}</p>
<p>Code <code>${code}</code>, HTTP status ${http}, gRPC status ${grpcStatus[grpc]}.</p>
</html>
`;
}

/** docs/errors.md. */
export function errorsDocument(): string {
  const sections = Object.entries(ERRORS).map(
    ([code, { title, help, http, grpc }]) =>
      `## ${code}\n\n${title}. HTTP ${http}, gRPC ${grpcStatus[grpc]}.\n\n${help}\n`,
  );
  return `# Errors

<!-- Generated from services/common/src/errors.ts by \`npm run proto\`. Do not edit. -->

HTTP answers errors as problem details ([RFC 9457](https://www.rfc-editor.org/rfc/rfc9457)) with one of these codes in
\`code\`; \`detail\` says what is wrong with this request. \`type\` is a path of the service, such as
\`${problemType('not_found')}\`, with a page about the code. gRPC sends the status and the same text.

${sections.join('\n')}`;
}
