/** A chapter of anything: blocks of plain text, or a refusal. */
import { readFileSync } from 'node:fs';
import { readContent } from '@libtrails/indexer/formats/epub/content';
import { checkContent } from '../check-blocks.ts';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES = [
  '<',
  '>',
  '</',
  '/>',
  '<p>',
  '</p>',
  '<div>',
  '<table><tr><td>',
  '</td>',
  '<br/>',
  '<sup>',
  '<a href="#x">',
  '<a href="javascript:alert(1)">',
  '<script>',
  '<style>',
  '<svg onload="x">',
  '<math>',
  '<![CDATA[',
  ']]>',
  '<!--',
  '-->',
  '<?xml',
  '?>',
  '<!DOCTYPE html>',
  '<!DOCTYPE x [<!ENTITY a "b">]>',
  '<!ENTITY a SYSTEM "file:///etc/passwd">',
  '&a;',
  '&amp;',
  '&nbsp;',
  '&#0;',
  '&#xD800;',
  '&#x110000;',
  '&',
  '\u0000',
  '\ufdd0',
  '\ufdd1',
  '\u202e',
  '\ufeff',
  '\ud800',
  'epub:type="pagebreak"',
  'class="verse"',
  ' id="x"',
  '<h1>',
  '<li>',
  '<pre>',
  '<hgroup>',
  'word ',
];
export const open: OpenTarget = () => {
  const good = readFileSync(new URL('../corpus/chapter.xhtml', import.meta.url), 'utf8');
  return {
    run(random) {
      const source = mutateText(good, PIECES, random);
      checkContent(() => readContent(source, 'chapter.xhtml'));
    },
  };
};
