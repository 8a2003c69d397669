import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { ChartLine, Play } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatDate, formatDateRange, formatDateWithYear } from '../../app/format/format-time.js';
import { local, t } from '../../app/i18n/t.js';
import { can, homeSite, useViewer, type Viewer } from '../../app/session.js';
import { Page } from '../../app/shell/page.js';
import { thisWeek } from '../../app/shell/week-stepper.js';
import { Button, Segmented } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Select } from '../../ui/fields.js';
import { Stepper } from '../../ui/stepper.js';
import { EmptyState, QueryState, SkeletonBlock, SkeletonRows } from '../../ui/states.js';
import { Tabs } from '../../ui/tabs.js';
import type { ChartRange } from '../../ui/time-chart.js';
import { AccuracyPanel } from './accuracy-panel.js';
import { DemandChart } from './demand-chart.js';
import { DemandTable } from './demand-table.js';
import { DemandTabs } from './demand-tabs.js';
import { DemandTotals } from './demand-totals.js';
import { alignDemand, ZOOM_DAYS, type AlignedDemand, type DemandView, type Zoom } from './demand.model.js';
import { demandQuery } from './demand.queries.js';
import type { DemandSearch } from './demand.search.js';
import { EditPanel } from './edit-panel.js';
import { EventPanel } from './event-panel.js';
import { ForecastDialog } from './forecast-dialog.js';
import './demand.css';

type Queue = Viewer['organisation']['queues'][number];

/** What is shown, from the address and its defaults. */
function useShown() {
  const viewer = useViewer();
  const search = useSearch({ from: '/signed-in/demand' });
  const navigate = useNavigate();
  const queues = [...viewer.organisation.queues].sort((a, b) => a.position - b.position);
  const queue = queues.find(({ id }) => id === search.queue) ?? queues[0];
  const site = viewer.organisation.sites.find(({ id }) => id === queue?.siteId) ?? homeSite(viewer);
  const week = thisWeek(queue?.zone ?? site.zone, site.weekStart);
  return {
    viewer,
    queues,
    queue,
    week,
    from: search.from ?? week,
    zoom: search.zoom ?? ('week' as Zoom),
    view: search.view ?? ('chart' as const),
    show: (next: DemandSearch) => void navigate({ to: '/demand', search: { ...search, ...next } }),
  };
}

type Shown = ReturnType<typeof useShown>;

function Toolbar({ shown, onForecast }: { readonly shown: Shown; readonly onForecast: () => void }) {
  const { queues, queue, zoom, view, from, show, viewer } = shown;
  const days = ZOOM_DAYS[zoom];
  return (
    <>
      <div className="y-queue-picker">
        <Select
          label={t('demand.queue')}
          hideLabel
          value={queue?.id ?? null}
          options={queues.map(({ id, name, channel }) => ({
            id,
            text: local(name),
            detail: t(`demand.channel${channel}`),
          }))}
          onChange={(id) => show({ queue: id })}
        />
      </div>
      <Segmented<Zoom>
        label={t('demand.zoom')}
        value={zoom}
        options={[
          { value: 'day', text: t('demand.zoomday') },
          { value: 'week', text: t('demand.zoomweek') },
          { value: 'weeks4', text: t('demand.zoomweeks4') },
        ]}
        onChange={(next) => show({ zoom: next })}
      />
      <Stepper
        text={days === 1 ? formatDate(from) : formatDateRange(from, addDays(from, days - 1))}
        previous={t('demand.earlier')}
        next={t('demand.later')}
        onStep={(direction) => show({ from: addDays(from, direction * Math.min(days, 7)) })}
      />
      <span className="y-toolbar-fill" />
      <Segmented<'chart' | 'table'>
        label={t('demand.view')}
        value={view}
        options={[
          { value: 'chart', text: t('demand.viewchart') },
          { value: 'table', text: t('demand.viewtable') },
        ]}
        onChange={(next) => show({ view: next })}
      />
      {can(viewer, 'forecast.run') ? (
        <Button kind="primary" icon={<Play size={14} strokeWidth={1.75} aria-hidden />} onPress={onForecast}>
          {t('demand.startForecast')}
        </Button>
      ) : null}
    </>
  );
}

interface ChartPanelProps {
  readonly data: DemandView;
  readonly shown: Shown;
  readonly queue: Queue;
  readonly range: ChartRange | undefined;
  readonly onRange: (range: ChartRange | undefined) => void;
}

function Side({
  data,
  queue,
  aligned,
  range,
  onRange,
}: Omit<ChartPanelProps, 'shown'> & { readonly aligned: AlignedDemand }) {
  const { zone } = queue;
  return (
    <aside className="y-panel y-demand-side" aria-label={t('demand.side')}>
      <Tabs
        label={t('demand.side')}
        items={[
          {
            id: 'edits',
            title: t('demand.edits'),
            count: data.edits.filter(({ undone }) => !undone).length,
            panel: (
              <EditPanel queueId={queue.id} view={data} aligned={aligned} zone={zone} range={range} onRange={onRange} />
            ),
          },
          {
            id: 'accuracy',
            title: t('demand.accuracy'),
            panel: <AccuracyPanel forecast={data.forecast} zone={zone} />,
          },
          { id: 'events', title: t('demand.events'), count: data.events.length, panel: <EventPanel view={data} /> },
        ]}
      />
    </aside>
  );
}

function ChartPanel({ data, shown, queue, range, onRange }: ChartPanelProps) {
  const aligned = useMemo(() => alignDemand(data), [data]);
  const { zoom, view, viewer } = shown;
  const zone = queue.zone;
  const mayEdit = can(viewer, 'demand.edit') && Boolean(data.forecast) && zoom !== 'weeks4';
  return (
    <div className="y-demand">
      <section className="y-panel y-demand-main" aria-labelledby="demand-title">
        <div className="y-panel-head">
          <h2 id="demand-title">{local(queue.name)}</h2>
          <span className="y-quiet">{t('demand.unit', { minutes: aligned.stepMinutes })}</span>
          {data.forecast ? (
            <Chip tone="accent">{t('demand.forecastVersion', { version: data.forecast.version })}</Chip>
          ) : (
            <Chip>{t('demand.noForecast')}</Chip>
          )}
        </div>
        <DemandTotals aligned={aligned} />
        {view === 'chart' ? (
          <div className="y-panel-body">
            <DemandChart
              view={data}
              aligned={aligned}
              zone={zone}
              zoom={zoom}
              selected={range}
              onSelect={mayEdit ? onRange : undefined}
            />
            {mayEdit ? <p className="y-quiet">{t('demand.selectHint')}</p> : null}
          </div>
        ) : (
          <DemandTable aligned={aligned} zone={zone} zoom={zoom} />
        )}
      </section>
      <Side data={data} queue={queue} aligned={aligned} range={range} onRange={onRange} />
    </div>
  );
}

function NothingHere({
  data,
  shown,
  onForecast,
}: {
  readonly data: DemandView | null;
  readonly shown: Shown;
  readonly onForecast: () => void;
}) {
  const icon = <ChartLine size={24} strokeWidth={1.75} aria-hidden />;
  if (!data?.historyFromOn || !data.historyUntilOn) {
    return (
      <EmptyState
        icon={icon}
        title={t('demand.noHistory')}
        text={t('demand.noHistoryText')}
        action={
          <Link to="/import" className="y-button y-button-primary">
            {t('demand.importHistory')}
          </Link>
        }
      />
    );
  }
  return (
    <EmptyState
      icon={icon}
      title={t('demand.nothingInRange')}
      text={t('demand.nothingInRangeText', {
        from: formatDateWithYear(data.historyFromOn),
        until: formatDateWithYear(data.historyUntilOn),
      })}
      action={
        can(shown.viewer, 'forecast.run') ? (
          <Button kind="primary" onPress={onForecast}>
            {t('demand.startForecast')}
          </Button>
        ) : null
      }
    />
  );
}

/** History and forecast of one queue, edits on top, and how good the methods were. */
export function DemandScreen() {
  const shown = useShown();
  const { queue, from, zoom, week } = shown;
  const [range, setRange] = useState<ChartRange>();
  const [asking, setAsking] = useState(false);
  const demand = useQuery(demandQuery(queue, from, zoom));
  const ask = () => setAsking(true);
  if (!queue) {
    return (
      <Page title={t('app.demand')} tabs={<DemandTabs />}>
        <NothingHere data={null} shown={shown} onForecast={ask} />
      </Page>
    );
  }
  return (
    <Page
      title={t('app.demand')}
      tabs={<DemandTabs />}
      zone={queue.zone}
      toolbar={<Toolbar shown={shown} onForecast={ask} />}
    >
      <QueryState
        query={demand}
        skeleton={
          <>
            <SkeletonBlock height={340} />
            <SkeletonRows rows={4} />
          </>
        }
      >
        {(data) =>
          data && (data.forecast ?? data.actualContacts.values.some((value) => value !== null)) ? (
            <ChartPanel data={data} shown={shown} queue={queue} range={range} onRange={setRange} />
          ) : (
            <NothingHere data={data} shown={shown} onForecast={ask} />
          )
        }
      </QueryState>
      {asking ? (
        <ForecastDialog
          isOpen
          onClose={() => setAsking(false)}
          queueId={queue.id}
          weeks={Array.from({ length: 8 }, (_, index) => addDays(week, 7 * index))}
          week={from > week ? from : addDays(week, 7)}
        />
      ) : null}
    </Page>
  );
}
