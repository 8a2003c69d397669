import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { ListChecks } from 'lucide-react';
import { formatNumber } from '../../app/format/format-number.js';
import { formatDateTime } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { jobKind, JobProgress, JobStateChip } from '../../app/jobs/job-card.js';
import { isFinal, useCancelJob, useJob, type Job } from '../../app/jobs/use-job.js';
import { homeSite, useViewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { request } from '../../graphql/client.js';
import { JobsDocument } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { PopoverTrigger } from '../../ui/dialog.js';
import { EmptyState, QueryState, SkeletonRows } from '../../ui/states.js';
import { Table, type Column } from '../../ui/table.js';

const PAGE = 20;

function useJobs() {
  return useInfiniteQuery({
    queryKey: ['jobs'],
    queryFn: async ({ pageParam }) => (await request(JobsDocument, { first: PAGE, after: pageParam })).jobs,
    initialPageParam: null as string | null,
    getNextPageParam: ({ pageInfo }) => (pageInfo.hasNextPage ? pageInfo.endCursor : undefined),
    refetchInterval: 10_000,
  });
}

/** Follows a job that still runs; the list itself is read anew only every ten seconds. */
function LiveState({ job }: { readonly job: Job }) {
  const live = useJob(job.id) ?? job;
  const cancel = useCancelJob();
  return (
    <span className="y-job-live">
      <JobStateChip job={live} />
      {isFinal(live) ? null : <JobProgress job={live} />}
      {!isFinal(live) && live.mayStop ? <Button onPress={() => cancel.mutate(job.id)}>{t('jobs.stop')}</Button> : null}
    </span>
  );
}

function Details({ job }: { readonly job: Job }) {
  const facts = [
    [t('jobs.inputHash'), job.inputHash],
    [t('jobs.codeVersion'), job.codeVersion],
    [t('jobs.seed'), String(job.seed)],
    [t('jobs.attempts'), String(job.attempts)],
    ...(job.errorCode ? [[t('jobs.error'), job.errorCode]] : []),
    ...(job.correlationId ? [[t('ui.correlationId'), job.correlationId]] : []),
  ];
  return (
    <PopoverTrigger label={t('jobs.details')} trigger={<Button kind="quiet">{t('jobs.details')}</Button>}>
      <dl className="y-facts">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>
              <code>{value}</code>
            </dd>
          </div>
        ))}
      </dl>
    </PopoverTrigger>
  );
}

function took({ startedAt, finishedAt }: Job): string {
  if (!startedAt || !finishedAt) return '–';
  const seconds = (Date.parse(finishedAt) - Date.parse(startedAt)) / 1000;
  return t('jobs.seconds', { seconds: formatNumber(seconds, seconds < 10 ? 1 : 0) });
}

function columns(zone: string): readonly Column<Job>[] {
  return [
    { id: 'kind', title: t('jobs.kind'), cell: (job) => jobKind(job) },
    {
      id: 'state',
      title: t('jobs.state'),
      cell: (job) => (isFinal(job) ? <JobStateChip job={job} /> : <LiveState job={job} />),
    },
    { id: 'by', title: t('jobs.by'), cell: (job) => job.requestedBy },
    { id: 'created', title: t('jobs.created'), cell: (job) => formatDateTime(job.createdAt, zone) },
    { id: 'took', title: t('jobs.took'), cell: took, numeric: true },
    {
      id: 'details',
      title: <span className="y-hidden">{t('jobs.details')}</span>,
      cell: (job) => <Details job={job} />,
    },
  ];
}

/** Running and past jobs with what they were made from; leaving a page never stops one. */
export function JobsScreen() {
  const { zone } = homeSite(useViewer());
  const jobs = useJobs();
  return (
    <Page title={t('jobs.title')}>
      <QueryState query={jobs} skeleton={<SkeletonRows rows={8} height={28} />}>
        {({ pages }) => {
          const found = pages.flatMap(({ edges }) => edges.map(({ node }) => node));
          return found.length ? (
            <div className="y-panel">
              <Table caption={t('jobs.title')} columns={columns(zone)} rows={found} rowKey={({ id }) => id} />
              {jobs.hasNextPage ? (
                <div className="y-panel-body">
                  <Button onPress={() => void jobs.fetchNextPage()}>{t('jobs.more')}</Button>
                </div>
              ) : null}
            </div>
          ) : (
            <EmptyState
              icon={<ListChecks size={24} strokeWidth={1.75} aria-hidden />}
              title={t('jobs.nothing')}
              text={t('jobs.nothingText')}
              action={
                <Link to="/demand" className="y-button y-button-primary">
                  {t('jobs.toDemand')}
                </Link>
              }
            />
          );
        }}
      </QueryState>
    </Page>
  );
}
