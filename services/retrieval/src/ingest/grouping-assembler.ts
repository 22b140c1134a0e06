/** Collects the streamed parts of one grouping, checks that they add up, and packs them for the writer. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { GroupingFooter__Out as GroupingFooter } from '@libtrails/proto/types/ingest/v1/GroupingFooter';
import type { GroupingHeader__Out as GroupingHeader } from '@libtrails/proto/types/ingest/v1/GroupingHeader';
import type { NewTheme__Out as NewTheme } from '@libtrails/proto/types/ingest/v1/NewTheme';
import type { PutGroupingRequest__Out as PutGroupingRequest } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import type { FinishedGrouping, FinishedTheme } from '../store/finished-grouping.ts';
import { MAX_DOMAINS, MAX_LABEL_UNITS, MAX_THEMES } from './limits.ts';
import { wrong } from './refusal.ts';
import { VectorPile } from './vector-pile.ts';

/** Roles of a topic. */
const MERGED = 1;
const MEMBER = 2;

export class GroupingAssembler {
  #header: GroupingHeader | undefined;
  #footer: GroupingFooter | undefined;
  #mergesReceived = 0;
  /** Pairs: topic, target. */
  readonly #merges: number[] = [];
  readonly #domains: string[] = [];
  readonly #themes: FinishedTheme[] = [];
  readonly #centroids = new VectorPile();
  /** What each topic of the library is in this grouping. */
  readonly #roles: Uint8Array;

  /** @param highestTopic topics above it are not (any more) in the library and are left out */
  constructor(highestTopic: number) {
    this.#roles = new Uint8Array(highestTopic + 1);
  }

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
      merges: this.#mergesReceived,
      domains: this.#domains.length,
      themes: this.#themes.length,
    };
    for (const name of Object.keys(counts) as (keyof typeof counts)[]) {
      if (footer[name] !== counts[name]) {
        throw wrong(`The footer says ${footer[name]} ${name}, but ${counts[name]} were received`);
      }
    }
    const merges = Uint32Array.from(this.#merges);
    for (let i = 0; i < merges.length; i += 2) {
      const [topic, into] = [merges[i] as number, merges[i + 1] as number];
      if (this.#roles[into] === MERGED) {
        throw wrong(`Topic ${topic} is merged into ${into}, which is merged itself`);
      }
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
    this.#mergesReceived++;
    if (topic === into) throw wrong(`Topic ${topic} is merged into itself`);
    if (this.#roles[topic] === MERGED) throw wrong(`Topic ${topic} is merged twice`);
    if (topic >= this.#roles.length || into >= this.#roles.length) return;
    this.#roles[topic] = MERGED;
    this.#merges.push(topic, into);
  }

  #addDomain(label: string): void {
    if (this.#domains.length >= MAX_DOMAINS) throw tooLarge(`${MAX_DOMAINS} domains`);
    checkLabel(label, 'domain');
    if (this.#domains.includes(label)) throw wrong(`Domain "${label}" came twice`);
    this.#domains.push(label);
  }

  #addTheme(theme: NewTheme): void {
    if (this.#themes.length >= MAX_THEMES) throw tooLarge(`${MAX_THEMES} themes`);
    const { label, subtitle, domain, x, y, z, mapX, mapY } = theme;
    checkLabel(label, 'theme');
    if (this.#domains[domain] === undefined) {
      throw wrong(`Theme "${label}" is in domain ${domain}, but there are ${this.#domains.length}`);
    }
    if (![x, y, z, mapX, mapY].every(Number.isFinite)) throw wrong(`Theme "${label}" has no place in space`);
    if (theme.members.length === 0) throw wrong(`Theme "${label}" has no topics`);
    const topics = new Uint32Array(theme.members.length);
    const weights = new Float64Array(theme.members.length);
    theme.members.forEach(({ topic, weight }, i) => {
      if (this.#roles[topic] === MEMBER) throw wrong(`Topic ${topic} stands in two themes`);
      if (this.#roles[topic] === MERGED) throw wrong(`Topic ${topic} stands in a theme, but is merged`);
      if (!Number.isFinite(weight)) throw wrong(`The weight of topic ${topic} is not a number`);
      // Nothing happens above the highest topic.
      this.#roles[topic] = MEMBER;
      topics[i] = topic;
      weights[i] = weight;
    });
    this.#centroids.add(theme.centroid, `theme "${label}"`);
    this.#themes.push({ label, subtitle, domain, members: { topics, weights }, x, y, z, mapX, mapY });
  }
}

function checkLabel(label: string, what: string): void {
  if (label.trim() === '' || label.length > MAX_LABEL_UNITS) throw wrong(`A ${what} has no usable label`);
}

function tooLarge(what: string): LibTrailsError {
  return new LibTrailsError('too_large', `The grouping has more than ${what}`);
}
