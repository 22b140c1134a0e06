import assert from 'node:assert/strict';
import { test } from 'node:test';
import sharp from 'sharp';
import { toCover } from './cover.ts';

const image = (width: number, height: number) =>
  sharp({ create: { width, height, channels: 3, background: '#8a2' } });

test('any raster image becomes WebP in three widths, in its proportions', async () => {
  for (const [format, data] of [
    ['image/jpeg', await image(1000, 1500).jpeg().toBuffer()],
    ['image/png', await image(1000, 1500).png().toBuffer()],
    ['image/gif', await image(1000, 1500).gif().toBuffer()],
  ] as const) {
    const cover = await toCover({ data, mediaType: format });
    assert.equal(cover?.mediaType, 'image/webp');
    const sizes = [cover, ...cover.smaller];
    for (const { width, height, data: bytes } of sizes) {
      const real = await sharp(bytes).metadata();
      assert.deepEqual([real.width, real.height, real.format], [width, height, 'webp']);
    }
    assert.deepEqual(
      sizes.map(({ width, height }) => [width, height]),
      [
        [640, 960],
        [320, 480],
        [160, 240],
      ],
    );
  }
});

test('small images are not enlarged', async () => {
  const widths = async (width: number) => {
    const data = await image(width, 300).png().toBuffer();
    const cover = await toCover({ data, mediaType: 'image/png' });
    return [cover!.width, ...cover!.smaller.map((size) => size.width)];
  };
  assert.deepEqual(await widths(120), [120]);
  assert.deepEqual(await widths(160), [160]);
  assert.deepEqual(await widths(400), [400, 320, 160]);
});

test('a long strip is made narrower, so that it is never higher than twice its width allows', async () => {
  const data = await image(200, 4_000).png().toBuffer();
  const cover = await toCover({ data, mediaType: 'image/png' });
  assert.deepEqual([cover!.width, cover!.height], [64, 1_280]);
});

test('the colour is the one that fills most of the cover', async () => {
  const stripe = await sharp({ create: { width: 300, height: 60, channels: 3, background: '#f4f0e8' } })
    .png()
    .toBuffer();
  const data = await sharp({ create: { width: 300, height: 450, channels: 3, background: '#8a2b14' } })
    .composite([{ input: stripe, gravity: 'north' }])
    .png()
    .toBuffer();
  const { color } = (await toCover({ data, mediaType: 'image/png' }))!;
  const parts = [1, 3, 5].map((at) => Number.parseInt(color.slice(at, at + 2), 16));
  assert.match(color, /^#[0-9a-f]{6}$/);
  for (const [i, part] of [0x8a, 0x2b, 0x14].entries()) assert.ok(Math.abs(parts[i]! - part) <= 16, color);
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
