/** Makes the mapped form of the int8 weights (see mapped-weights.ts): for images, whose file system is read-only later. */
import '../src/backends/no-telemetry.ts';
import { modelPaths } from '@libtrails/models/paths';
import { mapWeights } from '../src/backends/mapped-weights.ts';

console.log(await mapWeights(modelPaths().weights.int8));
