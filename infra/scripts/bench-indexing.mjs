// `npm run bench:indexing -- DIR [--limit N]`
import { handOver } from './bootstrap.mjs';

handOver('services/indexer/bench/indexing.ts');
