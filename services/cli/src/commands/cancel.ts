/** `libtrails cancel JOB`. */
import { cancelThroughService, type ServiceFlags } from '../library-service.ts';
import { json } from '../output.ts';

export async function cancel(job: number, flags: ServiceFlags & { json?: boolean }): Promise<void> {
  const cancelled = await cancelThroughService(job, flags);
  console.log(flags.json ? json(cancelled) : `Job ${cancelled.id} is cancelled: ${cancelled.title}`);
}
