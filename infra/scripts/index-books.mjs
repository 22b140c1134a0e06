// `npm run index -- DIR [options]`: `libtrails index`, where nothing may be installed yet
import { handOver } from './bootstrap.mjs';

handOver('services/cli/src/main.ts', ['index', ...process.argv.slice(2)]);
