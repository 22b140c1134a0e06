// `npm run release`
import { handOver } from './bootstrap.mjs';

handOver('infra/release/release.ts');
