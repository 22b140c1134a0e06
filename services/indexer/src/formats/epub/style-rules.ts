/** The few rules of a style sheet that decide what is text: classes that hide, and classes that begin a line. */

/** Style sheets are read up to this length, in UTF-16 units; rules for text stand at their beginning. */
const MAX_SHEET = 1_000_000;

export class StyleRules {
  /** Classes whose elements are not shown. */
  readonly hidden = new Set<string>();
  /** Classes whose elements are lines or blocks, whatever the element is. */
  readonly blocks = new Set<string>();

  /**
   * Adds rules whose selector is one class, with or without an element: a selector of several parts may mean another
   * place. Rules within `@media` and the like hold for some devices only and are passed over.
   */
  add(sheet: string): void {
    for (const { selectors, declarations } of topLevelRules(sheet.slice(0, MAX_SHEET))) {
      const display = /(?:^|[;\s])display\s*:\s*([\w-]+)/i.exec(declarations)?.[1]?.toLowerCase();
      if (display === undefined) continue;
      for (const selector of selectors.split(',')) {
        const name = /^\s*[a-z0-9]*\.([\w-]+)\s*$/i.exec(selector)?.[1];
        if (name === undefined) continue;
        if (display === 'none') this.hidden.add(name);
        else this.hidden.delete(name);
        // What floats stands beside the text: a large first letter.
        const isBlock = display === 'block' || display === 'list-item';
        if (isBlock && !/float\s*:\s*(?:left|right)/i.test(declarations)) this.blocks.add(name);
      }
    }
  }
}

function* topLevelRules(sheet: string): Generator<{ selectors: string; declarations: string }> {
  const css = withoutComments(sheet);
  let depth = 0;
  let from = 0;
  let selectors = '';
  for (let at = 0; at < css.length; at++) {
    const c = css[at];
    if (c === '{') {
      if (depth++ === 0) {
        selectors = css.slice(from, at);
        from = at + 1;
      }
    } else if (c === '}' && depth > 0) {
      if (--depth > 0) continue;
      if (!selectors.trimStart().startsWith('@')) yield { selectors, declarations: css.slice(from, at) };
      from = at + 1;
    } else if (c === ';' && depth === 0) from = at + 1;
  }
}

function withoutComments(css: string): string {
  const pieces: string[] = [];
  for (let at = 0; at < css.length; ) {
    const start = css.indexOf('/*', at);
    pieces.push(css.slice(at, start === -1 ? css.length : start));
    const end = start === -1 ? -1 : css.indexOf('*/', start + 2);
    at = end === -1 ? css.length : end + 2;
  }
  return pieces.join(' ');
}
