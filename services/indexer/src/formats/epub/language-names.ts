/** Languages given by name: "English", "Deutsch", "français". */

/** Those of most e-books; their names come from the CLDR of the runtime. */
const CODES =
  'af ar bg bn ca cs cy da de el en eo es et eu fa fi fr ga gl he hi hr hu hy id is it ja ka ko la lt lv mk ms nb nl nn no pl pt ro ru sk sl sq sr sv sw ta th tl tr uk ur vi yi zh'.split(
    ' ',
  );

let byName: Map<string, string> | undefined;

/** The tag of the language that is called so, in English or by its speakers; undefined if none is. */
export function languageOfName(name: string): string | undefined {
  byName ??= namesOfLanguages();
  return byName.get(levelled(name.replace(/\s*[([].*$/, '')));
}

function namesOfLanguages(): Map<string, string> {
  const names = new Map<string, string>();
  const english = new Intl.DisplayNames('en', { type: 'language' });
  for (const code of CODES) {
    const own = new Intl.DisplayNames(code, { type: 'language' });
    for (const name of [own.of(code), english.of(code)])
      if (name !== undefined) names.set(levelled(name), code);
  }
  return names;
}

function levelled(name: string): string {
  return name.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}
