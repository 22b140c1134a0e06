import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { toCover } from './cover.ts';

const image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a2' } });

test('any raster image becomes a WebP of at most 400 pixels in width, in its proportions', async () => {
  for (const [format, data] of [
    ['image/jpeg', await image(1000, 1500).jpeg().toBuffer()],
    ['image/png', await image(1000, 1500).png().toBuffer()],
    ['image/gif', await image(1000, 1500).gif().toBuffer()],
  ] as const) {
    const cover = await toCover({ data, mediaType: format });
    assert.equal(cover?.mediaType, 'image/webp');
    const { width, height, format: real } = await sharp(cover.data).metadata();
    assert.deepEqual([width, height, real], [400, 600, 'webp']);
  }
});

test('small images are not enlarged', async () => {
  const data = await image(120, 180).png().toBuffer();
  const cover = await toCover({ data, mediaType: 'image/png' });
  assert.equal((await sharp(cover!.data).metadata()).width, 120);
});

test('what is no image gives no cover, and no error', async () => {
  const whole = await image(300, 300).jpeg().toBuffer();
  for (const data of [
    new Uint8Array(0),
    Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"'),
    Buffer.from('\xff\xd8\xff\xe0 rubbish', 'latin1'),
    whole.subarray(0, whole.length / 2),
  ]) {
    assert.equal(await toCover({ data, mediaType: 'image/jpeg' }), undefined);
  }
  assert.equal(await toCover(undefined), undefined);
});

test('an image of too many pixels is not decoded', async () => {
  const data = await image(9_000, 9_000).png({ compressionLevel: 9 }).toBuffer();
  assert.equal(await toCover({ data, mediaType: 'image/png' }), undefined);
});
