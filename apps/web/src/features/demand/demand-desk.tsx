import { lazy, Suspense, useMemo, useRef, type KeyboardEvent } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { Chip } from '../../ui/chip.js';
import { SkeletonRows } from '../../ui/states.js';
import { Tabs } from '../../ui/tabs.js';
import { AccuracyPanel } from './accuracy-panel.js';
import { ChartRoom } from './chart/chart-room.js';
import { StepButtons } from './chart/chart-bar.js';
import { DemandTable } from './demand-table.js';
import { DemandChoices } from './demand-toolbar.js';
import { DemandTotals } from './demand-totals.js';
import { alignDemand, type AlignedDemand, type DemandView } from './demand.model.js';
import { EventPanel } from './event-panel.js';
import { LayerForm } from './layers/layer-form.js';
import { LayerList } from './layers/layer-list.js';
import { ReasonLine } from './layers/reason-line.js';
import { useDesk, type Desk } from './layers/use-desk.js';
import { RestOfDayNote } from './rest-of-day/rest-of-day-note.js';
import { NO_SERIES, useRestOfDay } from './rest-of-day/use-rest-of-day.js';
import type { DemandQueue, Shown } from './use-shown.js';

/** With its own virtual scrolling; the chart, which comes first, does without. */
const DemandGrid = lazy(() => import('./grid/demand-grid.js').then((it) => ({ default: it.DemandGrid })));

export interface DemandDeskProps {
  readonly view: DemandView;
  readonly shown: Shown;
  readonly queue: DemandQueue;
}

function EditsTab({ view, desk }: { readonly view: DemandView; readonly desk: Desk | null }) {
  if (!desk) return <p className="y-quiet">{t('demand.noForecast')}</p>;
  return (
    <div className="y-edit-panel">
      {desk.mayEdit ? <LayerForm view={view} desk={desk} /> : null}
      <LayerList view={view} desk={desk} />
    </div>
  );
}

function Side({ view, queue, desk }: Pick<DemandDeskProps, 'view' | 'queue'> & { readonly desk: Desk | null }) {
  const count = view.edits.filter(({ undone }) => !undone).length;
  return (
    <aside className="y-panel y-demand-side" aria-label={t('demand.side')}>
      <Tabs
        label={t('demand.side')}
        items={[
          { id: 'edits', title: t('demand.edits'), count, panel: <EditsTab view={view} desk={desk} /> },
          {
            id: 'accuracy',
            title: t('demand.accuracy'),
            panel: <AccuracyPanel view={view} queueId={queue.id} zone={queue.zone} />,
          },
          {
            id: 'events',
            title: t('demand.events'),
            count: view.events.length,
            panel: <EventPanel view={view} queue={queue} />,
          },
        ]}
      />
    </aside>
  );
}

function Head({ view, queue, shown, aligned }: DemandDeskProps & { readonly aligned: AlignedDemand }) {
  return (
    <div className="y-panel-head">
      <h2 id="demand-title">{local(queue.name)}</h2>
      <span className="y-quiet">{t('demand.unit', { minutes: aligned.stepMinutes })}</span>
      {view.forecast ? (
        <Chip tone="accent">{t('demand.forecastVersion', { version: view.forecast.version })}</Chip>
      ) : (
        <Chip>{t('demand.noForecast')}</Chip>
      )}
      <DemandChoices shown={shown} />
    </div>
  );
}

/** The forecast with the draft on top, for what sums and lists it. */
function withDraft(aligned: AlignedDemand, desk: Desk | null): AlignedDemand {
  if (!desk || (desk.draft.length === 0 && !desk.sending)) return aligned;
  const { contacts, averageHandleSeconds } = desk.now;
  const known = (value: number | undefined) => (value === undefined || Number.isNaN(value) ? null : value);
  return {
    ...aligned,
    forecast: aligned.forecast.map((_, index) => known(contacts[index])),
    handleSeconds: aligned.handleSeconds.map((value, index) =>
      aligned.actual[index] === null ? known(averageHandleSeconds[index]) : value,
    ),
  };
}

function isTyping(target: EventTarget): boolean {
  return target instanceof HTMLElement && target.matches('input, textarea');
}

/** Ctrl+Z and Ctrl+Shift+Z (or Ctrl+Y) anywhere on the desk but in a text being written. */
function stepKeys(desk: Desk | null) {
  return (event: KeyboardEvent) => {
    if (!desk?.mayEdit || !(event.ctrlKey || event.metaKey) || isTyping(event.target)) return;
    const key = event.key.toLowerCase();
    if (key !== 'z' && key !== 'y') return;
    event.preventDefault();
    if (key === 'y' || event.shiftKey) desk.redo();
    else desk.undo();
  };
}

/** One queue's demand: looked at as a chart, typed into as a grid, read as a table; edited in all but the last. */
export function DemandDesk({ view, shown, queue }: DemandDeskProps) {
  const read = useMemo(() => alignDemand(view), [view]);
  const desk = useDesk({ queueId: queue.id, zone: queue.zone, view, measure: shown.measure });
  const rest = useRestOfDay({ queueId: queue.id, aligned: read, zoom: shown.zoom });
  const extra = shown.measure === 'contacts' ? rest.series : NO_SERIES;
  const reason = useRef<HTMLInputElement>(null);
  const main = useRef<HTMLElement>(null);
  const aligned = useMemo(() => withDraft(read, desk), [read, desk?.now, desk?.sending]);
  const toReason = () => reason.current?.focus();
  const back = () => main.current?.querySelector<HTMLElement>('[role="application"], [role="grid"]')?.focus();
  return (
    <div className="y-demand" onKeyDown={stepKeys(desk)}>
      <section ref={main} className="y-panel y-demand-main" aria-labelledby="demand-title">
        <Head view={view} queue={queue} shown={shown} aligned={read} />
        <DemandTotals aligned={aligned} totals={view.forecastTotals} />
        <RestOfDayNote state={rest} />
        {shown.view === 'table' ? <DemandTable aligned={aligned} zone={queue.zone} zoom={shown.zoom} /> : null}
        {shown.view === 'chart' ? (
          <div className="y-panel-body">
            <ChartRoom {...{ shown, queue, view, desk }} aligned={read} extraSeries={extra} onCommit={toReason} />
          </div>
        ) : null}
        {shown.view === 'grid' ? (
          <div className="y-panel-body">
            {desk ? (
              <>
                {desk.mayEdit ? (
                  <div className="y-chart-bar">
                    <StepButtons desk={desk} />
                  </div>
                ) : null}
                <Suspense fallback={<SkeletonRows rows={12} />}>
                  <DemandGrid desk={desk} onCommit={toReason} />
                </Suspense>
              </>
            ) : (
              <p className="y-quiet">{t('demandEdit.gridNoForecast')}</p>
            )}
          </div>
        ) : null}
      </section>
      <Side view={view} queue={queue} desk={desk} />
      {desk ? <ReasonLine desk={desk} edits={view.edits} inputRef={reason} onDone={back} /> : null}
    </div>
  );
}
