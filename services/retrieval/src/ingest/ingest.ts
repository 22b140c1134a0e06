/** Use cases of an indexer: what the library holds, finished books in, refused files noted, a new grouping in. */
import { LibTrailsError } from '@libtrails/common/errors';
import type { PutBookRequest__Out as PutBookRequest } from '@libtrails/proto/types/ingest/v1/PutBookRequest';
import type { PutGroupingRequest__Out as PutGroupingRequest } from '@libtrails/proto/types/ingest/v1/PutGroupingRequest';
import type { Source__Out as Source } from '@libtrails/proto/types/ingest/v1/Source';
import type { UpdateMetadataRequest__Out as UpdateMetadataRequest } from '@libtrails/proto/types/ingest/v1/UpdateMetadataRequest';
import { admit } from '../store/admission.ts';
import type { PutOutcome } from '../store/finished-book.ts';
import type { Store } from '../store/store.ts';
import { BookAssembler } from './book-assembler.ts';
import { toCatalogued } from './catalogued.ts';
import { GroupingAssembler } from './grouping-assembler.ts';
import { MAX_LABEL_UNITS, MAX_OPEN_BOOKS, MAX_TEXT_UNITS } from './limits.ts';
import type { Receiver } from './receiver.ts';
import { wrong } from './refusal.ts';
import { toSourceFile } from './source-file.ts';

type IngestStore = Pick<Store, 'sources' | 'write' | 'fingerprint'>;

export class Ingest {
  readonly #store: IngestStore;
  #open = 0;

  constructor(store: IngestStore) {
    this.#store = store;
  }

  /** Every known file, by name: those that became books, and those that were refused. */
  async *sources(): AsyncGenerator<Source> {
    yield* await this.#store.sources.sources();
  }

  /**
   * Begins to receive one book. A book that can't be taken (other fingerprint, same content under another
   * name) is refused as soon as its header is there.
   * @throws LibTrailsError resource_exhausted if too many books are being received
   */
  receiveBook(): Receiver<PutBookRequest, { bookId: number; outcome: PutOutcome; groupingCurrent: boolean }> {
    const release = this.#takeSlot();
    const assembler = new BookAssembler();
    return {
      add: (part) => {
        assembler.add(part);
        return part.part === 'header' ? this.#admit(assembler) : undefined;
      },
      finish: async () => {
        try {
          const { book, transfer } = assembler.finish();
          return await this.#store.write('putBook', book, transfer);
        } finally {
          release();
        }
      },
      abandon: release,
    };
  }

  /** Begins to receive one grouping; takes the place of a book. */
  async receiveGrouping(): Promise<Receiver<PutGroupingRequest, { generation: number }>> {
    const assembler = new GroupingAssembler(await this.#store.sources.highestTopicId());
    const release = this.#takeSlot();
    return {
      add: (part) => assembler.add(part),
      finish: async () => {
        try {
          const { grouping, transfer } = assembler.finish();
          const answer = await this.#store.write('putGrouping', grouping, transfer);
          // A grouping follows the books that were indexed: the moment to tidy the full-text indexes. Nobody
          // waits for it, and it does no harm if it fails.
          this.#store.write('optimise', undefined).catch(() => undefined);
          return answer;
        } finally {
          release();
        }
      },
      abandon: release,
    };
  }

  /** @throws LibTrailsError invalid_argument, too_large; not_found if the source has no book */
  async updateMetadata({ source, metadata, catalogue }: UpdateMetadataRequest): Promise<void> {
    const file = toSourceFile(source);
    const catalogued = toCatalogued(catalogue);
    if (metadata === null || catalogued === undefined) throw wrong('Metadata or catalogue entry are missing');
    if (metadata.title.trim() === '') throw wrong('An empty title came');
    const { authors, subjects, identifiers, description, ...lines } = metadata;
    const texts = [...Object.values(lines).map(String), ...authors, ...subjects, ...identifiers];
    if (texts.some(({ length }) => length > MAX_LABEL_UNITS) || description.length > MAX_TEXT_UNITS) {
      throw new LibTrailsError('too_large', `The metadata of "${file.fileName}" is too long`);
    }
    await this.#store.write('updateMetadata', { source: file, metadata, catalogue: catalogued });
  }

  /** @throws LibTrailsError invalid_argument */
  async refuse(source: Source | null | undefined, code: string, reason: string): Promise<void> {
    if (code === '') throw wrong('The refusal has no code');
    const file = toSourceFile(source);
    await this.#store.write('refuseSource', {
      source: file,
      code,
      reason: reason.slice(0, MAX_LABEL_UNITS),
    });
  }

  /** @throws LibTrailsError not_found */
  async deleteBook(bookId: number): Promise<void> {
    await this.#store.write('deleteBook', bookId);
  }

  /** Asks early what the writer will ask again within its transaction. */
  async #admit({ header }: BookAssembler): Promise<void> {
    if (header === undefined) return;
    const source = toSourceFile(header.source);
    const facts = await this.#store.sources.facts(source.fileName, source.contentHash);
    admit(source, header.fingerprint, { fingerprint: this.#store.fingerprint(), ...facts });
  }

  /** One of the places for things being received; returns what gives it back, once. */
  #takeSlot(): () => void {
    if (this.#open >= MAX_OPEN_BOOKS) {
      throw new LibTrailsError(
        'resource_exhausted',
        `${MAX_OPEN_BOOKS} books are being received already; try again shortly`,
        { retryAfterSeconds: 2 },
      );
    }
    this.#open++;
    let held = true;
    return () => {
      if (held) this.#open--;
      held = false;
    };
  }
}
