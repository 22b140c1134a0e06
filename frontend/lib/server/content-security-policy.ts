/** What a page may load and run. Pure; proxy.ts sends it. */

/**
 * Server-rendered pages carry the request's nonce on their inline scripts, prerendered ones are known by the hashes
 * of theirs. Files of this origin may run in both: `'strict-dynamic'` would forbid /theme.js, which has no nonce
 * because a page that reads one can't be prerendered.
 */
export function contentSecurityPolicy(
  nonce: string,
  hashes: readonly string[],
  development: boolean,
): string {
  const inline = [`'nonce-${nonce}'`, ...hashes.map((hash) => `'${hash}'`)].join(' ');
  return [
    "default-src 'none'",
    // React evaluates code in development only, to rebuild server stacks.
    `script-src 'self' ${inline}${development ? " 'unsafe-eval'" : ''}`,
    `style-src 'self' ${development ? "'unsafe-inline'" : `'nonce-${nonce}'`}`,
    // Inline styles as attributes carry widths and hues.
    "style-src-attr 'unsafe-inline'",
    "img-src 'self' data:",
    "font-src 'self'",
    "connect-src 'self'",
    "manifest-src 'self'",
    "form-action 'self'",
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
}

/** Hashes of inline scripts by the page's path; `*` are those that any path may answer with, such as "not found". */
export type ScriptHashes = Readonly<Record<string, readonly string[]>>;

export function hashesFor(path: string, known: ScriptHashes): string[] {
  const own = known[path.length > 1 ? path.replace(/\/$/, '') : path] ?? [];
  return [...new Set([...own, ...(known['*'] ?? [])])];
}
