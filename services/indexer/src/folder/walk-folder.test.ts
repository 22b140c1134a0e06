import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, rm, symlink, truncate, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, test } from 'node:test';
import { walkFolder } from './walk-folder.ts';

let outside: string;
let dir: string;
beforeEach(async () => {
  outside = await mkdtemp(join(tmpdir(), 'libtrails-walk-'));
  dir = join(outside, 'books');
  await mkdir(dir);
});
afterEach(async () => {
  await rm(outside, { recursive: true });
});

async function put(...names: string[]): Promise<void> {
  for (const name of names) {
    await mkdir(join(dir, name, '..'), { recursive: true });
    await writeFile(join(dir, name), name);
  }
}

/** Names of the files, and "code name" of what is left out. */
async function walk(): Promise<{ files: string[]; skipped: string[] }> {
  const { files, skipped } = await walkFolder(dir);
  for (const { reason } of skipped) assert.match(reason, /^[A-Z].*[.)]$/);
  return {
    files: files.map(({ fileName }) => fileName),
    skipped: skipped.map(({ code, fileName }) => `${code} ${fileName}`),
  };
}

test('books are found at every depth, in a fixed order, whatever their names; other files are not', async () => {
  await put(
    'z.epub',
    'a.EPUB',
    'b/c/m.epub',
    'b/n.txt',
    'what? 100% #1.epub',
    'x.epub.part',
    'folder.epub/y.epub',
  );
  await put('e\u0301.epub');
  assert.deepEqual(await walk(), {
    files: ['a.EPUB', 'b/c/m.epub', 'folder.epub/y.epub', 'what? 100% #1.epub', 'z.epub', '\u00e9.epub'],
    skipped: [],
  });
  assert.equal((await walkFolder(dir)).files[0]?.size, 6);
});

test('a text is found from the size of a book on, and passed over without a word below it', async () => {
  await put('read me.txt');
  await writeFile(join(dir, 'a book.txt'), 'word '.repeat(100));
  assert.deepEqual(await walk(), { files: ['a book.txt'], skipped: [] });
});

test('hidden files and folders and those of systems are left out by name', async () => {
  await put(
    '#recycle/a.epub',
    '@eaDir/b.epub',
    'c/@eaDir/c.epub/x.jpg',
    'lost+found/d.epub',
    '.Trash-1000/e.epub',
  );
  await put('.hidden/f.epub', '._g.epub', '.DS_Store', 'g.epub');
  assert.deepEqual(await walk(), {
    files: ['g.epub'],
    skipped: [
      'system #recycle',
      'system .Trash-1000',
      'hidden ._g.epub',
      'hidden .hidden',
      'system @eaDir',
      'system c/@eaDir',
      'system lost+found',
    ],
  });
});

test('links to files and folders are followed, each folder once, and circles are named', async () => {
  await put('a.epub', 'sub/b.epub', '../more/c.epub', '../more/deep/d.epub');
  await symlink(join(outside, 'more'), join(dir, 'more'));
  await symlink(join(outside, 'more'), join(dir, 'more again'));
  await symlink(join(outside, 'more/c.epub'), join(dir, 'linked.epub'));
  await symlink('sub', join(dir, 'same'));
  await symlink('..', join(dir, 'sub/up'));
  await symlink(outside, join(outside, 'more/deep/up'));
  await symlink('loop.epub', join(dir, 'loop.epub'));
  await symlink('nowhere', join(dir, 'dead.epub'));
  await symlink('nowhere', join(dir, 'dead'));
  assert.deepEqual(await walk(), {
    files: ['a.epub', 'linked.epub', 'more/c.epub', 'more/deep/d.epub', 'sub/b.epub'],
    skipped: [
      'dead_link dead.epub',
      'link_loop loop.epub',
      'seen_folder more again',
      'seen_folder more/deep/up',
      'seen_folder same',
      'seen_folder sub/up',
    ],
  });
});

test('what is named like a book and is no file is never opened', async () => {
  await put('a.epub');
  assert.equal(spawnSync('mkfifo', [join(dir, 'pipe.epub')]).status, 0);
  await symlink('/dev/zero', join(dir, 'zero.epub'));
  await symlink('pipe.epub', join(dir, 'linked pipe.epub'));
  const server = createServer().listen(join(dir, 'socket.epub'));
  await once(server, 'listening');
  try {
    assert.deepEqual(await walk(), {
      files: ['a.epub'],
      skipped: [
        'not_a_file linked pipe.epub',
        'not_a_file pipe.epub',
        'not_a_file socket.epub',
        'not_a_file zero.epub',
      ],
    });
  } finally {
    server.close();
  }
});

test('empty and enormous files and unpacked books are named', async () => {
  await put(
    'a.epub',
    'Book.epub/META-INF/container.xml',
    'Book.epub/one.xhtml',
    'b/META-INF/x',
    'b/mimetype',
  );
  await writeFile(join(dir, 'empty.epub'), '');
  await writeFile(join(dir, 'large.epub'), '');
  await truncate(join(dir, 'large.epub'), 2 ** 40);
  assert.deepEqual(await walk(), {
    files: ['a.epub'],
    skipped: ['unpacked Book.epub', 'unpacked b', 'empty empty.epub', 'too_large large.epub'],
  });
});

test('names that are no UTF-8 are named, as are those that differ in the form of their accents', async () => {
  await put('a.epub', '\u00e9.epub', 'line\nbreak');
  await writeFile(join(dir, 'e\u0301.epub'), 'other');
  for (const name of ['caf\xe9.epub', 'caf\xe9.doc', '\xff\n.epub']) {
    await writeFile(Buffer.from(`${dir}/${name}`, 'latin1'), 'x');
  }
  await mkdir(Buffer.from(`${dir}/d\xe9`, 'latin1'));
  assert.deepEqual(await walk(), {
    files: ['a.epub', '\u00e9.epub'],
    skipped: [
      'bad_name \\xff\\u{a}.epub',
      'bad_name caf\\xe9.epub',
      'bad_name d\\xe9',
      'same_name \u00e9.epub',
    ],
  });
});

test('folders below the sixty-fourth are left out', async () => {
  const path = (depth: number) => Array.from({ length: depth }, () => 'd').join('/');
  await put(`${path(64)}/a.epub`, `${path(65)}/b.epub`);
  const { files, skipped } = await walk();
  assert.deepEqual(files, [`${path(64)}/a.epub`]);
  assert.deepEqual(skipped, [`too_deep ${path(65)}`]);
});

test('a folder or file that may not be read costs itself alone', async () => {
  await put('a.epub', 'closed.epub', 'locked/b.epub', 'z.epub');
  await chmod(join(dir, 'closed.epub'), 0o000);
  await chmod(join(dir, 'locked'), 0o000);
  await chmod(outside, 0o755);
  // The administrator may read everything: somebody else walks.
  const script = `import { walkFolder } from ${JSON.stringify(new URL('./walk-folder.ts', import.meta.url).href)};
    const { files, skipped } = await walkFolder(${JSON.stringify(dir)});
    console.log(JSON.stringify([files.map((f) => f.fileName), skipped.map((s) => s.code + ' ' + s.fileName)]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', script], {
    encoding: 'utf8',
    ...(process.getuid?.() === 0 ? { uid: 65_534, gid: 65_534 } : {}),
  });
  await chmod(join(dir, 'locked'), 0o755);
  assert.deepEqual(JSON.parse(stdout || JSON.stringify(stderr)), [
    ['a.epub', 'z.epub'],
    ['unreadable closed.epub', 'unreadable locked'],
  ]);
});

test('the folder itself must be there', async () => {
  await assert.rejects(walkFolder(join(dir, 'none')), { code: 'ENOENT' });
});
