/** Package files, tables of contents, containers: a tree, metadata that may be shown, or a refusal. */
import { readFileSync } from 'node:fs';
import { readMetadata } from '@libtrails/indexer/formats/epub/metadata';
import { resolvePath } from '@libtrails/indexer/formats/epub/package';
import { descendants, first, parseXml } from '@libtrails/indexer/formats/epub/xml';
import { BookFileError } from '@libtrails/indexer/formats/errors';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES = [
  '<',
  '>',
  '/>',
  '</',
  '<dc:title>',
  '</dc:title>',
  '<meta refines="#a" property="',
  ' id="a"',
  ' opf:role="aut"',
  ' opf:file-as="',
  'xmlns:dc="x"',
  '<!DOCTYPE package [<!ENTITY a "&b;"><!ENTITY b "&a;">]>',
  '<!ENTITY % p "x">',
  '&a;',
  '&amp;',
  '&#x202e;',
  '&#0;',
  '&lt;script&gt;',
  '<![CDATA[<b>x</b>]]>',
  '<!--',
  '-->',
  '\u0000',
  '\u202e',
  '\ud800',
  '../',
  '%2e%2e/',
  '%00',
  '\\',
  'file:///',
  'http://evil.example/',
  '//evil.example',
  'data:text/html,',
  '__proto__',
  'constructor',
  '9999-99-99',
  '-1',
  '1e999',
  'x'.repeat(3_000),
  '"',
  "'",
];
const FILES = ['package.opf', 'toc.ncx', 'container.xml'];
/** Controls, and what turns the direction of the text around it. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is looked for
const UNFIT = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/;
const MAX_UNITS = 20_000;

export const open: OpenTarget = () => {
  const corpus = FILES.map((name) => readFileSync(new URL(`../corpus/${name}`, import.meta.url), 'utf8'));
  return {
    run(random) {
      const source = mutateText(random.pick(corpus), PIECES, random);
      try {
        const root = parseXml(source, 'package.opf');
        const book = readMetadata(first(root, 'metadata') ?? root, 'fallback');
        for (const [field, value] of Object.entries(book)) {
          for (const text of [value].flat()) {
            if (typeof text === 'number') {
              if (!Number.isFinite(text)) throw new Error(`${field} is ${text}`);
            } else if (text.length > MAX_UNITS) throw new Error(`${field} has ${text.length} units`);
            else if (UNFIT.test(text)) throw new Error(`${field} is ${JSON.stringify(text)}`);
          }
        }
        for (const { attributes } of descendants(root, 'item', 'reference', 'content', 'rootfile')) {
          const href = attributes.href ?? attributes.src ?? attributes['full-path'] ?? '';
          const path = resolvePath('OEBPS/package.opf', href)?.path ?? '';
          if (path.startsWith('/') || path.split('/').includes('..'))
            throw new Error(`${href} leads to ${path}`);
        }
      } catch (error) {
        if (!(error instanceof BookFileError)) throw error;
      }
    },
  };
};
