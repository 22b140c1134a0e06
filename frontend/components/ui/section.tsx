import type { ReactNode } from 'react';

/** A part of a page under its own heading. */
export function Section({ id, title, children }: { id: string; title: string; children: ReactNode }) {
  return (
    <section aria-labelledby={id}>
      <h2 id={id} className="section-heading">
        {title}
      </h2>
      {children}
    </section>
  );
}
