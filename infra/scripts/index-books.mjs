// `npm run index -- DIR [options]`
import { handOver } from './bootstrap.mjs';

handOver('services/indexer/src/cli.ts');
