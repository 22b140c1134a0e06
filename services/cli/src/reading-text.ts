/** Answers of the API as lines for people. */
import type { Book, Passage, Result } from '@libtrails/proto/http';
import { number } from './output.ts';

/** Characters of a passage that a list shows. */
const SHOWN = 280;
/** Controls: what a book holds must not steer a terminal. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
const CONTROLS = /[\u0000-\u0009\u000b-\u001f\u007f-\u009f]/g;

export const safe = (text: string) => text.replace(CONTROLS, ' ');

/** "Walden, Henry David Thoreau (1854)  [book 12]". */
export function bookLine({ id, title, authors, year }: Book): string {
  const by = authors.length === 0 ? '' : `, ${authors.join(', ')}`;
  return safe(`${title}${by}${year === 0 ? '' : ` (${year})`}  [book ${id}]`);
}

/** Where a passage stands: "Economy, p. 12  [passage 345]". */
export function placeLine({ id, section, page }: Passage): string {
  return safe(`${section.title}${page === '' ? '' : `, p. ${page}`}  [passage ${id}]`);
}

/** The beginning of a passage in one line. */
export function opening(text: string): string {
  const line = safe(text).replace(/\s+/g, ' ').trim();
  return line.length <= SHOWN ? line : `${line.slice(0, line.lastIndexOf(' ', SHOWN))} …`;
}

/** A result of any scope: one line, and for books and passages the passage below it. */
export function resultLines({ rank, relevance, book, passage, topic, theme, domain }: Result): string[] {
  const lines: string[] = [];
  const head = `${rank}.`.padStart(3);
  if (book !== undefined) lines.push(`${head} ${bookLine(book)}  ${relevance}`);
  else if (topic !== undefined) lines.push(`${head} ${safe(topic.label)}  [topic ${topic.id}]`);
  else if (theme !== undefined) lines.push(`${head} ${safe(theme.label)}  [theme ${theme.id}]`);
  else if (domain !== undefined) lines.push(`${head} ${safe(domain.label)}  [domain ${domain.id}]`);
  if (passage !== undefined) lines.push(`    ${placeLine(passage)}`, `    ${opening(passage.text)}`);
  return lines;
}

/** "12 books", "500+ passages". */
export function totalOf(total: number, exact: boolean, what: string): string {
  return `${number(total)}${exact ? '' : '+'} ${what}`;
}
