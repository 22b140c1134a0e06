import type { Metadata } from 'next';
import { DomainList } from '../../../../components/themes/domain-list.tsx';
import { DomainView } from '../../../../components/themes/domain-view.tsx';
import { StateView } from '../../../../components/ui/state-view.tsx';
import * as strings from '../../../../lib/browse/browse-strings.ts';
import { orNotFound, pathNumber } from '../../../../lib/server/route-params.ts';
import { getDomain, listDomains } from '../../../../lib/upstream/library.ts';

interface Props {
  params: Promise<{ id: string }>;
}

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const outcome = await getDomain(pathNumber((await params).id));
  return { title: outcome.ok ? (outcome.value.domain?.label ?? '') : strings.domains.title };
}

/** The chosen domain beside the list of all, which a phone leaves to the page before. */
export default async function DomainPage({ params }: Props) {
  const id = pathNumber((await params).id);
  const [found, all] = await Promise.all([getDomain(id), listDomains()]);
  const { value, problem } = orNotFound(found);
  if (problem) return <StateView problem={problem} heading="h1" />;
  const { domain, themes, books, distinct } = value;
  if (!domain) return null;
  return (
    <div className="domain-panes">
      <nav aria-label={strings.domains.title} className="domain-pane-list">
        <DomainList domains={all.ok ? all.value.domains : [domain]} current={domain.id} />
      </nav>
      <div className="min-w-0">
        <DomainView domain={domain} themes={themes} books={books} distinct={distinct} />
      </div>
    </div>
  );
}
