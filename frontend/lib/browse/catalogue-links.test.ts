import assert from 'node:assert/strict';
import { test } from 'node:test';
import { catalogueLinks } from './catalogue-links.ts';

test('a book of Calibre opens there, and in Calibre-Web where an address is set', () => {
  const link = 'calibre://show-book/_hex_-426f6f6b73/7';
  assert.deepEqual(catalogueLinks(link, ''), [{ label: 'Open in Calibre', href: link }]);
  assert.deepEqual(catalogueLinks(link, 'http://box:8083/web')[1], {
    label: 'Open in Calibre-Web',
    href: 'http://box:8083/web/book/7',
  });
});

test('other books have no such links', () => {
  for (const link of ['', 'javascript:alert(1)', 'calibre://show-book/x/y', 'https://example.org/7'])
    assert.deepEqual(catalogueLinks(link, 'http://box:8083'), []);
});
