import assert from 'node:assert/strict';
import { test } from 'node:test';
import { PROSE, readFile } from '../text/text-files.test-support.ts';
import { type FixtureMobi, huffmanCodes, makeMobi, mobiRecords, palmDatabase } from './mobi.test-support.ts';

const read = (fixture: FixtureMobi, name = 'a.mobi') => readFile(name, makeMobi(fixture));
const chapters = (...titles: string[]) => titles.map((title) => `<h2>${title}</h2><p>${PROSE}</p>`);
const html = (body: string) => `<html><head><guide></guide></head><body>${body}</body></html>`;

/** A KF8 book with a file for each skeleton; fragments come between its head and its tail. */
function kf8(
  files: readonly { fragments: readonly string[] }[],
  extra: Partial<FixtureMobi> = {},
): FixtureMobi {
  const [head, tail] = ['<html><body>', '</body></html>'];
  const skeletons: { at: number; length: number; fragments: number }[] = [];
  const fragments: { insertAt: number; length: number }[] = [];
  let text = '';
  for (const file of files) {
    const at = text.length;
    skeletons.push({ at, length: head.length + tail.length, fragments: file.fragments.length });
    text += head + tail;
    let insertAt = at + head.length;
    for (const fragment of file.fragments) {
      fragments.push({ insertAt, length: fragment.length });
      insertAt += fragment.length;
      text += fragment;
    }
  }
  return { text, version: 8, skeletons, fragments, ...extra };
}

test('an older book is divided where its contents point, in bytes; links to notes are no text', async () => {
  const [one, two] = chapters('Öl', 'Wick') as [string, string];
  const note = '<p>A lamp<a filepos=0000000200><sup>1</sup></a> burned.</p><mbp:pagebreak/>';
  const body = html(one + note + two);
  const at = (part: string) => Buffer.byteLength(body.slice(0, body.indexOf(part)));
  const contents = [
    { label: 'Oil', at: at(one) },
    { label: 'The wick', at: at(two) },
  ];
  const { sections } = await read({ text: body, contents });
  assert.deepEqual(
    sections.map(({ title, blocks }) => `${title}: ${blocks[0]?.text}`),
    ['Oil: Öl', 'The wick: Wick'],
  );
  assert.equal(sections[0]?.blocks.at(-1)?.text, 'A lamp burned.');
});

test('without contents headings divide a book', async () => {
  const { sections } = await read({ text: html(chapters('Oil', 'Wick').join('')) });
  assert.deepEqual(
    sections.map(({ title }) => title),
    ['Oil', 'Wick'],
  );
});

test('a KF8 book is put together from skeletons and fragments; its contents name fragments', async () => {
  const files = [
    { fragments: ['<h1>Part I</h1>', ...chapters('Oil')] },
    { fragments: chapters('Wick', 'Glass') },
  ];
  const contents = [
    { label: 'Part I', at: [0, 0] as const },
    { label: 'Oil', at: [1, 0] as const, parent: 0 },
    { label: 'Wick', at: [2, 0] as const },
    { label: 'Glass', at: [3, 0] as const },
    { label: 'Lost', at: [9, 0] as const },
    { label: 'Below itself', at: [2, 4] as const, parent: 5 },
  ];
  const { sections } = await read(kf8(files, { contents }), 'a.azw3');
  assert.deepEqual(
    sections.map(
      ({ title, href, blocks }) => `${title} ${href} ${blocks.map(({ text }) => text.slice(0, 6))}`,
    ),
    ['Part I file-1 Part I,Oil,The ol', 'Wick file-2 Wick,The ol,Glass,The ol'],
  );
});

test('of a file with both kinds the newer is read, with the cover that the older counts', async () => {
  const newer = mobiRecords({ ...kf8([{ fragments: chapters('New') }]), metadata: [[201, 0]] });
  const picture = Buffer.from('\x89PNG\r\n\x1a\n', 'latin1');
  const older: FixtureMobi = { text: html(chapters('Old').join('')), pictures: [picture] };
  const records = mobiRecords({ ...older, metadata: [[121, 0]] }).length;
  const book = await read({
    ...older,
    metadata: [[121, records + 1]],
    behind: [Buffer.from('BOUNDARY'), ...newer],
  });
  assert.equal(book.sections[0]?.title, 'New');
  assert.equal(book.cover?.mediaType, 'image/png');
});

test('metadata come from the header and its list', async () => {
  const text = html(chapters('Oil').join(''));
  const book = await read({
    text,
    metadata: [
      [100, 'Marlow, Ada'],
      [100, 'Ben Okuda'],
      [101, 'Lamp Press'],
      [103, '<p>One.</p><p>Two &amp; three.</p>'],
      [104, '9780306406157'],
      [105, 'Light; Oil'],
      [106, '1871-05-01'],
      [503, 'The Lamp: A History'],
      [524, 'fr'],
    ],
  });
  const { title, authors, publisher, description, identifiers, subjects, year, language } = book;
  assert.deepEqual(
    [title, authors, publisher],
    ['The Lamp: A History', ['Ada Marlow', 'Ben Okuda'], 'Lamp Press'],
  );
  assert.deepEqual([description, identifiers], ['One.\n\nTwo & three.', ['9780306406157']]);
  assert.deepEqual([subjects, year, language], [['Light', 'Oil'], 1871, 'fr']);
  const bare = await read({ text, title: '' }, 'Lamps.mobi');
  assert.deepEqual([bare.title, bare.language], ['Lamps', 'en']);
});

test('text in Windows’ encoding, and entries behind the text of each record, are read', async () => {
  const latin = Buffer.from(html(`<p>Caf\xe9 \x93lamp\x94. ${PROSE}</p>`.repeat(6)), 'latin1');
  // An entry of three bytes with its size, and one byte of a divided character.
  const trailing = { flags: 0b11, bytes: Buffer.from([0x00, 0x41, 0x42, 0x83]) };
  const { sections } = await read({ text: latin, charset: 1252, trailing });
  const texts = sections.flatMap(({ blocks }) => blocks.map(({ text }) => text));
  assert.deepEqual(texts, Array(6).fill(`Café “lamp”. ${PROSE}`));
});

test('PalmDOC’s compression is unpacked: copies that overlap, spaces, bytes as they are', async () => {
  const copy = (distance: number, length: number) => {
    const pair = 0x8000 | (distance << 3) | (length - 3);
    return String.fromCharCode(pair >> 8, pair & 0xff);
  };
  const packed = `<p>lamp\xecamp${copy(5, 10)}\x02\xc3\xa9</p><p>${PROSE}</p>`;
  const { sections } = await read({ text: Buffer.from(packed, 'latin1'), compression: 2 });
  assert.equal(sections[0]?.blocks[0]?.text, 'lamp lamp lamp lampé');
  await assert.rejects(read({ text: Buffer.from(`ab${copy(9, 3)}`, 'latin1'), compression: 2 }), {
    code: 'damaged',
  });
});

test('HUFF/CDIC is unpacked: phrases within phrases; one within itself is refused', async () => {
  const phrase = (text: string) => ({ bytes: Buffer.from(text), isLiteral: true });
  const packed = (...places: number[]) => ({ bytes: huffmanCodes(...places), isLiteral: false });
  const phrases = [
    phrase('<p>'),
    phrase('old '),
    phrase('lamp '),
    packed(1, 2),
    phrase(PROSE),
    phrase('</p>'),
    packed(3, 3),
  ];
  const codes = (...places: number[]) => packed(...places).bytes;
  const { sections } = await read({ text: codes(0, 6, 3, 4, 5), compression: 17_480, phrases });
  assert.equal(sections[0]?.blocks[0]?.text, `old lamp old lamp old lamp ${PROSE}`);
  const rare = [...phrases, ...Array(140).fill(phrase('no ')), phrase('rare ')];
  const long = await read({ text: codes(0, 1, 147, 2, 147, 4, 5), compression: 17_480, phrases: rare });
  assert.equal(long.sections[0]?.blocks[0]?.text, `old rare lamp rare ${PROSE}`);
  const circle = { text: codes(0), compression: 17_480, phrases: [packed(1), packed(0)] };
  await assert.rejects(read(circle), { code: 'damaged' });
  const bomb = Array.from({ length: 30 }, (_, i) => (i === 29 ? phrase(PROSE) : packed(i + 1, i + 1, i + 1)));
  await assert.rejects(read({ text: codes(0), compression: 17_480, phrases: bomb }), { code: 'too_large' });
  await assert.rejects(read({ text: codes(9), compression: 17_480, phrases }), { code: 'damaged' });
});

test('protected books, Topaz and KFX are refused, and the message says what to do', async () => {
  const text = html(PROSE);
  await assert.rejects(read({ text, encryption: 2 }), { code: 'encrypted', message: /DRM/ });
  for (const head of ['TPZ0', 'CONT\x02\x00', '\xeaDRMION\xee']) {
    const bytes = Buffer.concat([Buffer.from(head, 'latin1'), Buffer.alloc(200)]);
    await assert.rejects(readFile('k.azw', bytes), { code: 'other_kindle', message: /Calibre/ });
  }
});

test('what is cut off or overlaps is refused or read as far as it goes', async () => {
  const whole = makeMobi({ text: html(chapters('Oil').join('')), contents: [{ label: 'Oil', at: 0 }] });
  await assert.rejects(readFile('c.mobi', whole.subarray(0, 90)), { code: 'not_mobi' });
  await assert.rejects(readFile('d.mobi', palmDatabase([Buffer.from('x')])), { code: 'not_mobi' });
  await assert.rejects(read({ text: '' }), { code: 'no_text' });
  const large = mobiRecords({ text: html(PROSE) });
  large[1] = Buffer.alloc(2_000_000, 0x61);
  await assert.rejects(readFile('l.mobi', palmDatabase(large)), { code: 'too_large' });
  const cut = await readFile('e.mobi', whole.subarray(0, whole.length - 40));
  assert.equal(cut.notes?.[0]?.place, 'table of contents');
  assert.match(cut.sections[0]!.blocks.at(-1)!.text, /old lamp/);
  const book = kf8([{ fragments: chapters('Oil') }]);
  const { skeletons = [] } = book;
  await assert.rejects(read({ ...book, skeletons: [...skeletons, ...skeletons] }), { code: 'damaged' });
  const beyond = await read({ ...book, fragments: [{ insertAt: 9_999_999, length: 9_999_999 }] });
  assert.match(beyond.sections[0]!.blocks.at(-1)!.text, /old lamp/);
});
