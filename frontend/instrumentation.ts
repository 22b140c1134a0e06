/** Next calls this once, before it serves (nextjs.org/docs, "Instrumentation"). */
export async function register(): Promise<void> {
  if (process.env.NEXT_RUNTIME !== 'nodejs') return;
  const { leaveConnections } = await import('./lib/leave-connections.ts');
  leaveConnections(process);
}
