import type { Metadata } from 'next';
import { DomainList } from '../../../components/themes/domain-list.tsx';
import { PageHead } from '../../../components/ui/page-head.tsx';
import { StateView } from '../../../components/ui/state-view.tsx';
import * as strings from '../../../lib/browse/browse-strings.ts';
import { listDomains } from '../../../lib/upstream/library.ts';

export const metadata: Metadata = { title: strings.domains.title };

export default async function DomainsPage() {
  const outcome = await listDomains();
  if (!outcome.ok) return <StateView problem={outcome.problem} heading="h1" />;
  const { domains } = outcome.value;
  return (
    <>
      <PageHead title={strings.domains.title}>{strings.domains.intro}</PageHead>
      {domains.length === 0 ? <p className="text-body text-ink-2">{strings.domains.none}</p> : null}
      <div className="domain-columns">
        <DomainList domains={domains} />
      </div>
    </>
  );
}
