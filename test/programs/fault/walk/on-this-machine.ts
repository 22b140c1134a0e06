/** What is tried on this machine itself: by a page of another site in its browser, and by another account. */
import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { Attempts } from './attempts.ts';
import { API, UPLOAD, UPLOAD_HEADERS } from './http-attempts.ts';

/** An account that nobody logs in to. */
const NOBODY = 65_534;

/** What a browser sends for a page of another site, or of another port of this machine. */
export async function pageElsewhere(
  where: string,
  port: number,
  address = '127.0.0.1',
): Promise<Attempts['all']> {
  const walk = new Attempts(address, port);
  for (const [page, site, origin] of [
    ['another site', 'cross-site', 'https://evil.example'],
    ['another port of this machine', 'same-site', 'http://127.0.0.1:5173'],
  ] as const) {
    const load = (dest: string, mode: string) => ({
      'sec-fetch-site': site,
      'sec-fetch-dest': dest,
      'sec-fetch-mode': mode,
    });
    const from = `a page of ${page}, at ${where}:`;
    const fetched = { ...load('empty', 'no-cors'), origin };
    await walk.http(`${from} delete a book`, [403], walk.ask('DELETE', `${API}/books/1`, fetched));
    await walk.http(
      `${from} upload a book by a form`,
      [403],
      walk.ask(
        'POST',
        `${API}/books`,
        { ...load('document', 'navigate'), origin, ...UPLOAD_HEADERS },
        UPLOAD,
      ),
    );
    await walk.http(`${from} a backup`, [403], walk.ask('POST', `${API}/backups`, fetched));
    for (const [what, dest, mode] of [
      ['a cover as a picture', 'image', 'no-cors'],
      ['whether a book is there, as an object', 'object', 'navigate'],
      ['the API in a frame', 'iframe', 'navigate'],
      ['the API as a script', 'script', 'no-cors'],
      ['the API by fetch', 'empty', 'cors'],
    ] as const) {
      const path = what.startsWith('a cover') ? `${API}/books/1/cover` : `${API}/books/1`;
      await walk.http(`${from} ${what}`, [403], walk.ask('GET', path, load(dest, mode)));
    }
  }
  const rebound = {
    host: 'rebound.example',
    'sec-fetch-site': 'same-origin',
    origin: 'http://rebound.example',
  };
  await walk.http(
    `a page whose name leads to ${where} (DNS rebinding): delete a book`,
    [403, 421],
    walk.ask('DELETE', `${API}/books/1`, rebound),
  );
  return walk.all;
}

/** What another account of this machine reads. @param pids of the services */
export function otherAccount(
  data: string,
  pids: Readonly<Record<string, number | undefined>>,
): Attempts['all'] {
  const walk = new Attempts('127.0.0.1', 0);
  const files = ['library.sqlite', 'access.json', 'service-key', 'logs/retrieval.log', 'uploads'];
  const paths = [
    ...files.map((name) => [name, join(data, name)] as const),
    ...Object.entries(pids).map(([name, pid]) => [`settings of ${name}`, `/proc/${pid}/environ`] as const),
  ];
  for (const [name, path] of paths) {
    const { stdout } = spawnSync('head', ['-c', '64', path], { uid: NOBODY, gid: NOBODY });
    walk.note(
      `another account reads: ${name}`,
      stdout.length === 0 ? 'refused' : 'read',
      stdout.length === 0,
    );
  }
  return walk.all;
}
