/** Next calls this once, before it serves (nextjs.org/docs, "Instrumentation"). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { leaveConnections } = await import('./lib/server/leave-connections.ts');
  leaveConnections(process);
  const { answerUnknownMethods } = await import('./lib/server/unknown-methods.ts');
  const { nameClients } = await import('./lib/server/client-header.ts');
  const { TrustedProxies } = await import('../services/common/src/client-address.ts');
  answerUnknownMethods();
  nameClients(new TrustedProxies(process.env.LIBTRAILS_TRUSTED_PROXIES ?? ''));
}
