import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo, useState } from 'react';
import type { ChartRange, ChartSeries } from '../../../ui/plot-parts.js';
import type { AlignedDemand, DemandView } from '../demand.model.js';
import type { Desk } from '../layers/use-desk.js';
import type { DemandQueue, Shown } from '../use-shown.js';
import { ChartBar } from './chart-bar.js';
import { DemandChart } from './demand-chart.js';
import type { ChartTool } from './gesture-context.js';
import { pastOnGrid, pastQuery, pastRange } from './history-overlay.js';

/** The line of the past that was picked, on the grid shown; null while it is read or when none is. */
function usePast({ shown, queue, view, aligned }: Pick<ChartRoomProps, 'shown' | 'queue' | 'view' | 'aligned'>) {
  const { past, measure } = shown;
  const range = past === 'none' ? null : pastRange(past, view, view.historyUntilOn ?? null);
  const { data } = useQuery(pastQuery(queue.id, range));
  return useMemo(() => {
    const read = measure === 'contacts' ? data?.actualContacts : data?.actualHandleSeconds;
    if (past === 'none' || !range || !read) return null;
    const { startAt, stepMinutes, values } = read;
    const source = {
      ...range,
      grid: { startAt: Date.parse(startAt), stepMinutes, count: values.length },
      values: values.map((value) => value ?? null),
    };
    const grid = { startAt: aligned.startAt, stepMinutes: aligned.stepMinutes, count: aligned.length };
    const on = { fromOn: view.fromOn, days: view.days, grid, zone: queue.zone };
    return { kind: past, values: pastOnGrid(past, source, on) };
  }, [data, past, measure, aligned, view]);
}

export interface ChartRoomProps {
  readonly shown: Shown;
  readonly queue: DemandQueue;
  readonly view: DemandView;
  readonly aligned: AlignedDemand;
  readonly desk: Desk | null;
  readonly extraSeries?: readonly ChartSeries[];
  readonly onCommit: () => void;
}

/** The chart with its tools; how it is zoomed lives here and starts anew with other days. */
export function ChartRoom({ shown, queue, view, aligned, desk, extraSeries, onCommit }: ChartRoomProps) {
  const endAt = aligned.startAt + aligned.length * aligned.stepMinutes * 60_000;
  const bounds = useMemo(() => ({ fromAt: aligned.startAt, untilAt: endAt }), [aligned.startAt, endAt]);
  const [window, setWindow] = useState<ChartRange>(bounds);
  const [tool, setTool] = useState<ChartTool>('point');
  useEffect(() => setWindow(bounds), [bounds]);
  const past = usePast({ shown, queue, view, aligned });
  return (
    <>
      <ChartBar
        {...{ desk, tool, window, bounds }}
        onTool={setTool}
        past={shown.past}
        onPast={(next) => shown.show({ past: next })}
        onWindow={setWindow}
      />
      <DemandChart
        {...{ view, aligned, desk, tool, window, past, onCommit }}
        zone={queue.zone}
        measure={shown.measure}
        onWindow={setWindow}
        {...(extraSeries ? { extraSeries } : {})}
      />
    </>
  );
}
