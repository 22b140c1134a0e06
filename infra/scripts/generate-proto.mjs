// `npm run proto [-- --check]`
import { spawnSync } from 'node:child_process';
import { findNode, root } from './bootstrap.mjs';

// Unlike other scripts it installs nothing: it is one of the checks, which run in the tree as it is.
const args = ['infra/stack/generate-contract.ts', ...process.argv.slice(2)];
process.exit(spawnSync(findNode(), args, { cwd: root, stdio: 'inherit' }).status ?? 1);
