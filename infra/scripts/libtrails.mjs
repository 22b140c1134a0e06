// `npm run libtrails -- COMMAND [options]`
import { handOver } from './bootstrap.mjs';

handOver('services/cli/src/main.ts');
