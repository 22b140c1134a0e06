import { NotFoundNote } from '../components/shell/not-found.tsx';
import { Shell } from '../components/shell/shell.tsx';

/** For addresses that belong to no page at all. */
export default function NotFound() {
  return (
    <Shell>
      <NotFoundNote />
    </Shell>
  );
}
