/** What is fuzzed: something that takes one input and throws if it did what it must not. */
import type { Random } from './random.ts';

export interface Target {
  /** Takes one input, made from `random` alone. Refusals are right answers; whatever it throws is a finding. */
  run(random: Random): void | Promise<void>;
  close?(): void | Promise<void>;
}

/** Loaded in the thread that runs it. */
export type OpenTarget = () => Target | Promise<Target>;

export interface TargetInfo {
  name: string;
  what: string;
  /** Share of the inputs of a whole run. */
  share: number;
  /** An input that takes longer is a finding, in milliseconds. The machine may be busy: real hangs last for ever. */
  slowMs: number;
}

export const TARGETS: readonly TargetInfo[] = [
  { name: 'query', what: 'readers’ text → MATCH expression → FTS5', share: 40, slowMs: 5_000 },
  { name: 'text', what: 'XHTML → typed blocks', share: 24, slowMs: 5_000 },
  { name: 'txt', what: 'plain text → typed blocks', share: 6, slowMs: 5_000 },
  { name: 'markdown', what: 'Markdown and its front matter → typed blocks', share: 6, slowMs: 5_000 },
  { name: 'html', what: 'HTML → metadata and sections', share: 6, slowMs: 5_000 },
  { name: 'fb2', what: 'FB2 → book', share: 6, slowMs: 5_000 },
  { name: 'mobi', what: 'MOBI and AZW3 → book', share: 6, slowMs: 5_000 },
  { name: 'office', what: 'DOCX and ODT → typed blocks', share: 6, slowMs: 5_000 },
  { name: 'pdf', what: 'PDF → book', share: 2, slowMs: 20_000 },
  { name: 'package', what: 'OPF, container, NCX → metadata', share: 24, slowMs: 5_000 },
  { name: 'archive', what: 'EPUB file → book', share: 8, slowMs: 10_000 },
  { name: 'growth', what: 'every reader, with inputs that double', share: 0.2, slowMs: 120_000 },
  { name: 'http', what: 'HTTP, by the OpenAPI document', share: 2, slowMs: 15_000 },
  { name: 'grpc', what: 'gRPC messages, well-formed and not', share: 2, slowMs: 15_000 },
];
