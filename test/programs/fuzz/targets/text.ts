/** A chapter of anything: blocks of plain text, or a refusal. */
import { readFileSync } from 'node:fs';
import { readContent } from '@libtrails/indexer/formats/epub/content';
import { BookFileError } from '@libtrails/indexer/formats/errors';
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
/** What no block may hold: controls but the line end of verse, and the marks that the builder uses inside. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const FORBIDDEN = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\ufdd0\ufdd1]/;

export const open: OpenTarget = () => {
  const good = readFileSync(new URL('../corpus/chapter.xhtml', import.meta.url), 'utf8');
  return {
    run(random) {
      const source = mutateText(good, PIECES, random);
      try {
        const { blocks, anchors } = readContent(source, 'chapter.xhtml');
        for (const { text } of blocks) {
          if (text.trim() === '') throw new Error('an empty block');
          if (FORBIDDEN.test(text)) throw new Error(`a forbidden character in ${JSON.stringify(text)}`);
        }
        for (const place of anchors.values())
          if (place > blocks.length) throw new Error('an anchor beyond the end');
      } catch (error) {
        if (!(error instanceof BookFileError)) throw error;
      }
    },
  };
};
