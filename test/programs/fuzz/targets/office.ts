/** The XML of DOCX and ODT files → blocks; their archives are those of EPUBs. */
import { readDocument, readHeadingStyles, readNotes } from '@libtrails/indexer/formats/office/docx';
import { readOdt } from '@libtrails/indexer/formats/office/odt';
import { checkContent } from '../check-blocks.ts';
import { mutateText } from '../mutate.ts';
import type { OpenTarget } from '../target.ts';

const PIECES =
  '<|>|</|/>|<w:p>|</w:p>|<w:r>|</w:r>|<w:t>|</w:t>|<w:br/>|<w:tab/>|<w:pStyle w:val="H1"/>|<w:numPr/>|<w:del>|</w:del>|<w:tbl>|<w:tr>|<w:tc>|</w:tc>|<w:txbxContent>|<mc:Fallback>|<w:footnote w:id="1">|<w:hyperlink w:anchor="a">|<w:basedOn w:val="H1"/>|<text:p>|</text:p>|<text:h text:outline-level="9">|<text:note>|<text:note-body>|</text:note-body>|<text:list-item>|<office:text>|</office:text>|<text:s/>|<office:annotation>|&amp;|&|<!DOCTYPE x [|<!ENTITY a "b">|\u0000|\ud800|word '.split(
    '|',
  );
const STYLES =
  '<w:styles><w:style w:styleId="H1"><w:name w:val="heading 1"/></w:style><w:style w:styleId="A"><w:basedOn w:val="H1"/></w:style></w:styles>';
const DOCX =
  '<w:document><w:body><w:p><w:pPr><w:pStyle w:val="A"/></w:pPr><w:r><w:t>One</w:t></w:r></w:p><w:p><w:r><w:t>Words to read</w:t><w:br/><w:t>here.</w:t></w:r><w:hyperlink w:anchor="a"><w:r><w:t>there</w:t></w:r></w:hyperlink></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>cell</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>';
const NOTES =
  '<w:footnotes><w:footnote w:type="separator"><w:p/></w:footnote><w:footnote w:id="1"><w:p><w:r><w:t>A note.</w:t></w:r></w:p></w:footnote></w:footnotes>';
const ODT =
  '<office:body><office:text><text:h text:outline-level="1">One</text:h><text:p>Words<text:s/>to read<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>A note.</text:p></text:note-body></text:note>.</text:p><text:list><text:list-item><text:p>item</text:p></text:list-item></text:list></office:text></office:body>';

export const open: OpenTarget = () => ({
  run(random) {
    switch (random.below(4)) {
      case 0:
        return checkContent(() => readDocument(DOCX, readHeadingStyles(mutateText(STYLES, PIECES, random))));
      case 1:
        return checkContent(() => readDocument(mutateText(DOCX, PIECES, random), new Map([['A', 1]])));
      case 2:
        return checkContent(() => readNotes(mutateText(NOTES, PIECES, random), new Map()));
      default: {
        const source = mutateText(ODT, PIECES, random);
        checkContent(() => readOdt(source).text);
        return checkContent(() => readOdt(source).notes);
      }
    }
  },
});
