/** Names of authors as people write them, out of the ways in which files give them. */

/** "Jr.", "PhD", "III": part of a name, and no first name. */
const SUFFIX = /^(?:jr|sr|ph\.?\s?d|m\.?d|m\.?a|esq|i{2,3}|iv|vi{1,3})\.?$/i;
/** Words of organisations, whose names are not turned round or taken apart. */
const ORGANISATION =
  /\b(?:and|&|inc|ltd|llc|gmbh|company|co|corp|press|publishers?|publishing|university|college|staff|editors?|society|institute|association|group|department|office|council|committee|foundation|museum|church|union|sons|brothers|bros|associates|partners|international|national)\b/i;
/** Words of firms, beside "&". */
const FIRM =
  /\b(?:co|company|corp|inc|ltd|llc|gmbh|sons?|daughters?|brothers|bros|associates|partners|family|friends|others|press|publishers?|publishing)\b/i;
/** Words before a family name that belong to it. */
const PARTICLE =
  /^(?:d[aeiou]|del|della|den|der|des|dos|du|la|le|el|al|ibn|bin|ben|van|von|vom|zu|zum|zur|ter|ten|st\.?|san|mac|mc|o)$/i;
/** "Austen, Jane, 1775-1817", "Hall, Ann, 1951-", as libraries write names. */
const LIFE_DATES = /\s*[,(]\s*(?:b\.|ca?\.|born)?\s*\d{3,4}\??(?:\s*[-–]\s*(?:\d{3,4}\??)?)?\s*\)?\.?$/;
/** "K.", "J. R. R.". */
const INITIAL = /^(?:\p{L}\.-?)+$/u;
/** "Ann Hall", "J. R. Hall", "Ann van Hall". */
const NAME = /^\p{Lu}[\p{L}.’'-]+ (?:[\p{L}.’'-]+ )?\p{Lu}[\p{L}’'-]+$/u;
/** No first or last name has more words. */
const MAX_NAME_WORDS = 4;

/** "A & B" and "A; B" are two; "Austen, Jane" is turned round. `fileAs` is how the file sorts the name. */
export function authorNames(text: string, fileAs: string): string[] {
  return text
    .replace(/^(?:by|von|par|di|por)\s+(?=\p{Lu})/u, '')
    .split(/\s*[;；؛]\s*|\s+\/\s+/)
    .flatMap(splitAtAmpersand)
    .map((name) => inReadingOrder(name.replace(LIFE_DATES, ''), fileAs))
    .filter((name) => name !== '');
}

/** "Ada Marlow & Ben Okuda" are two people, with "and" as well; "Bell & Company" and "Marks & Spencer" are one firm. */
function splitAtAmpersand(text: string): string[] {
  const joined = /^(\S+(?: \S+){1,2}) and (\S+(?: \S+){1,2})$/u.exec(text);
  const named = joined?.slice(1) ?? [];
  // Both sides must look like whole names: "The Society for Arts and Letters" does not.
  if (named.length > 0 && named.every((name) => NAME.test(name)) && !FIRM.test(text)) return named;
  const parts = text.split(/\s+&\s+/);
  const isFirm = parts.some((part) => FIRM.test(part)) || parts.every((part) => !/[\s,]/.test(part));
  return isFirm ? [text] : parts;
}

function inReadingOrder(name: string, fileAs: string): string {
  const [last = '', first = '', ...rest] = name.split(/\s*,\s*/);
  if (first === '' || SUFFIX.test(first)) return name;
  if (rest.length === 1 && SUFFIX.test(rest[0]!)) return `${first} ${last}, ${rest[0]}`;
  if (rest.length > 0 || ORGANISATION.test(name) || /\d/.test(name)) return name;
  return fileAs.includes(name) || isLastAndFirst(last, first) ? `${first} ${last}` : name;
}

/** Two whole names with a comma between them look much the same: particles and initials tell. */
function isLastAndFirst(last: string, first: string): boolean {
  const lastWords = last.split(/\s+/);
  const firstWords = first.split(/\s+/);
  if (lastWords.length > MAX_NAME_WORDS || firstWords.length > MAX_NAME_WORDS) return false;
  if (lastWords.length === 1 || firstWords.length === 1) return true;
  return (
    PARTICLE.test(lastWords[0]!) ||
    firstWords.slice(1).some((word) => INITIAL.test(word) || PARTICLE.test(word))
  );
}
