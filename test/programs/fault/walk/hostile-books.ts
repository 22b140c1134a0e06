/** EPUB files that mean harm, put into the folder, and what came of them. */
import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { writeEpub, xhtml, zip } from '@libtrails/indexer/formats/epub/epub.test-support';
import type { Attempt } from './attempts.ts';

const MARKUP = '<script>window.stolen=1</script><img src=x onerror=alert(1)>';
const SENTENCE = 'They sailed on past the island, and nobody spoke of the cargo again. ';
const LONG = SENTENCE.repeat(150);

export interface HostileBooks {
  /** How many there are, refused ones included. */
  count: number;
  /** What came of them. */
  judge(api: string, pages: string): Promise<Attempt[]>;
  stop(): void;
}

/** Writes them into `folder`. Each refers to a server of ours that must get no request. */
export async function plantHostileBooks(folder: string): Promise<HostileBooks> {
  let asked = 0;
  const canary: Server = createServer((_request, response) => {
    asked += 1;
    response.end();
  });
  await once(canary.listen(0, '127.0.0.1'), 'listening');
  const url = `http://127.0.0.1:${(canary.address() as AddressInfo).port}`;
  const escaped = MARKUP.replaceAll('<', '&lt;');
  await writeEpub(join(folder, 'markup.epub'), {
    metadata: `<dc:title>${escaped}</dc:title><dc:creator>${escaped}</dc:creator><dc:description>${escaped}</dc:description>`,
    files: {
      'a.xhtml': xhtml(
        `<h1>${escaped}</h1><p>${escaped} ${LONG}</p><script src="${url}/x.js"></script><img src="${url}/x.png" alt=""/><iframe src="${url}"></iframe>`,
      ),
    },
  });
  await writeEpub(join(folder, 'entities.epub'), {
    metadata: '<dc:title>Entities</dc:title>',
    files: {
      'a.xhtml': `<?xml version="1.0"?><!DOCTYPE html [<!ENTITY f SYSTEM "file:///etc/passwd"><!ENTITY c SYSTEM "${url}/xxe">]><html xmlns="http://www.w3.org/1999/xhtml"><head><title>x</title></head><body><p>${LONG} &f; &c;</p></body></html>`,
    },
  });
  const entry = (name: string) => zip([{ name, data: 'x' }]);
  await writeFile(join(folder, 'traversal.epub'), entry('../../../../tmp/libtrails-escaped'));
  await writeFile(
    join(folder, 'bomb.epub'),
    zip([{ name: 'a.xhtml', data: Buffer.alloc(64 * 1024 * 1024) }]),
  );
  await writeFile(join(folder, 'no-zip.epub'), '<html><script>alert(1)</script></html>');
  return {
    count: 5,
    stop: () => canary.close(),
    async judge(api, pages) {
      const attempts: Attempt[] = [];
      const note = (what: string, answer: string, held: boolean) => attempts.push({ what, answer, held });
      const text = async (address: string) => (await fetch(address)).text();
      const { books } = JSON.parse(await text(`${api}/books`)) as { books: { id: number }[] };
      let shown = '';
      let said = '';
      for (const { id } of books) {
        shown += await text(`${pages}/books/${id}`);
        shown += await text(`${pages}/books/${id}/read/0`);
        said += await text(`${api}/books/${id}/sections/0`);
      }
      shown += await text(`${pages}/search?q=${encodeURIComponent('<script>window.stolen=1</script>')}`);
      shown += await text(`${pages}/status`);
      const trail = await text(`${api}/trail?from=island&to=cargo&format=html`);
      const runs = /<script>window\.stolen|<img src=x onerror/.test(shown + trail);
      note(
        'an EPUB with markup as title, author and text',
        runs ? 'markup on a page' : 'shown as text',
        !runs,
      );
      note('an EPUB that names a file of the machine', 'not in its text', !/root:.*:0:0:/.test(said + shown));
      note('EPUBs that load from a server', `asked ${asked} times`, asked === 0);
      return attempts;
    },
  };
}
