/** Elements of XHTML, SVG and MathML that a file names with prefixes. */

/** Namespaces whose elements are known here by their names alone. */
const NAMESPACES: ReadonlySet<string> = new Set([
  'http://www.w3.org/1999/xhtml',
  'http://www.w3.org/2000/svg',
  'http://www.w3.org/1998/Math/MathML',
]);

/** Prefixes that a file gives to XHTML, SVG and MathML: `<h:p>` is a paragraph, Word's `<o:p>` is not. */
export class KnownPrefixes {
  readonly #prefixes = new Set<string>();
  #isRoot = true;

  /** The name without its prefix, if the file has given that to one of these namespaces. Elements come in the order of the file. */
  localName(name: string, attributes: Readonly<Record<string, string>>): string {
    const colon = name.indexOf(':');
    if (colon === -1 && !this.#isRoot) return name;
    this.#isRoot = false;
    for (const [key, value] of Object.entries(attributes)) {
      if (key.startsWith('xmlns:') && NAMESPACES.has(value.trim())) this.#prefixes.add(key.slice(6));
    }
    return this.#prefixes.has(name.slice(0, Math.max(0, colon))) ? name.slice(colon + 1) : name;
  }
}
