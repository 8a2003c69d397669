import { useEffect, useMemo, useState } from 'react';
import { createStore, type StoreApi } from 'zustand';
import {
  buildRows,
  columnPixels,
  dayOf,
  layoutRows,
  minuteAt,
  type BoardAxis,
  type BoardModel,
  type BoardZoom,
  type RowOptions,
} from '../board/index.js';
import { useDesk, useView, type ViewState } from './desk-context.js';

/** Width of the sticky name column; narrower on a phone, by the same number in the style sheet. */
export const NAME_WIDTH = typeof window !== 'undefined' && window.innerWidth < 640 ? 132 : 200;
export const ROW_HEIGHTS = { agent: 30, group: 26 } as const;

interface AxisOptions {
  readonly model: Pick<BoardModel, 'startAt' | 'lengthMinutes' | 'days' | 'slotMinutes'>;
  readonly zoom: BoardZoom;
  readonly width: number;
  readonly displayZone: string;
}

/** The axis that fills the width at that zoom. */
export function axisFor({ model, zoom, width, displayZone }: AxisOptions): BoardAxis {
  const { startAt, lengthMinutes, days, slotMinutes } = model;
  return { startAt, lengthMinutes, days, displayZone, ...columnPixels(zoom, width, slotMinutes) };
}

interface ViewInput {
  readonly model: BoardModel;
  /** At first: afterwards the view has its own. */
  readonly zoom: BoardZoom;
  readonly displayZone: string;
  readonly rows: RowOptions;
}

/** The view's store; rows and axis follow the options, the place on the board stays. */
export function useViewStore({ model, zoom, displayZone, rows }: ViewInput): StoreApi<ViewState> {
  const [view] = useState(() =>
    createStore<ViewState>(() => ({
      axis: axisFor({ model, zoom, width: 1000, displayZone }),
      layout: layoutRows(buildRows(model, rows), ROW_HEIGHTS),
      zoom,
      left: 0,
      top: 0,
      width: 1000,
      height: 600,
      scrolling: false,
      rests: 0,
      placed: null,
      pointer: null,
      anchor: null,
      lasso: null,
    })),
  );
  const layout = useMemo(() => layoutRows(buildRows(model, rows), ROW_HEIGHTS), [model, rows]);
  useEffect(() => view.setState({ layout }), [view, layout]);
  useEffect(() => {
    const fit = () => {
      const { width, axis, zoom: now } = view.getState();
      const next = axisFor({ model, zoom: now, width, displayZone });
      if (
        next.pixelsPerMinute !== axis.pixelsPerMinute ||
        next.displayZone !== axis.displayZone ||
        next.lengthMinutes !== axis.lengthMinutes ||
        next.columnMinutes !== axis.columnMinutes
      )
        view.setState({ axis: next });
    };
    fit();
    return view.subscribe((now, before) => {
      if (now.width !== before.width) fit();
    });
  }, [view, model, displayZone]);
  return view;
}

/** The day in the middle of the screen. */
export function useCurrentDay(): number {
  const { session } = useDesk();
  return useView((view) => dayOf(session.state.model, minuteAt(view.axis, view.left + view.width / 2)));
}

/** Days on the screen, and the cursor's. */
export function useShownDays(cursorDay: number | null): readonly number[] {
  const { session } = useDesk();
  const first = useView((view) => dayOf(session.state.model, minuteAt(view.axis, view.left)));
  const last = useView((view) => dayOf(session.state.model, minuteAt(view.axis, view.left + view.width)));
  return useMemo(() => {
    const days = Array.from({ length: last - first + 1 }, (_, i) => first + i);
    return cursorDay !== null && (cursorDay < first || cursorDay > last) ? [...days, cursorDay] : days;
  }, [first, last, cursorDay]);
}
