/** What every store must do, whatever keeps the books: a second adapter is done when these tests pass on it. */
import { after, before, describe } from 'node:test';
import { readingContract } from './contract-reading.test-support.ts';
import { searchContract } from './contract-search.test-support.ts';
import { ContractShelf, type OpenStore } from './contract-shelf.test-support.ts';
import { writingContract } from './contract-writing.test-support.ts';

/** Runs the contract's tests against the stores that `open` gives. */
export function storeContract(name: string, open: () => Promise<OpenStore>): void {
  describe(`the store contract: ${name}`, () => {
    let opened: OpenStore;
    let shelf: ContractShelf;
    before(async () => {
      opened = await open();
      shelf = await ContractShelf.fill(opened.store);
    });
    after(() => opened.close());

    writingContract(() => shelf, open);
    readingContract(() => shelf);
    searchContract(() => shelf);
  });
}
