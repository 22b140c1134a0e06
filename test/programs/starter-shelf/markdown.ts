/** The few forms of Markdown that the shelf's books use, and their XHTML. */

export type BlockKind = 'paragraph' | 'heading' | 'quote' | 'verse' | 'bullets' | 'steps' | 'break';

export interface Block {
  kind: BlockKind;
  /** One string for a paragraph or heading; one each for the paragraphs of a quote, lines of verse, items. */
  paragraphs: string[];
}

const PREFIXES: readonly [BlockKind, RegExp][] = [
  ['heading', /^### /],
  ['quote', /^> ?/],
  ['verse', /^\| ?/],
  ['bullets', /^- /],
  ['steps', /^\d+\. /],
];

/**
 * Blocks are divided by empty lines. `### ` is a heading, `> ` a quotation (`>` alone divides its paragraphs),
 * `| ` a line of verse, `- ` and `1. ` items, `* * *` a pause; all else is a paragraph.
 */
export function parseBlocks(text: string): Block[] {
  return text
    .split(/\n{2,}/)
    .map((part) => part.trim())
    .filter(Boolean)
    .map(parseBlock);
}

function parseBlock(part: string): Block {
  if (part === '* * *') return { kind: 'break', paragraphs: [] };
  const lines = part.split('\n');
  const form = PREFIXES.find(([, prefix]) => lines.every((line) => prefix.test(line)));
  if (!form) return { kind: 'paragraph', paragraphs: [lines.join(' ')] };
  const [kind, prefix] = form;
  const bare = lines.map((line) => line.replace(prefix, ''));
  if (kind !== 'quote') return { kind, paragraphs: bare };
  return {
    kind,
    paragraphs: bare
      .join('\n')
      .split(/\n{2,}/)
      .map((p) => p.replaceAll('\n', ' ')),
  };
}

/** The block as XHTML, one element, no line end. */
export function renderBlock(block: Block): string {
  const parts = block.paragraphs.map(renderInline);
  const items = () => parts.map((item) => `<li>${item}</li>`).join('\n');
  switch (block.kind) {
    case 'break':
      return '<hr/>';
    case 'heading':
      return `<h2>${parts.join(' ')}</h2>`;
    case 'quote':
      return `<blockquote>\n${parts.map((p) => `<p>${p}</p>`).join('\n')}\n</blockquote>`;
    case 'verse':
      return `<p class="verse">${parts.join('<br/>\n')}</p>`;
    case 'bullets':
      return `<ul>\n${items()}\n</ul>`;
    case 'steps':
      return `<ol>\n${items()}\n</ol>`;
    case 'paragraph':
      return `<p>${parts.join(' ')}</p>`;
  }
}

function renderInline(text: string): string {
  return escapeXml(text).replace(/\*([^*\s](?:[^*]*[^*\s])?)\*/g, '<em>$1</em>');
}

export function escapeXml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
