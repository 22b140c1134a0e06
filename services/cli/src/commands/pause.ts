/** `libtrails pause` and `libtrails resume`. */
import { pauseThroughService, resumeThroughService, type ServiceFlags } from '../library-service.ts';
import { json } from '../output.ts';

export async function pause(flags: ServiceFlags & { json?: boolean }): Promise<void> {
  const state = await pauseThroughService(flags);
  console.log(flags.json ? json(state) : 'Indexing is paused; "libtrails resume" continues it');
}

export async function resume(flags: ServiceFlags & { json?: boolean }): Promise<void> {
  const state = await resumeThroughService(flags);
  console.log(flags.json ? json(state) : 'Indexing continues');
}
