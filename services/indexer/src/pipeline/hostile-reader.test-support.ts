/** A reader that does to itself what a hostile file might; the "path" says what. For tests. */
import { readFileSync, writeFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { ToReader } from './read-book.ts';

const acts: Record<string, (path: string) => void> = {
  hang: () => {
    for (;;);
  },
  sleep: () => {
    setInterval(() => {}, 1_000);
  },
  eat: () => {
    const all: object[] = [];
    for (;;) all.push(Array.from({ length: 1_000 }, (_, i) => ({ i })));
  },
  crash: () => process.kill(process.pid, 'SIGSEGV'),
  vanish: () => process.exit(7),
  attempts: (path) => {
    const tried: Record<string, () => unknown> = {
      'write a file': () => writeFileSync(`${path}.evil`, 'x'),
      'read another file': () => readFileSync('/etc/hostname'),
      'start a program': () => process.getBuiltinModule('node:child_process').execSync('id'),
      'see the token': () => {
        if (process.env.LIBTRAILS_TOKEN === undefined) throw new Error('not there');
      },
    };
    const done = Object.entries(tried).flatMap(([what, act]) => {
      try {
        act();
        return [what];
      } catch {
        return [];
      }
    });
    const book = { title: done.join(', '), sections: [] };
    process.send?.({ kind: 'book', book }, () => process.exit());
  },
};

process.once('message', ({ file }: ToReader) => acts[basename(file)]?.(file));
process.on('disconnect', () => process.exit(1));
