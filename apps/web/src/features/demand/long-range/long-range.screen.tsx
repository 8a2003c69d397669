import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { ChartLine, Download, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatNumber, formatPercent, formatSignedPercent } from '../../../app/format/format-number.js';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { saveFile } from '../../../app/save-file.js';
import { can, homeSite, useViewer } from '../../../app/session.js';
import { Page } from '../../../app/shell/page.js';
import { thisWeek } from '../../../app/shell/week-stepper.js';
import { Button, Segmented } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Select } from '../../../ui/fields.js';
import { EmptyState, QueryState, SkeletonBlock, SkeletonRows } from '../../../ui/states.js';
import { DemandTabs } from '../demand-tabs.js';
import { GrowthPanel } from './growth-panel.js';
import { LongRangeChart, PartsChart } from './long-range-chart.js';
import {
  alignWeeks,
  csvOf,
  nextMonday,
  yearAhead,
  type LongRangeSeries,
  type LongRangeView,
} from './long-range.model.js';
import { longRangeQuery } from './long-range.queries.js';
import { LONG_RANGE_VIEWS, type LongRangeSearch, type LongRangeShape } from './long-range.search.js';
import { RunDialog } from './run-dialog.js';
import { WeeksTable } from './weeks-table.js';
import '../demand.css';
import './long-range.css';

const ALL = 'all';

/** What is shown, from the address and its defaults. */
function useShown() {
  const viewer = useViewer();
  const search = useSearch({ from: '/signed-in/demand/long-range' });
  const navigate = useNavigate();
  const queues = [...viewer.organisation.queues].sort((a, b) => a.position - b.position);
  const named = queues.find(({ id }) => id === search.queue);
  const queue = search.all ? null : (named ?? queues[0] ?? null);
  const site = homeSite(viewer);
  return {
    viewer,
    queues,
    queue,
    shape: search.shape ?? 'chart',
    /** Weeks start on Mondays whatever day the site's do, so that years can be compared. */
    fromOn: nextMonday(thisWeek(site.zone, 1)),
    show: (next: LongRangeSearch) => void navigate({ to: '/demand/long-range', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

function Toolbar({ shown, onRun }: { readonly shown: Shown; readonly onRun: () => void }) {
  const { queues, queue, shape, show, viewer } = shown;
  return (
    <>
      <div className="y-queue-picker">
        <Select
          label={t('demand.queue')}
          hideLabel
          value={queue?.id ?? ALL}
          options={[
            { id: ALL, text: t('longRange.allQueues') },
            ...queues.map(({ id, name, channel }) => ({
              id,
              text: local(name),
              detail: t(`demand.channel${channel}`),
            })),
          ]}
          onChange={(id) => show(id === ALL ? { all: true } : { queue: id, all: undefined })}
        />
      </div>
      <Segmented<LongRangeShape>
        label={t('longRange.shape')}
        value={shape}
        options={LONG_RANGE_VIEWS.map((value) => ({ value, text: t(`longRange.shape${value}`) }))}
        onChange={(next) => show({ shape: next })}
      />
      <span className="y-toolbar-fill" />
      {can(viewer, 'forecast.run') ? (
        <Button kind="primary" icon={<Play size={14} strokeWidth={1.75} aria-hidden />} onPress={onRun}>
          {t('longRange.run')}
        </Button>
      ) : null}
    </>
  );
}

/** What the forecast knows, in a sentence each: no year seen is never left unsaid. */
function Honesty({ series }: { readonly series: LongRangeSeries }) {
  const year = yearAhead(series);
  const width = series.contacts.length > 0 ? widthAt(series, series.contacts.length - 1) : 0;
  return (
    <ul className="y-honesty">
      <li data-tone={series.yearlyTerms === 'NONE' ? 'prefer' : undefined}>
        {t(`longRange.yearly${series.yearlyTerms}`, { weeks: series.historyWeeks })}
      </li>
      <li>
        {t('longRange.widths', {
          first: formatPercent(widthAt(series, 0), 0),
          last: formatPercent(width, 0),
          weeks: series.contacts.length,
        })}
      </li>
      {year ? (
        <li>
          {t('longRange.year', { contacts: formatNumber(year.contacts) })}
          {year.change === null ? '' : ` ${t('longRange.yearChange', { change: formatSignedPercent(year.change) })}`}
        </li>
      ) : null}
      {series.borrowedDays > 0 ? <li>{t('longRange.borrowed', { days: series.borrowedDays })}</li> : null}
    </ul>
  );
}

/** Half the 80 % band over the forecast. */
function widthAt({ p10, p90, contacts }: LongRangeSeries, week: number): number {
  return contacts[week]! > 0 ? (p90[week]! - p10[week]!) / 2 / contacts[week]! : 0;
}

function Forecast({
  view,
  series,
  shown,
}: {
  readonly view: LongRangeView;
  readonly series: LongRangeSeries;
  readonly shown: Shown;
}) {
  const { queue, shape } = shown;
  const fromOn = view.version!.fromOn;
  const aligned = useMemo(() => alignWeeks(series, fromOn), [series, fromOn]);
  const title = queue ? local(queue.name) : t('longRange.allQueues');
  const summary = t('longRange.chartSummary', {
    queue: title,
    weeks: series.contacts.length,
    first: formatNumber(series.contacts[0]!),
    last: formatNumber(series.contacts.at(-1)!),
  });
  return (
    <section className="y-panel y-demand-main" aria-labelledby="long-range-title">
      <div className="y-panel-head">
        <h2 id="long-range-title">{title}</h2>
        <span className="y-quiet">{t('longRange.unit')}</span>
        <Chip tone="accent">{t('longRange.version', { version: view.version!.version })}</Chip>
        <span className="y-quiet">
          {t('longRange.trainedUntil', { on: formatDateWithYear(series.trainedUntilOn) })}
        </span>
        <span className="y-toolbar-fill" />
        <Button
          icon={<Download size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => saveFile(`long-range-${fromOn}.csv`, `\uFEFF${csvOf(series, fromOn)}`)}
        >
          {t('longRange.csv')}
        </Button>
      </div>
      <Honesty series={series} />
      {shape === 'table' ? (
        <WeeksTable series={series} fromOn={fromOn} />
      ) : (
        <div className="y-panel-body">
          {shape === 'chart' ? (
            <LongRangeChart series={series} aligned={aligned} summary={summary} />
          ) : (
            <PartsChart series={series} aligned={aligned} summary={summary} />
          )}
        </div>
      )}
    </section>
  );
}

function NothingYet({ shown, onRun }: { readonly shown: Shown; readonly onRun: () => void }) {
  const { viewer, queues } = shown;
  const mayRun = can(viewer, 'forecast.run') && queues.length > 0;
  return (
    <EmptyState
      icon={<ChartLine size={24} strokeWidth={1.75} aria-hidden />}
      title={t('longRange.empty')}
      text={t(queues.length > 0 ? 'longRange.emptyText' : 'demand.noHistoryText')}
      action={
        mayRun ? (
          <Button kind="primary" onPress={onRun}>
            {t('longRange.run')}
          </Button>
        ) : queues.length === 0 ? (
          <Link to="/import" className="y-button y-button-primary">
            {t('demand.importHistory')}
          </Link>
        ) : null
      }
    />
  );
}

/** Contacts by week over eighteen months and more, what makes them, and the growth planners expect. */
export function LongRangeScreen() {
  const shown = useShown();
  const { queue, fromOn } = shown;
  const [running, setRunning] = useState(false);
  const query = useQuery(longRangeQuery(queue?.id ?? null));
  const run = () => setRunning(true);
  return (
    <Page title={t('app.demand')} tabs={<DemandTabs />} toolbar={<Toolbar shown={shown} onRun={run} />}>
      <QueryState
        query={query}
        skeleton={
          <>
            <SkeletonBlock height={380} />
            <SkeletonRows rows={4} />
          </>
        }
      >
        {(view) => (
          <div className="y-demand">
            {view?.series && view.version ? (
              <Forecast view={view} series={view.series} shown={shown} />
            ) : (
              <NothingYet shown={shown} onRun={run} />
            )}
            {view ? <GrowthPanel rows={view.growth} queueId={queue?.id ?? null} fromOn={fromOn} /> : null}
          </div>
        )}
      </QueryState>
      {running ? <RunDialog fromOn={fromOn} onClose={() => setRunning(false)} /> : null}
    </Page>
  );
}
