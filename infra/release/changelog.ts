/** Reads and cuts CHANGELOG.md (the form of Keep a Changelog: `## Unreleased`, then `## X.Y.Z - YYYY-MM-DD`). */

const HEADING = /^## (.+)$/gm;

/** Text below the heading of a version, without the heading. Undefined if there is no such section. */
export function sectionOf(changelog: string, version: string): string | undefined {
  const headings = [...changelog.matchAll(HEADING)];
  const at = headings.findIndex(({ 1: name }) => name === version || name?.startsWith(`${version} - `));
  const heading = headings[at];
  if (heading === undefined) return undefined;
  return changelog.slice(heading.index + heading[0].length, headings[at + 1]?.index).trim();
}

/**
 * The changelog with everything unreleased under the new version, and an empty Unreleased on top.
 * @param date YYYY-MM-DD
 * @throws Error if nothing is unreleased, or the version is there already
 */
export function cutRelease(changelog: string, version: string, date: string): string {
  if (sectionOf(changelog, version) !== undefined) throw new Error(`CHANGELOG.md has ${version} already`);
  if (!sectionOf(changelog, 'Unreleased')) throw new Error('CHANGELOG.md has nothing under "## Unreleased"');
  return changelog.replace(/^## Unreleased$/m, `## Unreleased\n\n## ${version} - ${date}`);
}

const VERSION = /^(\d+)\.(\d+)\.(\d+)$/;

/** Whether `next` is a version X.Y.Z that comes after `now`. */
export function isLater(next: string, now: string): boolean {
  const [a, b] = [VERSION.exec(next), VERSION.exec(now)];
  if (a === null || b === null) return false;
  for (const part of [1, 2, 3]) {
    const difference = Number(a[part]) - Number(b[part]);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
