/** A whole HTML file: its head, and sections by headings. */
import { readFileSync } from 'node:fs';
import { readContent } from '@libtrails/indexer/formats/epub/content';
import { BookFileError } from '@libtrails/indexer/formats/errors';
import { readHead } from '@libtrails/indexer/formats/html/head';
import { metadataOf } from '@libtrails/indexer/formats/text/metadata-of';
import { sectionsOfFile } from '@libtrails/indexer/formats/text/one-file-book';
import { checkBlocks } from '../check-blocks.ts';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES =
  '<|>|</|<h1>|</h1>|<h2>a</h2>|<h6>|<meta name="dc.title" content="|<meta name="author" content="A; B & C, D">|<title>|</title>|<body>|<html lang="|by |, by |<p>|*** START OF THE PROJECT GUTENBERG|&amp;|\u0000|\ud800|"|word '.split(
    '|',
  );

export const open: OpenTarget = () => {
  const good = readFileSync(new URL('../corpus/chapter.xhtml', import.meta.url), 'utf8');
  return {
    run(random) {
      const source = mutateText(good, PIECES, random);
      try {
        const { title } = metadataOf(readHead(source), 'name');
        const sections = sectionsOfFile(readContent(source, 'a.html'), title);
        checkBlocks(sections.flatMap(({ blocks }) => blocks));
      } catch (error) {
        if (!(error instanceof BookFileError)) throw error;
      }
    },
  };
};
