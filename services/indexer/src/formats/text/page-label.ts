/** Labels of printed pages as readers cite them. */
import { plainText } from './plain-text.ts';

/** Longest label that is kept, in UTF-16 units; printed ones have up to about eight ("A-12", "xxxviii"). */
const MAX_LABEL = 20;
/** "Page 12", "p. 12", "S. 12", "[12]", "(xiv)", "12 of 300". */
const WRAPPED =
  /^[[({]?\s*(?:(?:page|pages|pg|pag|página|pagina|seite|side|p|s)\b\.?\s*)?(.*?)(?:\s*(?:of|\/)\s*\d+)?\s*[\])}.]?$/iu;

/** "12" of "Page 12"; empty if what is said is no label. */
export function pageLabel(text: string): string {
  const label = WRAPPED.exec(plainText(text.slice(0, 200)))?.[1] ?? '';
  return label.length <= MAX_LABEL ? label : '';
}
