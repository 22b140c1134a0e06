import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROSE, readFile } from '../text/text-files.test-support.ts';
import { readTxt } from './parse.ts';

/** Wraps a text as Project Gutenberg's files are. */
function wrapped(text: string, width = 72): string {
  const lines = [''];
  for (const word of text.split(' ')) {
    const last = lines.at(-1)!;
    if (last.length + 1 + word.length > width) lines.push(word);
    else lines[lines.length - 1] = last === '' ? word : `${last} ${word}`;
  }
  return lines.join('\n');
}

test('boilerplate is no part of the text, and its header names title, author, language and year', async () => {
  const book = await readFile(
    'pg0.txt',
    `The Project Gutenberg eBook of The Lamp\n\nTitle: The Lamp;\n        or, The Table\n\nAuthor: Ada Marlow\n\nRelease date: May 1, 2001 [eBook #0]\n\nLanguage: English\n\nOriginal publication: London, 1871\n\n*** START OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\n\n\n\nCHAPTER I\n\nA Light\n\n${wrapped(PROSE)}\n\n\n\n\nCHAPTER II\n\n${wrapped(PROSE)}\n\n*** END OF THE PROJECT GUTENBERG EBOOK THE LAMP ***\n\nUpdated editions will replace the previous one.`,
  );
  assert.equal(book.title, 'The Lamp; or, The Table');
  assert.deepEqual(book.authors, ['Ada Marlow']);
  assert.equal(book.language, 'en');
  assert.equal(book.year, 1871);
  assert.deepEqual(
    book.sections.map(({ title, kind }) => `${kind} ${title}`),
    [
      'front Project Gutenberg header',
      'body CHAPTER I: A Light',
      'body CHAPTER II',
      'back Project Gutenberg licence',
    ],
  );
  const [, first] = book.sections;
  assert.equal(first?.blocks[1]?.text, PROSE);
});

test('wrapped lines are one paragraph; short lines are verse; a hyphen at the end of a line closes up', () => {
  const text = `${wrapped(PROSE)}\n\n  Tyger Tyger, burning bright,\n  In the forests of the night;\n  What immortal hand or eye\n\n${wrapped(`A well- known house ${PROSE}`).replace('well- known', 'well-\nknown')}`;
  const { blocks } = readTxt(text);
  assert.deepEqual(
    blocks.map(({ type }) => type),
    ['paragraph', 'verse', 'paragraph'],
  );
  assert.equal(
    blocks[1]?.text,
    'Tyger Tyger, burning bright,\nIn the forests of the night;\nWhat immortal hand or eye',
  );
  assert.match(blocks[2]!.text, /^A well-known house/);
});

test('a file without empty lines has its paragraphs at indents, or at every line where lines are long', () => {
  const indented = Array.from({ length: 40 }, () => `   ${wrapped(PROSE)}`).join('\n');
  assert.equal(readTxt(indented).blocks.length, 40);
  const long = Array.from({ length: 40 }, () => PROSE).join('\n');
  assert.equal(readTxt(long).blocks.length, 40);
});

test('sentences that begin like headings are text', () => {
  const { blocks } = readTxt(
    'Chapter of accidents.\n\nPart one of the plan was to wait.\n\nBook the tickets, he said.\n\nCHAPTER 3. The Road\n\nPART TWO\n\nXIV.',
  );
  assert.deepEqual(
    blocks.map(({ type, level }) => `${type} ${level}`),
    ['paragraph 0', 'paragraph 0', 'paragraph 0', 'heading 2', 'heading 1', 'heading 3'],
  );
});

test('title and author come from the first lines, else from the file name', async () => {
  const named = async (name: string, text: string) => {
    const { title, authors } = await readFile(name, text);
    return [title, ...authors];
  };
  assert.deepEqual(await named('x.txt', `On Lamps\n\nby Ben Okuda and Ada Marlow\n\n${PROSE}`), [
    'On Lamps',
    'Ben Okuda',
    'Ada Marlow',
  ]);
  assert.deepEqual(await named('On Lamps - Ben Okuda.txt', PROSE), ['On Lamps', 'Ben Okuda']);
  assert.deepEqual(await named('Ben Okuda - On Lamps.txt', `Ben Okuda\n\n${PROSE}`), [
    'On Lamps',
    'Ben Okuda',
  ]);
  assert.deepEqual(await named('lamps_of_old.txt', PROSE), ['lamps of old']);
});

test('the encoding is found by mark, by zero bytes, by what the bytes can be, and by the letters', async () => {
  const first = async (content: Uint8Array) =>
    (await readFile('e.txt', content)).sections[0]?.blocks[0]?.text;
  const french =
    `Où était-ce ? Déjà l’été finissait à Genève, et la forêt brûlait. ${'Le garçon rêvait près de la fenêtre. '.repeat(20)}`.trim();
  const russian =
    'Все счастливые семьи похожи друг на друга, каждая несчастливая семья несчастлива по-своему. '
      .repeat(12)
      .trim();
  const cyrillic = (text: string) =>
    Uint8Array.from(text, (c) => {
      const code = c.charCodeAt(0);
      return code >= 0x410 && code <= 0x44f ? code - 0x410 + 0xc0 : code;
    });
  assert.equal(await first(Buffer.from(`\ufeff${french}`)), french);
  assert.equal(await first(Buffer.from(`\ufeff${french}`, 'utf16le')), french);
  assert.equal(await first(Buffer.from(PROSE, 'utf16le')), PROSE);
  assert.equal(await first(Buffer.from(french.replaceAll('’', "'"), 'latin1')), french.replaceAll('’', "'"));
  assert.equal(await first(cyrillic(russian)), russian);
});

test('an empty file, a note and a file that is no text are refused with their reason', async () => {
  await assert.rejects(readFile('a.txt', ''), { code: 'empty' });
  await assert.rejects(readFile('b.txt', 'Buy lamps.'), { code: 'too_short' });
  await assert.rejects(readFile('c.txt', ' \n\n \n'), { code: 'no_text' });
  await assert.rejects(
    readFile('d.txt', Buffer.from(Array.from({ length: 3_000 }, (_, i) => (i * 7) % 31))),
    {
      code: 'bad_encoding',
    },
  );
});
