/** FB2 of any kind → a book, or a refusal. */
import { BookFileError } from '@libtrails/indexer/formats/errors';
import { readFb2 } from '@libtrails/indexer/formats/fb2/parse';
import { checkBlocks } from '../check-blocks.ts';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES =
  '<|>|</|/>|<body>|</body>|<body name="notes">|<section>|</section>|<section id="n1">|<title>|</title>|<p>|</p>|<poem>|<stanza>|<v>|<cite>|<epigraph>|<a l:href="#n1" type="note">|<empty-line/>|<image l:href="#c"/>|<binary id="c">|<description>|</description>|<title-info>|<author>|<sequence name="|<table><tr><td>|<![CDATA[|]]>|<!--|-->|<!ENTITY a "b">|<!DOCTYPE x [|&a;|&amp;|&nbsp;|&|fb:|\u0000|\ufdd0|\ud800|word '.split(
    '|',
  );
const GOOD = `<?xml version="1.0" encoding="UTF-8"?>
<FictionBook xmlns:l="http://www.w3.org/1999/xlink"><description><title-info><genre>prose</genre><author><first-name>Ada</first-name><last-name>Marlow</last-name></author><book-title>A Text</book-title><annotation><p>About it.</p></annotation><coverpage><image l:href="#c"/></coverpage><lang>en</lang><sequence name="Texts" number="2"/></title-info></description>
<body><title><p>A Text</p></title><epigraph><p>Said once.</p><text-author>B</text-author></epigraph><section><title><p>One</p><p>First</p></title><p>Some words to read<a l:href="#n1" type="note">1</a> <emphasis>here</emphasis>.</p><poem><stanza><v>one line</v><v>another</v></stanza></poem><empty-line/></section></body>
<body name="notes"><section id="n1"><title><p>1</p></title><p>A note.</p></section></body><binary id="c" content-type="image/png">iVBORw0KGgo=</binary></FictionBook>`;

export const open: OpenTarget = () => ({
  run(random) {
    try {
      const { sections } = readFb2(mutateText(GOOD, PIECES, random), 'a.fb2');
      checkBlocks(sections.flatMap(({ blocks }) => blocks));
    } catch (error) {
      if (!(error instanceof BookFileError)) throw error;
    }
  },
});
