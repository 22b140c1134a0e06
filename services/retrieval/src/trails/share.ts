/** A trail as a text to keep: Markdown for notes, and an XHTML fragment that an EPUB takes as it is. */
import type { TrailResponse__Out as TrailAnswer } from '@libtrails/proto/types/library/v1/TrailResponse';
import type { TrailStep__Out as TrailStep } from '@libtrails/proto/types/library/v1/TrailStep';

interface SharedStep {
  quote: string;
  /** Author, title, section. */
  source: string;
  /** Why it follows the step before; empty for the first. */
  bridge: string;
}

/** "A trail from “ambition” to “guilt”", "A trail from a passage of Walden". */
export function titleOf(trail: Pick<TrailAnswer, 'from' | 'to' | 'fromName' | 'toName'>): string {
  const name = (end: string, said: string) =>
    /^passage:\d+$/.test(end) ? `a passage of ${said}` : `“${said}”`;
  const from = `A trail from ${name(trail.from, trail.fromName)}`;
  return trail.to === '' ? from : `${from} to ${name(trail.to, trail.toName)}`;
}

export function toMarkdown(trail: TrailAnswer): string {
  const steps = trail.steps.map((step) => {
    const { quote, source, bridge } = sharedStep(step);
    const lines = quote.split(/\n+/).map((line) => `> ${escapeMarkdown(line)}`);
    const link = bridge === '' ? '' : `*${escapeMarkdown(bridge)}*\n\n`;
    return `${link}${lines.join('\n>\n')}\n>\n> — ${escapeMarkdown(source)}\n`;
  });
  return [`# ${escapeMarkdown(titleOf(trail))}\n`, ...steps].join('\n');
}

/** XHTML (well-formed, no script, no style): `<section>` with one `<blockquote>` a step. */
export function toHtml(trail: TrailAnswer): string {
  const steps = trail.steps.map((step) => {
    const { quote, source, bridge } = sharedStep(step);
    const language = step.book?.language ?? '';
    const lang = language === '' ? '' : ` lang="${escapeHtml(language)}" xml:lang="${escapeHtml(language)}"`;
    const paragraphs = quote.split(/\n+/).map((line) => `    <p>${escapeHtml(line)}</p>`);
    return [
      ...(bridge === '' ? [] : [`  <p><em>${escapeHtml(bridge)}</em></p>`]),
      `  <blockquote${lang}>`,
      ...paragraphs,
      `    <p>— <cite>${escapeHtml(source)}</cite></p>`,
      '  </blockquote>',
    ].join('\n');
  });
  return ['<section>', `  <h1>${escapeHtml(titleOf(trail))}</h1>`, ...steps, '</section>', ''].join('\n');
}

function sharedStep({ book, passage, quote, link }: TrailStep): SharedStep {
  const text = passage?.text.slice(quote?.start ?? 0, quote?.end) ?? '';
  const place = passage?.section?.title ?? '';
  const source = [book?.authors.join(', ') ?? '', book?.title ?? '', place].filter((part) => part !== '');
  const topics = [...(link?.sharedTopics ?? []), ...(link?.bridge ? [link.bridge] : [])];
  const verb = link?.bridge ? 'both near' : 'both speak of';
  const bridge = topics.length === 0 ? '' : `${verb}: ${topics.map(({ label }) => label).join(', ')}`;
  return { quote: text, source: source.join(', '), bridge };
}

/** What CommonMark would read as markup, as it stands. */
const escapeMarkdown = (text: string) => text.replace(/[\\`*_[\]<>#|~]/g, '\\$&');

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };
const escapeHtml = (text: string) =>
  text
    // XML 1.0 has no place for other control characters, not even escaped.
    .replace(/(?![\t\n\r])\p{Cc}|\p{Noncharacter_Code_Point}/gu, '')
    .replace(/[&<>"]/g, (character) => ENTITIES[character]!);
