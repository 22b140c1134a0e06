import assert from 'node:assert/strict';
import { test } from 'node:test';
import { decodeText } from './decode-text.ts';
import { encode } from './encode.test-support.ts';

const page = (text: string, head = '') => `<html><head>${head}</head><body><p>${text}</p></body></html>`;

/** Encodings with what is written in them. */
const TEXTS: readonly (readonly [encoding: string, text: string])[] = [
  ['gbk', '老房子站在河岸上，傍晚时分，村子里下起了小雨。他想起了很多年前的事。'],
  ['big5', '老房子站在河岸上，傍晚時分，村子裡下起了小雨。他想起了很多年前的事。'],
  ['shift_jis', '古い家は川の岸に立っていた。夕方になると、村に静かな雨が降った。'],
  ['euc-jp', '古い家は川の岸に立っていた。夕方になると、村に静かな雨が降った。'],
  ['euc-kr', '오래된 집은 강가에 서 있었다. 저녁이 되자 마을에 조용한 비가 내렸다.'],
  ['windows-1251', 'Старый дом стоял на берегу реки, и вечер медленно опускался на деревню.'],
  ['koi8-r', 'Старый дом стоял на берегу реки, и вечер медленно опускался на деревню.'],
  [
    'windows-1250',
    'Wieczorem poszła nad rzekę i długo patrzyła na łodzie, które kołysały się przy brzegu. Żółć.',
  ],
  ['windows-1250', 'Az őszi esők után a folyó megáradt, és a híd alatt zúgott a víz.'],
  ['windows-1253', 'Το παλιό σπίτι στεκόταν στην όχθη του ποταμού και το βράδυ έπεφτε αργά.'],
  [
    'windows-1254',
    'Eski ev ırmağın kıyısında duruyordu; akşam yavaşça çöküyordu, çocuklar şarkı söylüyordu.',
  ],
  ['windows-1255', 'הבית הישן עמד על גדת הנהר והערב ירד לאט על הכפר.'],
  ['windows-1256', 'كان البيت القديم على ضفة النهر وكان المساء ينزل ببطء على القرية.'],
  ['windows-1252', 'He said “yes” — the naïve café at the corner’s edge.'],
  ['windows-1252', 'Die Mädchen fuhren über die Brücke nach Köln, schön war’s.'],
  ['windows-1252', 'På ön låg en båt; den hade seglat långt från Åbo.'],
  ['windows-1252', 'One café in a page of English words, and no other letter that would tell.'],
];

test('an encoding that nothing declares is told by the bytes', () => {
  for (const [encoding, text] of TEXTS) {
    for (const times of [1, 20]) {
      const whole = page(text.repeat(times));
      assert.equal(decodeText(encode(whole, encoding), 'a.xhtml'), whole, `${encoding}: ${text}`);
    }
  }
});

test('a declaration that the bytes contradict does not count', () => {
  const declared = (charset: string) => `<meta charset="${charset}"/>`;
  for (const [encoding, charset] of [
    ['gbk', 'utf-8'],
    ['shift_jis', 'utf-8'],
    ['shift_jis', 'euc-jp'],
    ['euc-kr', 'shift_jis'],
    ['windows-1251', 'utf-8'],
    ['gbk', 'x-unheard-of'],
    ['big5', 'utf-16'],
  ] as const) {
    const text = TEXTS.find(([other]) => other === encoding)![1];
    const whole = page(text.repeat(5), declared(charset));
    assert.equal(decodeText(encode(whole, encoding), 'a.xhtml'), whole, `${encoding} as ${charset}`);
  }
});

test('a declaration that the bytes allow counts', () => {
  const whole = page('Стол и стул', '<meta charset="koi8-r"/>');
  assert.equal(decodeText(encode(whole, 'koi8-r'), 'a.xhtml'), whole);
});

test('UTF-16 without a mark is known by its zero bytes, also behind white space', () => {
  for (const encoding of ['utf-16le', 'utf-16be']) {
    for (const start of ['', '\n', ' \r\n']) {
      const whole = start + page('Zażółć gęślą jaźń, 港の記憶.');
      assert.equal(decodeText(encode(whole, encoding), 'a.xhtml'), whole);
    }
  }
});

test('ISO-2022-JP is known by its escapes', () => {
  const bytes = Buffer.concat([
    Buffer.from('<p>'),
    Buffer.from([0x1b, 0x24, 0x42, 0x34, 0x41, 0x3b, 0x7a, 0x1b, 0x28, 0x42]),
    Buffer.from('</p>'),
  ]);
  assert.equal(decodeText(bytes, 'a.xhtml'), '<p>漢字</p>');
});

test('zeros that fill a file to a whole block are no part of its text', () => {
  const padded = Buffer.concat([Buffer.from('<p>Salt</p>'), Buffer.alloc(500)]);
  assert.equal(decodeText(padded, 'a'), '<p>Salt</p>');
});

test('UTF-8 with a few damaged bytes stays UTF-8; what is no text is refused', () => {
  const text = Buffer.from(page('Zażółć gęślą jaźń. '.repeat(40)));
  text[500] = 0xff;
  const read = decodeText(text, 'a.xhtml');
  assert.equal(read.match(/Zażółć/g)?.length, 40);
  const noise = Uint8Array.from({ length: 4_000 }, (_, i) => (i * 7919 + (i >> 3) * 31) % 256);
  assert.throws(() => decodeText(noise, 'a.xhtml'), { code: 'bad_encoding' });
});
