// Some npm mirrors lack the packages of other platforms, so a lockfile written behind one misses them, and
// `npm ci` refuses it everywhere ("Missing: ... from lock file"). This adds what every installed package names
// as optional and the lockfile does not hold: version, optional, os, cpu; then, for every package without one, the
// hash that the registry publishes (`npm view PACKAGE dist.integrity`). Run it after `npm install`.
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';

const path = new URL('../../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(path, 'utf8'));
const PLATFORM =
  /(?:^|[-/])(darwin|linux|linuxmusl|win32|freebsd|android|openbsd|netbsd|aix|sunos|openharmony)[-.](\w+)/;
let added = 0;

for (const [where, entry] of Object.entries({ ...lock.packages })) {
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    // npm looks beside the package first, then in each folder above.
    const folders = where === '' ? [''] : [`${where}/`, ...parents(where), ''];
    if (folders.some((f) => lock.packages[`${f}node_modules/${name}`])) continue;
    if (!/^\d+\.\d+\.\d+/.test(range)) continue;
    const platform = PLATFORM.exec(name);
    lock.packages[`node_modules/${name}`] = {
      version: range,
      optional: true,
      ...(entry.dev ? { dev: true } : {}),
      ...(platform ? { os: [platform[1].replace('musl', '')], cpu: [platform[2]] } : {}),
    };
    added += 1;
  }
}

let hashed = 0;
for (const [where, entry] of Object.entries(lock.packages)) {
  if (!where.includes('node_modules/') || entry.link || entry.integrity) continue;
  const name = where.slice(where.lastIndexOf('node_modules/') + 'node_modules/'.length);
  const integrity = execFileSync('npm', ['view', `${name}@${entry.version}`, 'dist.integrity'], {
    encoding: 'utf8',
  });
  if (!integrity.startsWith('sha512-')) {
    throw new Error(
      `the registry has no hash of ${name}@${entry.version}: run this again with another registry`,
    );
  }
  const { version, ...others } = entry;
  lock.packages[where] = { version, integrity: integrity.trim(), ...others };
  hashed += 1;
}

if (added + hashed > 0) {
  lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => (a < b ? -1 : 1)));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
}
console.log(`package-lock.json: ${added} platform packages and ${hashed} hashes added`);

function parents(where) {
  const parts = where.split('/node_modules/');
  return parts.slice(1).map((_, i) => `${parts.slice(0, parts.length - 1 - i).join('/node_modules/')}/`);
}
