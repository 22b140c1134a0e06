/** Which backend serves: the one asked for, or the first that works here. */
import { existsSync } from 'node:fs';
import type { Precision } from '@libtrails/models/manifest';
import { modelPaths } from '@libtrails/models/paths';
import type { Backend } from './backend.ts';
import { openInThread } from './in-thread.ts';

export interface BackendSettings {
  /** `auto` takes the first that works: onnx, wasm, http. */
  backend: 'auto' | 'onnx' | 'wasm' | 'http';
  precision: Precision;
  /** Threads of the native runtime. */
  threads: number;
  /** The folder that holds the model's folder; default LIBTRAILS_MODELS, else `models/`. */
  modelsDir: string | undefined;
  /** Address of an OpenAI-compatible or TEI server, for `http`. */
  httpUrl: string | undefined;
  /** The model's name in the requests to it. */
  httpModel: string | undefined;
  /** Sent to it as a bearer token. */
  httpToken: string | undefined;
}

/** No backend can serve. The message names the cure. */
export class NoBackendError extends Error {
  constructor(message: string, options?: ErrorOptions) {
    super(message, options);
    this.name = 'NoBackendError';
  }
}

/**
 * Opens the backend. Runtimes are loaded only when tried, so that one which is not installed does no harm.
 * @throws NoBackendError with the reason of each that was tried
 */
export async function chooseBackend(settings: Partial<BackendSettings>): Promise<Backend> {
  const { backend = 'auto', precision = 'int8', threads = 1, httpUrl } = settings;
  const weights = modelPaths(settings.modelsDir).weights[precision];
  const openers = {
    onnx: async () => {
      needFile(weights, precision);
      return openInThread({ runtime: 'onnx', weights, precision, threads });
    },
    wasm: async () => {
      needFile(weights, precision);
      return openInThread({ runtime: 'wasm', weights, precision, threads });
    },
    http: async () => {
      if (httpUrl === undefined) throw new Error('EMBEDDING_HTTP_URL is not set');
      const { httpModel: model, httpToken: token } = settings;
      return (await import('./http.ts')).openHttp({ url: httpUrl, model, token });
    },
  };

  const reasons: string[] = [];
  const causes: unknown[] = [];
  for (const name of backend === 'auto' ? (['onnx', 'wasm', 'http'] as const) : [backend]) {
    try {
      return await openers[name]();
    } catch (error) {
      reasons.push(`  ${name}: ${error instanceof Error ? error.message : String(error)}`);
      causes.push(error);
    }
  }
  throw new NoBackendError(`No embedding backend can be used:\n${reasons.join('\n')}`, {
    cause: causes.length === 1 ? causes[0] : new AggregateError(causes),
  });
}

function needFile(weights: string, precision: Precision): void {
  if (existsSync(weights)) return;
  const flag = precision === 'int8' ? '' : ` -- --precision ${precision}`;
  throw new Error(`${weights} is missing: run \`npm run model${flag}\``);
}
