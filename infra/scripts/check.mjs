// `npm run check`
import { handOver } from './bootstrap.mjs';

handOver('infra/stack/run-checks.ts');
