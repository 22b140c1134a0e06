import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseThemes, themesUrl } from './themes-url.ts';

test('an address comes back as it was, without its defaults', () => {
  for (const url of ['/themes', '/themes?q=sea&domain=7&sort=label&page=3', '/themes?sort=concentration'])
    assert.equal(themesUrl(parseThemes(Object.fromEntries(new URL(url, 'http://x').searchParams))), url);
});

test('what is not known becomes the default', () => {
  assert.equal(themesUrl(parseThemes({ domain: '-3', sort: 'colour', page: '0' })), '/themes');
});
