import type { ServiceRow } from '../../lib/status/service-rows.ts';
import * as strings from '../../lib/status/status-strings.ts';
import { Icon, type IconName } from '../ui/icon.tsx';

const LOOKS: Record<ServiceRow['state'], { icon: IconName; colour: string }> = {
  up: { icon: 'check', colour: 'text-ok' },
  down: { icon: 'warn', colour: 'text-bad' },
  mismatch: { icon: 'warn', colour: 'text-warn' },
};

/** The services with their state as icon and word. */
export function ServiceTable({ rows }: { rows: readonly ServiceRow[] }) {
  return (
    <table className="w-full max-w-reading text-start">
      <thead className="sr-only">
        <tr>
          <th>{strings.status.service}</th>
          <th>{strings.status.state}</th>
          <th>{strings.status.details}</th>
        </tr>
      </thead>
      <tbody className="border-t border-line">
        {rows.map(({ name, state, details }) => (
          <tr key={name} className="border-b border-line align-top [&>*]:py-2.5">
            <th scope="row" className="pe-4 text-start font-medium">
              {name}
            </th>
            <td className={`pe-4 ${LOOKS[state].colour}`}>
              <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
                <Icon name={LOOKS[state].icon} className="size-4" />
                {strings.status[state]}
              </span>
            </td>
            <td className="text-end text-meta text-ink-3">
              {details.map((detail) => (
                <span key={detail} className="block">
                  {detail}
                </span>
              ))}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
