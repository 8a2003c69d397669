import { useQuery } from '@tanstack/react-query';
import { BadgeCheck } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { can, useViewer } from '../../../app/session.js';
import type { ForecastVersionsQuery } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { QueryState, SkeletonRows } from '../../../ui/states.js';
import { forecastVersionsQuery, type VersionRange } from './accuracy.queries.js';
import { ApproveDialog } from './approve-dialog.js';
import { CompareVersions } from './compare-versions.js';

type Versions = NonNullable<ForecastVersionsQuery['forecastVersions']>;
type Approved = Versions['approved'][number];

/** Days approved together say so once. */
function approvals(days: readonly Approved[]): Approved[] {
  const seen = new Map<string, Approved>();
  for (const day of days) {
    const key = `${day.approvedAt} ${day.version}`;
    const before = seen.get(key);
    seen.set(key, {
      ...(before ?? day),
      changedSince: day.changedSince || (before?.changedSince ?? false),
      editCount: Math.max(day.editCount, before?.editCount ?? 0),
    });
  }
  return [...seen.values()];
}

function Approvals({ versions, zone }: { readonly versions: Versions; readonly zone: string }) {
  const found = approvals(versions.approved);
  if (found.length === 0) return <p className="y-quiet">{t('accuracy.notApproved')}</p>;
  return (
    <ul>
      {found.map(({ approvedAt, approvedBy, version, editCount, changedSince, note }) => (
        <li key={`${approvedAt} ${version}`}>
          {t('accuracy.approvedBy', {
            by: approvedBy,
            at: formatDateTime(approvedAt, zone),
            version,
            edits: editCount,
          })}{' '}
          {changedSince ? <Chip tone="prefer">{t('accuracy.approvedChanged')}</Chip> : null}
          {note ? <small className="y-quiet"> {note}</small> : null}
        </li>
      ))}
    </ul>
  );
}

/** Which forecast of the days shown counts, what else there is, and what differs. */
export function VersionsPanel({ range, zone }: { readonly range: VersionRange; readonly zone: string }) {
  const viewer = useViewer();
  const versions = useQuery(forecastVersionsQuery(range));
  const [approving, setApproving] = useState(false);
  return (
    <section className="y-report" aria-labelledby="versions-title">
      <h3 id="versions-title">{t('accuracy.versions')}</h3>
      <QueryState query={versions} skeleton={<SkeletonRows rows={2} />}>
        {(found) =>
          found && found.versions.length > 0 ? (
            <>
              <Approvals versions={found} zone={zone} />
              {can(viewer, 'forecast.approve') ? (
                <div>
                  <Button
                    icon={<BadgeCheck size={14} strokeWidth={1.75} aria-hidden />}
                    onPress={() => setApproving(true)}
                  >
                    {t('accuracy.approve')}
                  </Button>
                </div>
              ) : null}
              <CompareVersions key={`${range.queueId} ${range.fromOn}`} range={range} versions={found} zone={zone} />
            </>
          ) : (
            <p className="y-quiet">{t('accuracy.noReport')}</p>
          )
        }
      </QueryState>
      {approving ? <ApproveDialog range={range} onClose={() => setApproving(false)} /> : null}
    </section>
  );
}
