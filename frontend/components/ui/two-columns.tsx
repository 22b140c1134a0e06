import type { ReactNode } from 'react';

/** What is read on the left, what leads on at the right; on a phone one after the other. */
export function TwoColumns({ children, side }: { children: ReactNode; side: ReactNode }) {
  return (
    <div className="grid gap-x-14 gap-y-10 lg:grid-cols-[minmax(0,1fr)_20rem]">
      <div className="flex min-w-0 flex-col gap-10">{children}</div>
      <div className="flex min-w-0 flex-col gap-10">{side}</div>
    </div>
  );
}
