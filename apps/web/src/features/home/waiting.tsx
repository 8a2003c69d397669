import { queryOptions, useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { jobKind, JobStateChip } from '../../app/jobs/job-card.js';
import { request } from '../../graphql/client.js';
import { WaitingDocument } from '../../graphql/generated/graphql.js';
import { QueryState, SkeletonRows } from '../../ui/states.js';

export const waitingQuery = queryOptions({
  queryKey: ['waiting'],
  queryFn: () => request(WaitingDocument),
  refetchInterval: 30_000,
});

/** What runs and what waits for an answer. */
export function Waiting({ zone }: { readonly zone: string }) {
  const waiting = useQuery(waitingQuery);
  return (
    <div className="y-home-side">
      <QueryState query={waiting} skeleton={<SkeletonRows rows={4} />}>
        {({ jobs, exchanges, waitingTimeOffCount }) => (
          <>
            <section className="y-panel" aria-labelledby="jobs-title">
              <div className="y-panel-head">
                <h2 id="jobs-title">{t('home.jobs')}</h2>
                <span className="y-toolbar-fill" />
                <Link to="/jobs">{t('home.allJobs')}</Link>
              </div>
              <ul className="y-panel-body y-home-jobs">
                {jobs.edges.map(({ node }) => (
                  <li key={node.id}>
                    <strong>{jobKind(node)}</strong>
                    <JobStateChip job={node} />
                    <span className="y-quiet">{formatDateTime(node.createdAt, zone)}</span>
                  </li>
                ))}
                {jobs.edges.length === 0 ? <li className="y-quiet">{t('home.noJobs')}</li> : null}
              </ul>
            </section>
            <section className="y-panel" aria-labelledby="requests-title">
              <div className="y-panel-head">
                <h2 id="requests-title">{t('home.requests')}</h2>
                <span className="y-toolbar-fill" />
                <Link to="/requests">{t('home.openRequests')}</Link>
              </div>
              <div className="y-panel-body">
                <p>
                  {t('home.requestCount', { count: exchanges.filter(({ state }) => state === 'in-review').length })}
                </p>
                {waitingTimeOffCount > 0 ? (
                  <p>
                    <Link to="/time-off">{t('home.timeOffCount', { count: waitingTimeOffCount })}</Link>
                  </p>
                ) : null}
              </div>
            </section>
          </>
        )}
      </QueryState>
    </div>
  );
}
