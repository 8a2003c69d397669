import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import { formatPercent, formatSigned } from '../../app/format/format-number.js';
import { formatDate } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { HomeAccuracyDocument, type HomeAccuracyQuery } from '../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';

type Found = HomeAccuracyQuery['accuracyOverview'];

export const homeAccuracyQuery = (untilOn: string) =>
  queryOptions({
    queryKey: ['accuracy', 'home', untilOn],
    queryFn: async () => (await request(HomeAccuracyDocument, { untilOn })).accuracyOverview,
  });

const percent = (value: number | null | undefined) =>
  value === null || value === undefined ? '–' : formatPercent(value);

function Warnings({ queues }: { readonly queues: Found['queues'] }) {
  const viewer = useViewer();
  return queues.map(({ queueId, drift }) => {
    const queue = viewer.organisation.queues.find(({ id }) => id === queueId);
    if (!drift || !queue) return null;
    return (
      <li key={queueId}>
        <TriangleAlert size={14} strokeWidth={1.75} aria-hidden />
        <Link to="/demand/accuracy" search={{ queue: queueId }}>
          {local(queue.name)}
        </Link>
        <span>
          {t(drift.direction === 'MORE' ? 'accuracy.driftMore' : 'accuracy.driftFewer', {
            since: formatDate(drift.sinceOn),
            size: formatPercent(Math.abs(drift.size), 0),
          })}
        </span>
      </li>
    );
  });
}

function Figures({ found }: { readonly found: Found }) {
  const { week, queues } = found;
  if (!week) return <p className="y-quiet">{t('accuracy.homeNone')}</p>;
  const { plan } = week.contacts;
  const added = week.naive?.addedDay;
  return (
    <>
      <p>
        <strong>
          {t('accuracy.homeFigure', { error: percent(plan.wapeDay), interval: percent(plan.wapeInterval) })}
        </strong>
      </p>
      {added === null || added === undefined ? null : (
        <p className="y-quiet">{t('accuracy.homeAdded', { points: formatSigned(added * 100, 1) })}</p>
      )}
      <ul className="y-home-drift">
        <Warnings queues={queues} />
      </ul>
    </>
  );
}

/** How last week's forecasts did, all queues together, and which queues drift. */
export function LastWeek({ week }: { readonly week: string }) {
  const accuracy = useQuery(homeAccuracyQuery(week));
  return (
    <section className="y-panel" aria-labelledby="last-week-title">
      <div className="y-panel-head">
        <h2 id="last-week-title">{t('accuracy.homeTitle')}</h2>
        <span className="y-toolbar-fill" />
        <Link to="/demand/accuracy">{t('accuracy.homeOpen')}</Link>
      </div>
      <div className="y-panel-body">
        <QueryState query={accuracy} skeleton={<SkeletonRows rows={2} />}>
          {(found) => <Figures found={found} />}
        </QueryState>
      </div>
    </section>
  );
}
