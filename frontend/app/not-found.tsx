import Link from 'next/link';
import { Shell } from '../components/shell.tsx';
import * as strings from '../lib/strings.ts';

export default function NotFound() {
  return (
    <Shell>
      <div className="max-w-reading py-10">
        <h1 className="font-serif text-h1 font-semibold">{strings.errors.notFound}</h1>
        <p className="mt-3 text-body text-ink-2">{strings.errors.notFoundText}</p>
        <p className="mt-6 flex flex-wrap gap-4">
          <Link href="/" prefetch={false} className="button button-primary">
            {strings.errors.home}
          </Link>
          <Link href="/books" prefetch={false} className="button">
            {strings.search.allBooks}
          </Link>
        </p>
      </div>
    </Shell>
  );
}
