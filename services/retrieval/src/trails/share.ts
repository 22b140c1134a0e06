/** A trail as a text to keep: Markdown for notes, and an XHTML page that a browser opens and an EPUB takes as it is. */
import type { TrailResponse__Out as TrailAnswer } from '@libtrails/proto/types/library/v1/TrailResponse';
import type { TrailStep__Out as TrailStep } from '@libtrails/proto/types/library/v1/TrailStep';

interface SharedStep {
  /** Blocks of the quotation, each of its lines. */
  blocks: string[][];
  authors: string;
  title: string;
  section: string;
  /** "p. 12", "pp. 12–13"; empty if it is not known. */
  page: string;
  /** Address of the passage's page; empty where the pages have none. */
  url: string;
  /** Why it follows the step before; empty for the first. */
  link: string;
}

/** "A trail from “ambition” to “guilt”", "A trail from a passage of Walden". */
export function titleOf(trail: Pick<TrailAnswer, 'from' | 'to' | 'fromName' | 'toName'>): string {
  const name = (end: string, said: string) =>
    /^passage:\d+$/.test(end) ? `a passage of ${said}` : `“${said}”`;
  const from = `A trail from ${name(trail.from, trail.fromName)}`;
  return trail.to === '' ? from : `${from} to ${name(trail.to, trail.toName)}`;
}

/** @param origin of the pages that the passages link to, such as https://books.example.org; empty for no links */
export function toMarkdown(trail: TrailAnswer, origin = ''): string {
  const steps = trail.steps.map((step) => {
    const { blocks, authors, title, section, page, link, url } = sharedStep(step, origin);
    // Two blanks before a line's end keep verse in lines.
    const quote = blocks.map((lines) => lines.map((line) => `> ${escapeMarkdown(line)}`).join('  \n'));
    const named = title === '' ? '' : `*${escapeMarkdown(title)}*`;
    const source = [escapeMarkdown(authors), named, escapeMarkdown(section), escapeMarkdown(page)].filter(
      (part) => part !== '',
    );
    const why = link === '' ? '' : `${escapeMarkdown(link)}\n\n`;
    const said = url === '' ? source.join(', ') : `[${source.join(', ')}](${url})`;
    return `${why}${quote.join('\n>\n')}\n>\n> — ${said}\n`;
  });
  return [`# ${escapeMarkdown(titleOf(trail))}\n`, ...steps].join('\n');
}

/** Enough that a browser shows it well; readers of EPUBs have styles of their own, and may pass over these. */
const STYLE =
  'body { max-width: 40em; margin: 2em auto; padding: 0 1em; line-height: 1.5 } blockquote { margin: 1em 0 2em }';

/**
 * An XHTML document, well-formed and without script: one `<blockquote>` a step.
 * @param origin as of `toMarkdown`
 */
export function toHtml(trail: TrailAnswer, origin = ''): string {
  const title = escapeHtml(titleOf(trail));
  const steps = trail.steps.map((step) => {
    const { blocks, authors, title: book, section, page, link, url } = sharedStep(step, origin);
    const language = step.book?.language ?? '';
    const lang = language === '' ? '' : ` lang="${escapeHtml(language)}" xml:lang="${escapeHtml(language)}"`;
    const paragraphs = blocks.map((lines) => `    <p>${lines.map(escapeHtml).join('<br/>')}</p>`);
    const named = book === '' ? '' : `<cite>${escapeHtml(book)}</cite>`;
    const source = [escapeHtml(authors), named, escapeHtml(section), escapeHtml(page)].filter(
      (part) => part !== '',
    );
    const said = url === '' ? source.join(', ') : `<a href="${escapeHtml(url)}">${source.join(', ')}</a>`;
    return [
      ...(link === '' ? [] : [`  <p><em>${escapeHtml(link)}</em></p>`]),
      `  <blockquote${lang}>`,
      ...paragraphs,
      `    <p>— ${said}</p>`,
      '  </blockquote>',
    ].join('\n');
  });
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    '<!DOCTYPE html>',
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="en" xml:lang="en">',
    '<head>',
    '  <meta charset="UTF-8"/>',
    '  <meta name="viewport" content="width=device-width"/>',
    `  <title>${title}</title>`,
    `  <style>${STYLE}</style>`,
    '</head>',
    '<body>',
    '<section>',
    `  <h1>${title}</h1>`,
    ...steps,
    '</section>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

function sharedStep({ book, passage, quote, link, page }: TrailStep, origin: string): SharedStep {
  const text = passage?.text.slice(quote?.start ?? 0, quote?.end) ?? '';
  const topics = [...(link?.sharedTopics ?? []), ...(link?.bridge ? [link.bridge] : [])];
  const verb = link?.bridge ? 'Close to both' : 'Shared topics';
  return {
    blocks: text.split(/\n{2,}/).map((block) => block.split('\n')),
    authors: book?.authors.join(', ') ?? '',
    title: book?.title ?? '',
    section: passage?.section?.title ?? '',
    page: page === '' ? '' : `${page.includes('–') ? 'pp.' : 'p.'} ${page}`,
    url: origin === '' || !passage ? '' : origin + placeOf(passage),
    link: topics.length === 0 ? '' : `${verb}: ${topics.map(({ label }) => label).join(', ')}`,
  };
}

/** Address of the passage in its section on the pages, which survives re-indexing. */
function placeOf({ bookId, section, start, end, opening }: NonNullable<TrailStep['passage']>): string {
  const place = new URLSearchParams({ at: `${start}-${end}`, ...(opening ? { quote: opening } : {}) });
  return `/books/${bookId}/read/${section?.index ?? 0}?${place}#here`;
}

/** What CommonMark would read as markup, as it stands. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) =>
  text
    // XML 1.0 has no place for other control characters, not even escaped.
    .replace(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
