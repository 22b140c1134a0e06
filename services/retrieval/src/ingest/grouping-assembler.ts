/** Collects the streamed parts of one grouping, checks that they add up, and packs them for the writer. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { GroupingFooter__Out as GroupingFooter } from '@libtrails/proto/types/ingest/v1/GroupingFooter';
import type { GroupingHeader__Out as GroupingHeader } from '@libtrails/proto/types/ingest/v1/GroupingHeader';
import type { NewTheme__Out as NewTheme } from '@libtrails/proto/types/ingest/v1/NewTheme';
import type { PutGroupingRequest__Out as PutGroupingRequest } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import { VectorPile } from '../library/int8-vector.ts';
import type { FinishedGrouping, FinishedTheme } from '../library/write/finished-grouping.ts';
import { MAX_DOMAINS, MAX_GROUPED_TOPICS, MAX_LABEL_UNITS, MAX_THEMES } from './limits.ts';
import { wrong } from './refusal.ts';

export class GroupingAssembler {
  #header: GroupingHeader | undefined;
  #footer: GroupingFooter | undefined;
  readonly #merges = new Map<number, number>();
  readonly #domains: string[] = [];
  readonly #themes: FinishedTheme[] = [];
  readonly #centroids = new VectorPile();
  readonly #members = new Set<number>();

  /**
   * Adds the next part: the header first, merges before themes, domains before the themes that name them,
   * the footer last.
   * @throws LibTrailsError invalid_argument, too_large
   */
  add(part: PutGroupingRequest): void {
    if (this.#footer !== undefined) throw wrong('A part came after the footer');
    if (this.#header === undefined && part.part !== 'header')
      throw wrong('The first part must be the header');
    switch (part.part) {
      case 'header':
        if (this.#header !== undefined) throw wrong('A second header came');
        this.#header = part.header as GroupingHeader;
        return;
      case 'merges':
        if (this.#themes.length > 0) throw wrong('Merges came after the first theme');
        for (const { topic, into } of part.merges?.merges ?? []) this.#addMerge(topic, into);
        return;
      case 'domains':
        for (const { label } of part.domains?.domains ?? []) this.#addDomain(label);
        return;
      case 'themes':
        for (const theme of part.themes?.themes ?? []) this.#addTheme(theme);
        return;
      case 'footer':
        this.#footer = part.footer as GroupingFooter;
        return;
      default:
        throw wrong('A part is empty or of an unknown kind');
    }
  }

  /**
   * The whole grouping and the buffers that can be transferred with it.
   * @throws LibTrailsError invalid_argument if the footer is missing, its counts are not those received, or a
   *   topic is merged into one that is merged itself
   */
  finish(): { grouping: FinishedGrouping; transfer: ArrayBuffer[] } {
    const header = this.#header;
    const footer = this.#footer;
    if (header === undefined || footer === undefined) throw wrong('The stream ended before the footer');
    const counts = {
      merges: this.#merges.size,
      domains: this.#domains.length,
      themes: this.#themes.length,
    };
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
      if (footer[name] !== counts[name]) {
        throw wrong(`The footer says ${footer[name]} ${name}, but ${counts[name]} were received`);
      }
    }
    const merges = new Uint32Array(this.#merges.size * 2);
    let place = 0;
    for (const [topic, into] of this.#merges) {
      if (this.#merges.has(into))
        throw wrong(`Topic ${topic} is merged into ${into}, which is merged itself`);
      merges[place++] = topic;
      merges[place++] = into;
    }
    const grouping = {
      recipe: header.recipe,
      merges,
      domains: this.#domains,
      themes: this.#themes,
      centroids: this.#centroids.take(),
    };
    const members = this.#themes.flatMap((theme) => [theme.members.topics, theme.members.weights]);
    const transfer = [merges, grouping.centroids, ...members].map(({ buffer }) => buffer as ArrayBuffer);
    return { grouping, transfer };
  }

  #addMerge(topic: number, into: number): void {
    if (this.#merges.size >= MAX_GROUPED_TOPICS) throw tooLarge(`${MAX_GROUPED_TOPICS} merges`);
    if (topic === into) throw wrong(`Topic ${topic} is merged into itself`);
    if (this.#merges.has(topic)) throw wrong(`Topic ${topic} is merged twice`);
    this.#merges.set(topic, into);
  }

  #addDomain(label: string): void {
    if (this.#domains.length >= MAX_DOMAINS) throw tooLarge(`${MAX_DOMAINS} domains`);
    checkLabel(label, 'domain');
    if (this.#domains.includes(label)) throw wrong(`Domain "${label}" came twice`);
    this.#domains.push(label);
  }

  #addTheme(theme: NewTheme): void {
    if (this.#themes.length >= MAX_THEMES) throw tooLarge(`${MAX_THEMES} themes`);
    const { label, subtitle, domain, x, y, z } = theme;
    checkLabel(label, 'theme');
    if (this.#domains[domain] === undefined) {
      throw wrong(`Theme "${label}" is in domain ${domain}, but there are ${this.#domains.length}`);
    }
    if (![x, y, z].every(Number.isFinite)) throw wrong(`Theme "${label}" has no place in space`);
    if (theme.members.length === 0) throw wrong(`Theme "${label}" has no topics`);
    const topics = new Uint32Array(theme.members.length);
    const weights = new Float64Array(theme.members.length);
    theme.members.forEach(({ topic, weight }, i) => {
      if (this.#members.has(topic)) throw wrong(`Topic ${topic} stands in two themes`);
      if (this.#merges.has(topic)) throw wrong(`Topic ${topic} stands in a theme, but is merged`);
      if (!Number.isFinite(weight)) throw wrong(`The weight of topic ${topic} is not a number`);
      this.#members.add(topic);
      topics[i] = topic;
      weights[i] = weight;
    });
    this.#centroids.add(theme.centroid, `theme "${label}"`);
    this.#themes.push({ label, subtitle, domain, members: { topics, weights }, x, y, z });
  }
}

function checkLabel(label: string, what: string): void {
  if (label.trim() === '' || label.length > MAX_LABEL_UNITS) throw wrong(`A ${what} has no usable label`);
}

function tooLarge(what: string): LibTrailsError {
  return new LibTrailsError('too_large', `The grouping has more than ${what}`);
}
