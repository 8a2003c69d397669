import { useRef, type KeyboardEvent, type PointerEvent } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { clockLabel, coverageOfQueue, gapTotals, scheduledIn } from '../board/index.js';
import { formatNumber } from '../../../app/format/format-number.js';
import { MenuButton } from '../../../ui/menu.js';
import { CanvasLayer, type Draw } from './canvas-layer.js';
import { useCalmState } from './calm-state.js';
import { useDesk, useDeskState } from './desk-context.js';
import { coverageShown, shown } from './desk-state.js';
import { useCurrentDay } from './use-view.js';
import { useIntervalPointer } from './use-interval-pointer.js';

const LEAST_HEIGHT = 72;
const MOST_HEIGHT = 420;
const KEY_STEP = 24;

interface CoveragePanelProps {
  readonly draw: Draw;
  readonly height: number;
  readonly onHeight: (height: number) => void;
}

/** To roster against scheduled beneath the rows, on the same axis; its height is dragged or set by keys. */
export function CoveragePanel({ draw, height, onHeight }: CoveragePanelProps) {
  const pointer = useIntervalPointer();
  return (
    <section className="b-chart" style={{ height }} aria-label={t('board.coverage')}>
      <Splitter height={height} onHeight={onHeight} />
      <div className="b-legend">
        <QueuePicker />
        <span className="b-key b-key-roster">{t('board.toRoster')}</span>
        <span className="b-key b-key-scheduled">{t('board.scheduled')}</span>
        <span className="b-key b-key-short">{t('board.short')}</span>
        <span className="b-key b-key-over">{t('board.over')}</span>
      </div>
      <div className="b-chart-canvas" {...pointer}>
        <CanvasLayer className="b-fill" draw={draw} follows="sideways" shows={coverageShown} />
        <p className="b-hidden">
          <ChartSummary />
        </p>
      </div>
    </section>
  );
}

const ALL_QUEUES = 'all';

/** All queues or one, for the chart and the gap row. */
function QueuePicker() {
  const { queueId, showQueue } = useDesk();
  const queues = useDeskState((state) => state.coverage.queues);
  if (queues.length < 2) return <strong>{t('board.agentsAllQueues')}</strong>;
  const picked = queues.find((queue) => queue.queueId === queueId);
  return (
    <MenuButton
      label={t('board.queue')}
      items={[
        { id: ALL_QUEUES, text: t('board.allQueues') },
        ...queues.map((queue) => ({ id: queue.queueId, text: local(queue.title) })),
      ]}
      selected={picked?.queueId ?? ALL_QUEUES}
      onAction={(id) => showQueue(id === ALL_QUEUES ? undefined : id)}
    >
      {picked ? local(picked.title) : t('board.allQueues')}
    </MenuButton>
  );
}

/** The chart in a sentence, for those who do not see it. */
function ChartSummary() {
  const { displayZone, queueId } = useDesk();
  const all = useCalmState((state) => shown(state).coverage);
  const coverage = coverageOfQueue(all, queueId);
  const day = useCurrentDay();
  const model = useDeskState((state) => state.model);
  const span = model.days[day]!;
  const totals = gapTotals(coverage, span.start, span.start + span.length);
  let peak = 0;
  for (let slot = span.start / coverage.slotMinutes; slot * coverage.slotMinutes < span.start + span.length; slot++) {
    if (scheduledIn(coverage, slot) > scheduledIn(coverage, peak) || peak * coverage.slotMinutes < span.start)
      peak = slot;
  }
  return t('board.chartSummary', {
    peak: formatNumber(scheduledIn(coverage, peak), 0),
    time: clockLabel(model.startAt, peak * coverage.slotMinutes, displayZone),
    short: formatNumber(totals.shortHours, 1),
    over: formatNumber(totals.overHours, 1),
  });
}

function Splitter({ height, onHeight }: { readonly height: number; readonly onHeight: (height: number) => void }) {
  const from = useRef<{ readonly y: number; readonly height: number } | null>(null);
  const set = (next: number) => onHeight(Math.min(MOST_HEIGHT, Math.max(LEAST_HEIGHT, Math.round(next))));
  const down = (event: PointerEvent<HTMLDivElement>) => {
    from.current = { y: event.clientY, height };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const move = (event: PointerEvent<HTMLDivElement>) =>
    from.current && set(from.current.height + from.current.y - event.clientY);
  const key = (event: KeyboardEvent<HTMLDivElement>) => {
    if (event.key === 'ArrowUp') set(height + KEY_STEP);
    else if (event.key === 'ArrowDown') set(height - KEY_STEP);
    else return;
    event.preventDefault();
  };
  return (
    <div
      className="b-splitter"
      role="separator"
      aria-orientation="horizontal"
      aria-label={t('board.chartHeight')}
      aria-valuenow={height}
      aria-valuemin={LEAST_HEIGHT}
      aria-valuemax={MOST_HEIGHT}
      tabIndex={0}
      onPointerDown={down}
      onPointerMove={move}
      onPointerUp={() => (from.current = null)}
      onKeyDown={key}
    />
  );
}
