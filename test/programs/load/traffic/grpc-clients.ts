/** Programs that each hold a connection of their own and wait for an answer before they ask again, over gRPC. */
import { type Latency, summarize } from '../report/percentiles.ts';
import { grpcSender } from './grpc-sender.ts';
import type { GrpcCall } from './mix.ts';
import type { Fate } from './outcome.ts';

export interface GrpcLoop {
  connections: number;
  requests: number;
  fates: Record<Fate, number>;
  seconds: number;
  /** Of what was answered. */
  latency: Latency;
  refusal: Latency;
  /** Why calls failed, and how often. */
  reasons: Record<string, number>;
}

/** All clients connect at one moment; each call of `nextCall` is sent once, `requests` in all. */
export async function grpcClients(
  address: string,
  { connections, requests, nextCall }: { connections: number; requests: number; nextCall: () => GrpcCall },
): Promise<GrpcLoop> {
  const fates: GrpcLoop['fates'] = { ok: 0, degraded: 0, refused: 0, failed: 0 };
  const [answered, refused]: [number[], number[]] = [[], []];
  const reasons: Record<string, number> = {};
  const began = performance.now();
  let left = requests;
  const client = async () => {
    const sender = grpcSender(address);
    while (left > 0) {
      left -= 1;
      const from = performance.now();
      const { fate, reason } = await sender.send(nextCall());
      const took = performance.now() - from;
      fates[fate] += 1;
      if (fate === 'ok' || fate === 'degraded') answered.push(took);
      if (fate === 'refused') refused.push(took);
      if (reason !== '') reasons[reason] = (reasons[reason] ?? 0) + 1;
    }
    sender.close();
  };
  await Promise.all(Array.from({ length: connections }, client));
  return {
    connections,
    requests,
    fates,
    seconds: (performance.now() - began) / 1_000,
    latency: summarize(answered),
    refusal: summarize(refused),
    reasons,
  };
}
