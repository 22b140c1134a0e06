import assert from 'node:assert/strict';
import { test } from 'node:test';
import { parseBlocks, renderBlock } from './markdown.ts';

const render = (text: string) => parseBlocks(text).map(renderBlock);

test('paragraphs, headings and pauses are told apart by empty lines and first letters', () => {
  assert.deepEqual(render('One\ntwo.\n\n### A head\n\n* * *\n\n*Three* & four.'), [
    '<p>One two.</p>',
    '<h2>A head</h2>',
    '<hr/>',
    '<p><em>Three</em> &amp; four.</p>',
  ]);
});

test('a quotation keeps its paragraphs', () => {
  assert.deepEqual(render('> One\n> still one.\n>\n> Two.'), [
    '<blockquote>\n<p>One still one.</p>\n<p>Two.</p>\n</blockquote>',
  ]);
});

test('verse keeps its lines and lists their items', () => {
  assert.deepEqual(render('| Ferryman,\n| what will you take?'), [
    '<p class="verse">Ferryman,<br/>\nwhat will you take?</p>',
  ]);
  assert.deepEqual(render('- salt\n- bread'), ['<ul>\n<li>salt</li>\n<li>bread</li>\n</ul>']);
  assert.deepEqual(render('1. first\n2. second'), ['<ol>\n<li>first</li>\n<li>second</li>\n</ol>']);
});

test('an asterisk that closes nothing stays an asterisk', () => {
  assert.deepEqual(render('2 * 3 * 4'), ['<p>2 * 3 * 4</p>']);
});
