/** As many themes as a library of the size has: the present ones, the largest cut in two until there are enough. */
import { addScaled, dot, normalise } from '@libtrails/indexer/topics/vectors';
import type { FinishedGrouping } from '@libtrails/retrieval/store/finished-grouping';
import { DIMS } from '@libtrails/retrieval/store/sqlite/int8-vector';
import type { WriteSession } from '@libtrails/retrieval/store/sqlite/write/session';
import { type FloatRows, rowAt } from './float-rows.ts';
import { packed } from './model-books.ts';

interface Theme {
  domain: number;
  /** Places in the rows of topics. */
  members: number[];
}

/** Domain of themes in a library that has none yet. */
const ONLY_DOMAIN = 'Everything';

/**
 * A grouping of at least `count` themes (all present ones stay) over every topic that is not merged. Topics
 * without a theme join that of `like`, the topic they were modelled on, if there is one.
 */
export function modelThemes(
  session: WriteSession,
  topics: FloatRows,
  count: number,
  like: ReadonlyMap<number, number>,
  random: () => number,
): FinishedGrouping {
  const place = new Map([...topics.ids].map((id, i) => [id, i]));
  const domains = session.rows<{ id: number; label: string }>('domains-list').map(({ label }) => label);
  if (domains.length === 0) domains.push(ONLY_DOMAIN);
  const labelOf = session.db.prepare('SELECT label FROM topics WHERE id = ?').pluck();
  const rows = session.db
    .prepare(
      `SELECT t.id, t.merged_into AS target, t.theme_id AS theme, d.label AS domain
       FROM topics AS t LEFT JOIN themes AS th ON th.id = t.theme_id LEFT JOIN domains AS d ON d.id = th.domain_id
       WHERE t.kind <> 'name' ORDER BY t.id`,
    )
    .all() as { id: number; target: number | null; theme: number | null; domain: string | null }[];

  const merges: number[] = [];
  const themes = new Map<number, Theme>();
  const themeOf = new Map<number, number>();
  const put = (theme: number, domain: number, id: number) => {
    if (!themes.has(theme)) themes.set(theme, { domain, members: [] });
    themes.get(theme)!.members.push(place.get(id)!);
    themeOf.set(id, theme);
  };
  for (const { id, target, theme, domain } of rows) {
    if (target !== null) merges.push(id, target);
    else if (theme !== null) put(theme, Math.max(0, domains.indexOf(domain ?? '')), id);
  }
  for (const { id, target, theme } of rows) {
    if (target !== null || theme !== null) continue;
    const known = themeOf.get(like.get(id) ?? 0) ?? 0;
    put(known, themes.get(known)?.domain ?? 0, id);
  }
  const cut = splitLargest([...themes.values()], count, topics, random);
  return {
    recipe: 'model',
    merges: Uint32Array.from(merges),
    domains,
    themes: cut.map(({ domain, members }) => {
      const labels = members.slice(0, 3).map((member) => labelOf.get(topics.ids[member]!) as string);
      return {
        label: labels[0]!,
        subtitle: labels.join(', '),
        domain,
        members: {
          topics: Uint32Array.from(members, (member) => topics.ids[member]!),
          weights: Float64Array.from(members, (_, i) => 1 / (i + 1)),
        },
        x: random(),
        y: random(),
        z: random(),
        mapX: 0,
        mapY: 0,
      };
    }),
    centroids: packed(cut.map(({ members }) => centroid(members, topics))),
  };
}

/** Cuts the largest theme between two of its members, over and over. */
function splitLargest(themes: Theme[], count: number, topics: FloatRows, random: () => number): Theme[] {
  const bySize = (a: Theme, b: Theme) => b.members.length - a.members.length;
  let list = themes.sort(bySize);
  while (list.length < count && list[0]!.members.length > 1) {
    // All of the largest in one pass, so that the list is sorted a few times only.
    const largest = list[0]!.members.length;
    const next: Theme[] = [];
    for (const [i, theme] of list.entries()) {
      const enough = next.length + (list.length - i) >= count;
      if (enough || theme.members.length < Math.max(2, largest / 2)) next.push(theme);
      else next.push(...split(theme, topics, random));
    }
    list = next.sort(bySize);
  }
  return list;
}

function split({ domain, members }: Theme, topics: FloatRows, random: () => number): Theme[] {
  const first = rowAt(topics, members[Math.floor(random() * members.length)]!);
  const second = rowAt(topics, members[Math.floor(random() * members.length)]!);
  const sides: [number[], number[]] = [[], []];
  for (const member of members) {
    const vector = rowAt(topics, member);
    sides[dot(vector, first) >= dot(vector, second) ? 0 : 1].push(member);
  }
  // Twice the same member, or equals: by halves.
  if (sides[0].length === 0 || sides[1].length === 0) {
    const half = members.length >> 1;
    return [members.slice(0, half), members.slice(half)].map((side) => ({ domain, members: side }));
  }
  return sides.map((side) => ({ domain, members: side }));
}

function centroid(members: readonly number[], topics: FloatRows): Float32Array {
  const sum = new Float32Array(DIMS);
  for (const member of members) addScaled(sum, rowAt(topics, member), 1);
  return normalise(sum);
}
