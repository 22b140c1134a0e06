/** The compose stack as a user runs it, under a project of its own, on free ports and with an empty folder of books. */
import { execFileSync } from 'node:child_process';
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { freePort } from '../infra/stack/health.ts';
import { root } from '../infra/stack/processes.ts';

export interface ComposeStackOptions {
  /** Name of the compose project, and of its volumes. */
  project: string;
  /** Address of this machine that Caddy's ports are published on; loopback if not given. */
  address?: string;
  env?: Readonly<Record<string, string>>;
  /** Files of compose beside docker-compose.yml, relative to the repository. */
  files?: readonly string[];
}

/** Ports on this machine. All but Caddy's are published on loopback. */
interface Ports {
  http: number;
  https: number;
  embedding: number;
  retrievalGrpc: number;
  retrievalHttp: number;
}

const MOST_OUTPUT = 64 * 1024 * 1024;

export class ComposeStack {
  readonly ports: Ports;
  /** What Caddy serves. */
  readonly url: string;
  readonly #project: string;
  /** Folder of EPUB files, empty at first. */
  readonly books: string;
  readonly #env: NodeJS.ProcessEnv;
  readonly #files: readonly string[];

  private constructor(
    { project, address = '127.0.0.1', env, files = [] }: ComposeStackOptions,
    ports: Ports,
  ) {
    this.ports = ports;
    this.url = `http://${address}:${ports.http}`;
    this.#project = project;
    this.#files = ['docker-compose.yml', ...files].flatMap((file) => ['-f', file]);
    this.books = mkdtempSync(join(tmpdir(), 'libtrails-books-'));
    // The indexer's user reads it, as it must be able to read a real ./books.
    chmodSync(this.books, 0o755);
    this.#env = {
      ...process.env,
      LIBTRAILS_BIND: address,
      LIBTRAILS_HTTP_PORT: String(ports.http),
      LIBTRAILS_HTTPS_PORT: String(ports.https),
      EMBEDDING_PORT: String(ports.embedding),
      RETRIEVAL_GRPC_PORT: String(ports.retrievalGrpc),
      RETRIEVAL_HTTP_PORT: String(ports.retrievalHttp),
      LIBTRAILS_BOOKS: this.books,
      ...env,
    };
  }

  /** Finds free ports; nothing runs yet. */
  static async prepare(options: ComposeStackOptions): Promise<ComposeStack> {
    return new ComposeStack(options, {
      http: await freePort(),
      https: await freePort(),
      embedding: await freePort(),
      retrievalGrpc: await freePort(),
      retrievalHttp: await freePort(),
    });
  }

  /** Builds the images and starts all from nothing; every container is healthy afterwards. */
  up(): void {
    this.#wipe();
    this.compose('up', '--detach', '--build', '--wait', '--wait-timeout', '300');
  }

  /** Takes away everything that was made, the volumes included. */
  down(): void {
    this.#wipe();
    rmSync(this.books, { recursive: true, force: true });
  }

  /** `docker compose ...` on this stack. @throws if it fails */
  compose(...args: string[]): string {
    return execFileSync('docker', ['compose', ...this.#files, '-p', this.#project, ...args], {
      cwd: root,
      env: this.#env,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'inherit'],
      maxBuffer: MOST_OUTPUT,
    });
  }

  #wipe(): void {
    this.compose('down', '--volumes', '--remove-orphans');
  }
}
