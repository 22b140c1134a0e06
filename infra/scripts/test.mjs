// `npm test`
import { handOver } from './bootstrap.mjs';

handOver('infra/stack/run-tests.ts');
