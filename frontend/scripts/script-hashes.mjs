/**
 * After a build: the SHA-256 of every inline script of the prerendered pages, for their Content-Security-Policy.
 * A page that is rendered once can have no nonce.
 */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** Pages that Next answers with in place of the one asked for. */
const ANY_PATH = /^\/(_not-found|_global-error|404|500)$/;

/**
 * @param {string} server folder `.next/server` of the build
 * @param {string} file where the hashes are written, by path
 */
export function writeScriptHashes(server, file) {
  /** @type {Record<string, string[]>} */
  const hashes = { '*': [] };
  for (const page of globSync('{app,pages}/**/*.html', { cwd: server }).sort()) {
    const html = readFileSync(join(server, page), 'utf8');
    const path = page
      .replace(/^(app|pages)/, '')
      .replace(/\.html$/, '')
      .replace(/\/index$/, '/');
    const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/g)];
    const own = scripts.map(
      ([, text]) =>
        `sha256-${createHash('sha256')
          .update(text ?? '')
          .digest('base64')}`,
    );
    const at = ANY_PATH.test(path) ? '*' : path;
    hashes[at] = [...new Set([...(hashes[at] ?? []), ...own])];
  }
  writeFileSync(file, JSON.stringify(hashes));
}
