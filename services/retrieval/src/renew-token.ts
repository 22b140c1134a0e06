/** `npm run token [-- --data FOLDER]`: a new token for a library; the old one and the sessions that came of it end. */
import { existsSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { runMain } from '@libtrails/common/lifecycle';
import { AccessFile } from './access/access-file.ts';
import { newTokenNotice } from './access/new-token-notice.ts';

runMain(async () => {
  const { values } = parseArgs({ options: { data: { type: 'string' } } });
  const folder = resolve(process.env.INIT_CWD ?? '.', values.data ?? process.env.LIBTRAILS_DATA ?? './data');
  if (!existsSync(join(folder, 'access.json'))) {
    console.error(
      `libtrails: ${folder} has no access.json: name the library's folder with --data (npm start uses data/starter-shelf, or data/library-…)`,
    );
    process.exitCode = 1;
    return;
  }
  if (process.env.LIBTRAILS_TOKEN) {
    console.error(
      'libtrails: LIBTRAILS_TOKEN is set and counts instead of a token made here: change it there',
    );
    process.exitCode = 1;
    return;
  }
  console.log(newTokenNotice(new AccessFile(folder).renewToken()));
});
