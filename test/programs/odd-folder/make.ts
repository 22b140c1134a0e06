/**
 * `node test/programs/odd-folder/make.ts FOLDER`: a folder of books with thirty entries that stopped or misled indexers: links in
 * circles, pipes, rubbish bins of storage devices, names that are no UTF-8. For Linux and macOS.
 */
import { spawnSync } from 'node:child_process';
import { chmod, mkdir, symlink, truncate, utimes, writeFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { epubEntries, xhtml, zip } from '@libtrails/indexer/formats/epub/epub.test-support';

export interface OddFolder {
  /** Names of the files that become books. */
  books: string[];
  /** "code name" of each file that is refused for its content. */
  refused: string[];
  /** "code name" of each entry that is left out. */
  skipped: string[];
}

/** The time of the files: long ago, since a file that was just written may still be copied. */
const LONG_AGO = new Date('2020-01-01');

/**
 * @param folder to be filled; links lead to a hidden folder in it, so that they hold wherever a container mounts it
 * @param may what this user may read is left out of what is expected: the administrator may read everything
 */
export async function makeOddFolder(folder: string, may: { readAll: boolean }): Promise<OddFolder> {
  const at = (name: string) => join(folder, name);
  const write = async (path: string | Buffer, data: string | Uint8Array) => {
    if (typeof path === 'string') await mkdir(dirname(path), { recursive: true });
    await writeFile(path, data);
    await utimes(path, LONG_AGO, LONG_AGO);
  };
  const book = (path: string, title = path) => write(path, epub(title));
  await mkdir(folder, { recursive: true });

  const books = ['UPPER.EPUB', 'what? 100% #1 $(touch x).epub', 'deep/er/in.epub', 'folder.epub/inside.epub'];
  books.push(`${'long '.repeat(45)}name.epub`, 'decomposed \u00e9.epub', 'line\nbreak.epub');
  for (const name of books) await book(at(name.normalize('NFD')), name);
  await book(at('.elsewhere/file.epub'), 'A linked file');
  await symlink('.elsewhere/file.epub', at('linked file.epub'));
  await book(at('.elsewhere/more/one.epub'), 'In a linked folder');
  await symlink('.elsewhere/more', at('linked folder'));
  books.push('linked file.epub', 'linked folder/one.epub');

  await write(at('half.epub'), epub('Half of a book').subarray(0, 300));
  await write(at('page.epub'), '<html>not found</html>');
  const refused = ['truncated half.epub', 'not_zip page.epub'];

  await symlink('loop.epub', at('loop.epub'));
  await symlink('nowhere.epub', at('dead.epub'));
  await symlink('.', at('deep/up'));
  await symlink('../..', at('deep/er/up'));
  await symlink('.elsewhere/more', at('linked folder again'));
  await write(at('same content.epub'), epub('UPPER.EPUB'));
  spawnSync('mkfifo', [at('pipe.epub')]);
  await symlink('/dev/zero', at('device.epub'));
  await write(at('empty.epub'), '');
  await write(at('enormous.epub'), '');
  await truncate(at('enormous.epub'), 2 ** 40);
  await utimes(at('enormous.epub'), LONG_AGO, LONG_AGO);
  await write(at('Unpacked.epub/META-INF/container.xml'), '<container/>');
  await write(at('unpacked/META-INF/container.xml'), '<container/>');
  await write(at('unpacked/mimetype'), 'application/epub+zip');
  for (const name of ['#recycle', '@eaDir', 'lost+found', '.Trashes', '.AppleDouble', '$RECYCLE.BIN']) {
    await book(at(`${name}/thrown away.epub`));
  }
  await book(at('.hidden/x.epub'));
  await write(at('._what.epub'), 'AppleDouble');
  for (const other of ['.DS_Store', 'cover.jpg', 'x.epub.part', 'metadata.opf']) await write(at(other), 'x');
  const skipped = [
    'dead_link dead.epub',
    'empty empty.epub',
    'hidden ._what.epub',
    'hidden .elsewhere',
    'hidden .hidden',
    'link_loop loop.epub',
    'not_a_file device.epub',
    'not_a_file pipe.epub',
    'same_content same content.epub',
    'seen_folder deep/er/up',
    'seen_folder deep/up',
    'seen_folder linked folder again',
    'system #recycle',
    'system $RECYCLE.BIN',
    'system .AppleDouble',
    'system .Trashes',
    'system @eaDir',
    'system lost+found',
    'too_large enormous.epub',
    'unpacked Unpacked.epub',
    'unpacked unpacked',
  ];
  // macOS takes no such name.
  if (process.platform === 'linux') {
    await write(Buffer.from(`${folder}/caf\xe9.epub`, 'latin1'), 'x');
    skipped.push('bad_name caf\\xe9.epub');
  }
  for (const name of ['locked.epub', 'locked folder/x.epub']) await book(at(name), name);
  await chmod(at('locked.epub'), 0o000);
  await chmod(at('locked folder'), 0o000);
  if (may.readAll) books.push('locked.epub', 'locked folder/x.epub');
  else skipped.push('unreadable locked.epub', 'unreadable locked folder');
  return { books: books.sort(), refused, skipped: skipped.sort() };
}

function epub(title: string): Buffer {
  const words = Array.from({ length: 60 }, (_, i) => `${title.replaceAll(/\W/g, '')}${i}`).join(' ');
  const safe = title.replaceAll('&', '').replaceAll('<', '');
  return zip(
    epubEntries({
      metadata: `<dc:title>${safe}</dc:title><dc:language>en</dc:language>`,
      files: { 'one.xhtml': xhtml(`<p>${words}</p>`) },
    }),
  );
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const [folder] = process.argv.slice(2);
  if (folder === undefined) {
    console.error('Name a folder to be filled: node test/programs/odd-folder/make.ts FOLDER');
    process.exit(2);
  }
  const { books, refused, skipped } = await makeOddFolder(resolve(folder), { readAll: false });
  console.log(
    `${books.length} books, ${refused.length} files to be refused, ${skipped.length} entries to be left out`,
  );
}
