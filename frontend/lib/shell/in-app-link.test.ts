import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inAppAddress, localAddress } from './in-app-link.ts';

const HERE = 'http://localhost/search?q=sea';
const CLICK = {
  button: 0,
  defaultPrevented: false,
  metaKey: false,
  ctrlKey: false,
  shiftKey: false,
  altKey: false,
};
const link = (href: string) => ({ href: new URL(href, HERE).href, target: '', hasDownload: false });

test('only a path within this site is an address to go on to', () => {
  assert.equal(localAddress('/search?q=sea'), '/search?q=sea');
  for (const given of ['', 'https://example.org', '//example.org', '/\\example.org', 'javascript:alert(1)'])
    assert.equal(localAddress(given), '/', given);
});

test('a plain click on a link to a page opens it within the app, with its query and its place', () => {
  assert.equal(inAppAddress(CLICK, link('/books/3?q=sea#here'), HERE), '/books/3?q=sea#here');
  assert.equal(inAppAddress(CLICK, link('/search?q=sea'), HERE), '/search?q=sea');
});

test('another tab, another button and a click already dealt with stay the browser’s', () => {
  for (const change of [{ ctrlKey: true }, { shiftKey: true }, { button: 1 }, { defaultPrevented: true }]) {
    assert.equal(inAppAddress({ ...CLICK, ...change }, link('/books'), HERE), undefined);
  }
  assert.equal(inAppAddress(CLICK, { ...link('/books'), target: '_blank' }, HERE), undefined);
});

test('downloads, answers of the service, other origins and places on this page stay the browser’s', () => {
  assert.equal(inAppAddress(CLICK, { ...link('/trail.md'), hasDownload: true }, HERE), undefined);
  assert.equal(inAppAddress(CLICK, link('/api/v1/books/3'), HERE), undefined);
  assert.equal(inAppAddress(CLICK, link('https://example.org/books'), HERE), undefined);
  assert.equal(inAppAddress(CLICK, link('#main'), HERE), undefined);
});
