/** The open elements of a parser, innermost first, as htmlparser2 asks for them. */
import { Parser } from 'htmlparser2';

/**
 * The part of an array that htmlparser2 uses for its stack. A real array moves all its items with every
 * `unshift` and searches them for every closing tag, so that time grows with the square of the depth; here
 * every call takes constant time.
 */
export class ElementStack {
  /** Outermost first. */
  readonly #names: string[] = [];
  /** Name → places in `#names`, ascending. */
  readonly #places = new Map<string, number[]>();

  get length(): number {
    return this.#names.length;
  }

  /** The innermost one. */
  get 0(): string | undefined {
    return this.#names.at(-1);
  }

  unshift(name: string): void {
    const places = this.#places.get(name);
    if (places === undefined) this.#places.set(name, [this.#names.length]);
    else places.push(this.#names.length);
    this.#names.push(name);
  }

  shift(): string | undefined {
    const name = this.#names.pop();
    if (name === undefined) return undefined;
    const places = this.#places.get(name)!;
    if (places.length > 1) places.pop();
    else this.#places.delete(name);
    return name;
  }

  indexOf(name: string): number {
    const place = this.#places.get(name)?.at(-1);
    return place === undefined ? -1 : this.#names.length - 1 - place;
  }

  includes(name: string): boolean {
    return this.#places.has(name);
  }
}

/** htmlparser2's parser, linear in the depth of the elements. Both fields are its own, though not of its types. */
export class DeepParser extends Parser {
  constructor(...args: ConstructorParameters<typeof Parser>) {
    super(...args);
    const { foreignContext } = this as unknown as { foreignContext: readonly string[] };
    const contexts = new ElementStack();
    for (const context of foreignContext) contexts.unshift(context);
    Object.assign(this, { stack: new ElementStack(), foreignContext: contexts });
  }
}
