import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { RotateCw, Target } from 'lucide-react';
import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { JobCard } from '../../../app/jobs/job-card.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { thisWeek } from '../../../app/shell/week-stepper.js';
import { Button, Segmented } from '../../../ui/button.js';
import { Select } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonBlock, SkeletonRows } from '../../../ui/states.js';
import { showToast } from '../../../ui/toast.js';
import { DemandTabs } from '../demand-tabs.js';
import { accuracyOverviewQuery, queueAccuracyQuery, useScored, useScoreForecasts } from './accuracy.queries.js';
import { AccuracyOverview } from './accuracy-overview.js';
import { ACCURACY_WEEKS, type AccuracySearch } from './accuracy.search.js';
import { QueueAccuracyView } from './queue-accuracy.js';
import './accuracy.css';

const ALL = 'all';
/** Long enough for the trend. */
const SCORED_DAYS = 91;

function useShown() {
  const viewer = useViewer();
  const { zone, weekStart } = homeSite(viewer);
  const search = useSearch({ from: '/signed-in/demand/accuracy' });
  const navigate = useNavigate();
  const week = thisWeek(zone, weekStart);
  const weeks = search.weeks ?? 4;
  return {
    viewer,
    queues: [...viewer.organisation.queues].sort((a, b) => a.position - b.position),
    queue: viewer.organisation.queues.find(({ id }) => id === search.queue),
    weeks,
    week,
    fromOn: addDays(week, -7 * weeks),
    // The week under way is shown for one queue: its days are there as they arrive.
    untilOn: addDays(week, 7),
    show: (next: AccuracySearch) => void navigate({ to: '/demand/accuracy', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

function Toolbar({ shown, onScore }: { readonly shown: Shown; readonly onScore: () => void }) {
  const { viewer, queues, queue, weeks, show } = shown;
  return (
    <>
      <div className="y-queue-picker">
        <Select
          label={t('accuracy.queue')}
          hideLabel
          value={queue?.id ?? ALL}
          options={[
            { id: ALL, text: t('accuracy.allQueues') },
            ...queues.map(({ id, name }) => ({ id, text: local(name) })),
          ]}
          onChange={(id) => show({ queue: id === ALL ? undefined : id })}
        />
      </div>
      {queue ? (
        <Segmented
          label={t('accuracy.stretch')}
          value={`${weeks}`}
          options={ACCURACY_WEEKS.map((count) => ({
            value: `${count}` as const,
            text: t('accuracy.weeks', { count }),
          }))}
          onChange={(next) => show({ weeks: ACCURACY_WEEKS.find((count) => `${count}` === next) })}
        />
      ) : null}
      <span className="y-toolbar-fill" />
      {can(viewer, 'forecast.run') ? (
        <Button icon={<RotateCw size={14} strokeWidth={1.75} aria-hidden />} onPress={onScore}>
          {t('accuracy.score')}
        </Button>
      ) : null}
    </>
  );
}

function Nothing({ shown }: { readonly shown: Shown }) {
  return (
    <EmptyState
      icon={<Target size={24} strokeWidth={1.75} aria-hidden />}
      title={t('accuracy.nothing')}
      text={t('accuracy.nothingText')}
      action={
        <Link to="/demand" search={shown.queue ? { queue: shown.queue.id } : {}} className="y-button y-button-primary">
          {t('accuracy.toForecast')}
        </Link>
      }
    />
  );
}

function AllQueues({ shown }: { readonly shown: Shown }) {
  const overview = useQuery(accuracyOverviewQuery(shown.week));
  return (
    <QueryState query={overview} skeleton={<SkeletonRows rows={6} height={32} />}>
      {(found) => (
        <>
          {found.waitingDays > 0 ? (
            <p className="y-quiet">{t('accuracy.waiting', { count: found.waitingDays })}</p>
          ) : null}
          {found.queues.every(({ weeks, week }) => !week && weeks.every(({ figures }) => !figures)) ? (
            <Nothing shown={shown} />
          ) : (
            <AccuracyOverview overview={found} queues={shown.queues} />
          )}
        </>
      )}
    </QueryState>
  );
}

function OneQueue({ shown, queue }: { readonly shown: Shown; readonly queue: NonNullable<Shown['queue']> }) {
  const detail = useQuery(queueAccuracyQuery(queue.id, shown.fromOn, shown.untilOn));
  return (
    <QueryState query={detail} skeleton={<SkeletonBlock height={320} />}>
      {(found) =>
        found?.accuracy ? (
          <QueueAccuracyView detail={found} accuracy={found.accuracy} queue={queue} />
        ) : (
          <Nothing shown={shown} />
        )
      }
    </QueryState>
  );
}

/** How forecasts did against what came: all queues beside each other, or one of them in full. */
export function AccuracyScreen() {
  const shown = useShown();
  const [jobId, setJobId] = useState<string>();
  const score = useScoreForecasts();
  const refresh = useScored();
  const onScore = () =>
    score.mutate(
      { fromOn: addDays(shown.untilOn, -SCORED_DAYS), days: SCORED_DAYS },
      {
        onSuccess: (result) =>
          result.__typename === 'JobStarted'
            ? setJobId(result.job.id)
            : showToast({ text: t('accuracy.nothingToScore') }),
        onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
      },
    );
  return (
    <Page title={t('app.demand')} tabs={<DemandTabs />} toolbar={<Toolbar shown={shown} onScore={onScore} />}>
      {jobId ? <JobCard id={jobId} onFinished={() => void refresh()} /> : null}
      {shown.queue ? <OneQueue shown={shown} queue={shown.queue} /> : <AllQueues shown={shown} />}
    </Page>
  );
}
