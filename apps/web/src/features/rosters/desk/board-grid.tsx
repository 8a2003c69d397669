import {
  lazy,
  Suspense,
  useDeferredValue,
  useEffect,
  useLayoutEffect,
  useRef,
  type CSSProperties,
  type KeyboardEvent,
} from 'react';
import { t } from '../../../app/i18n/t.js';
import { formatDate } from '../../../app/format/format-time.js';
import {
  axisWidth,
  rowOfAgent,
  rowsBetween,
  type BoardAxis,
  type BoardLayout,
  type BoardSelection,
} from '../board/index.js';
import { AgentRow } from './agent-row.js';
import { useBoardClipboard } from './board-clipboard.js';
import { CanvasLayer } from './canvas-layer.js';
import { useDesk, useDeskState, useView } from './desk-context.js';
import { shown, type DeskState } from './desk-state.js';
import { GroupRow } from './group-row.js';
import { useBoardPointer } from './use-board-pointer.js';
import { NAME_WIDTH, useShownDays } from './use-view.js';
import { useWheelZoom } from './use-wheel-zoom.js';
import type { Draw } from './canvas-layer.js';

/** Seen in a drag only. */
const DragTip = lazy(() => import('./drag-tip.js').then((it) => ({ default: it.DragTip })));

function Tip() {
  const { session, view } = useDesk();
  return (
    <Suspense fallback={null}>
      <DragTip session={session} view={view} />
    </Suspense>
  );
}

interface BoardGridProps {
  readonly draw: Draw;
  readonly onKeyDown: (event: KeyboardEvent) => void;
  readonly onToggleGroup: (key: string) => void;
}

/** Indices of the rows in the DOM: those on the screen and the cursor's, so that the focus is never lost. */
function useShownRows(selection: BoardSelection): { readonly layout: BoardLayout; readonly indices: number[] } {
  const layout = useView((view) => view.layout);
  const first = useView((view) => rowsBetween(view.layout, view.top, view.top + view.height).first);
  const last = useView((view) => rowsBetween(view.layout, view.top, view.top + view.height).last);
  const indices = Array.from({ length: last - first }, (_, i) => first + i);
  const cursorRow = selection.cursor ? rowOfAgent(layout, selection.cursor.agent) : -1;
  if (cursorRow >= 0 && (cursorRow < first || cursorRow >= last)) indices.push(cursorRow);
  return { layout, indices };
}

/** What the canvas of the rows shows. */
function rowsOf(state: DeskState): readonly unknown[] {
  const { model, findings } = shown(state);
  return [model, findings, state.selection, state.pending, state.lit, state.overlay];
}

/** The agents and their days: a canvas under an accessible grid with one tab stop. */
export function BoardGrid({ draw, onKeyDown, onToggleGroup }: BoardGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const selection = useDeskState((state) => state.selection);
  const dayCount = useDeskState((state) => state.model.days.length);
  const axis = useView((state) => state.axis);
  const { layout, indices } = useShownRows(selection);
  // The picture comes first; cells of days that come onto the screen with it follow between frames.
  const days = useDeferredValue(useShownDays(selection.cursor?.day ?? null));
  const rests = useDeferredValue(useView((state) => state.rests));
  const pointer = useBoardPointer(scroller);
  const clipboard = useBoardClipboard();
  useScrollSync(scroller);
  usePlace(scroller);
  useWheelZoom(scroller);
  return (
    <div className="b-body">
      <CanvasLayer className="b-canvas" draw={draw} follows="scroll" shows={rowsOf} />
      <div
        ref={scroller}
        className="b-scroller"
        {...pointer}
        {...clipboard}
        onKeyDown={onKeyDown}
        data-testid="board-scroller"
      >
        <div
          role="grid"
          aria-label={t('board.board')}
          aria-rowcount={layout.rows.length + 1}
          aria-colcount={dayCount + 1}
          className="b-grid"
          style={gridStyle(axis, layout)}
        >
          <HeaderRow />
          <LassoBox />
          {indices.map((index) => {
            const row = layout.rows[index]!;
            const place = {
              index,
              top: layout.tops[index]!,
              height: layout.tops[index + 1]! - layout.tops[index]!,
            };
            return row.kind === 'group' ? (
              <GroupRow key={`g-${row.key}`} row={row} place={place} onToggle={onToggleGroup} />
            ) : (
              <AgentRow
                key={row.agent}
                agent={row.agent}
                place={place}
                days={days}
                rests={rests}
                isTabStop={isTabStop(selection, { layout, indices }, row.agent)}
              />
            );
          })}
        </div>
      </div>
      <Tip />
    </div>
  );
}

/** Size of the whole board, and the scale by which the cells find their places: a change of zoom renders none of them. */
function gridStyle(axis: BoardAxis, layout: BoardLayout): CSSProperties {
  return {
    width: NAME_WIDTH + axisWidth(axis),
    height: Math.max(layout.tops.at(-1) ?? 0, 1),
    ['--b-scale' as string]: `${axis.pixelsPerMinute}px`,
  };
}

/** The days' names, for those who hear the grid; for the eye the axis says them. */
function HeaderRow() {
  const days = useDeskState((state) => state.model.days);
  return (
    <div role="row" aria-rowindex={1} className="b-hidden">
      <span role="columnheader" aria-colindex={1}>
        {t('board.agent')}
      </span>
      {days.map((day, index) => (
        <span key={day.on} role="columnheader" aria-colindex={index + 2}>
          {formatDate(day.on)}
        </span>
      ))}
    </div>
  );
}

/** The rectangle being drawn around shifts; the selection itself is told by the cells and the panel. */
function LassoBox() {
  const lasso = useView((view) => view.lasso);
  if (!lasso) return null;
  const { fromX, fromY, toX, toY } = lasso;
  const place = {
    left: NAME_WIDTH + Math.min(fromX, toX),
    top: Math.min(fromY, toY),
    width: Math.abs(toX - fromX),
    height: Math.abs(toY - fromY),
  };
  return <div className="b-lasso" role="presentation" style={place} />;
}

/** The cursor's row holds the tab stop; before there is a cursor, the first agent on the screen. */
function isTabStop(
  { cursor }: BoardSelection,
  { layout, indices }: { readonly layout: BoardLayout; readonly indices: readonly number[] },
  agent: number,
): boolean {
  if (cursor && rowOfAgent(layout, cursor.agent) >= 0) return cursor.agent === agent;
  const first = indices.map((index) => layout.rows[index]!).find((row) => row.kind === 'agent');
  return first?.kind === 'agent' && first.agent === agent;
}

/** Puts the scroller where a change of zoom wants it, before the browser shows the new width. */
function usePlace(scroller: React.RefObject<HTMLDivElement | null>): void {
  const { view } = useDesk();
  const placed = useView((state) => state.placed);
  useLayoutEffect(() => {
    const { axis, left } = view.getState();
    if (placed && placed === axis) scroller.current!.scrollLeft = left;
  }, [view, scroller, placed]);
}

/** Time without a scroll after which the cells are named. */
const STILL_MILLIS = 120;

/** The scroller's place goes into the view, and the view's wish (another day, an agent to show) into the scroller. */
function useScrollSync(scroller: React.RefObject<HTMLDivElement | null>): void {
  const { view } = useDesk();
  useEffect(() => {
    const element = scroller.current!;
    const read = () => {
      const next = {
        left: element.scrollLeft,
        top: element.scrollTop,
        width: element.clientWidth - NAME_WIDTH,
        height: element.clientHeight,
      };
      const now = view.getState();
      if (now.left !== next.left || now.top !== next.top || now.width !== next.width || now.height !== next.height)
        view.setState(next);
    };
    let still = 0;
    const rest = () => view.setState(({ rests }) => ({ scrolling: false, rests: rests + 1 }));
    const scrolled = () => {
      const { left, top, scrolling } = view.getState();
      // A change of zoom has put the scroller where the view is already.
      if (!scrolling && left === element.scrollLeft && top === element.scrollTop) return;
      clearTimeout(still);
      still = window.setTimeout(rest, STILL_MILLIS);
      if (!scrolling) view.setState({ scrolling: true });
      read();
    };
    element.addEventListener('scroll', scrolled, { passive: true });
    const observer = typeof ResizeObserver === 'undefined' ? null : new ResizeObserver(read);
    observer?.observe(element);
    read();
    return () => {
      element.removeEventListener('scroll', scrolled);
      clearTimeout(still);
      observer?.disconnect();
    };
  }, [view, scroller]);
}
