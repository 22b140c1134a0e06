// `npm run cases -- FOLDER [ID ...]`
import { handOver } from './bootstrap.mjs';

handOver('test/programs/cases/main.ts');
