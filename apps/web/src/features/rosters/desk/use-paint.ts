import { useMemo } from 'react';
import { formatDate } from '../../../app/format/format-time.js';
import { useLanguage } from '../../../app/i18n/language.js';
import { local } from '../../../app/i18n/t.js';
import { absenceText } from './desk-words.js';
import {
  clippedTextPainter,
  coverageOfQueue,
  paintAxis,
  paintBoard,
  paintCoverageChart,
  paintGapRow,
  rowAt,
  SEGMENT_FONT,
  SegmentBuckets,
  type BoardActivityType,
  type BoardLabels,
  type BoardMarks,
  type BoardMinute,
} from '../board/index.js';
import type { Draw } from './canvas-layer.js';
import { useDesk, type ViewState } from './desk-context.js';
import { shown, type DeskState, type Findings } from './desk-state.js';
import type { DeskBreach } from './judge.js';
import { useClosedTimes } from './use-closed-times.js';

/** Text widths at the segment font, measured once each. */
function textMeasure(): (text: string) => number {
  const widths = new Map<string, number>();
  let fontsLoaded = false;
  let context: CanvasRenderingContext2D | null = null;
  return (text) => {
    if (!fontsLoaded && document.fonts?.status === 'loaded') {
      // What was measured in the fallback font no longer holds.
      widths.clear();
      fontsLoaded = true;
    }
    let width = widths.get(text);
    if (width === undefined) {
      context ??= document.createElement('canvas').getContext('2d');
      if (context) context.font = SEGMENT_FONT;
      width = context?.measureText(text).width ?? text.length * 6;
      widths.set(text, width);
    }
    return width;
  };
}

function labelsOf(types: readonly BoardActivityType[]): BoardLabels {
  const widthOf = textMeasure();
  const titles = types.map((type) => local(type.title));
  const letters = types.map((type) => local(type.letter));
  return {
    title: (type) => titles[type] ?? '',
    letter: (type) => letters[type] ?? '',
    absence: absenceText,
    widthOf,
    paintClipped: clippedTextPainter(widthOf),
  };
}

const mustCache = new WeakMap<readonly DeskBreach[], readonly BoardMinute[]>();

/** Looked up for the rows painted only; an agent's list is the same until the agent is judged again. */
function mustAtOf(findings: Findings): BoardMarks['mustAt'] {
  return {
    get: (agent) => {
      const list = findings.get(agent);
      if (!list) return undefined;
      let marks = mustCache.get(list);
      if (!marks) {
        marks = list.filter(({ level }) => level === 'must').map(({ at }) => at);
        mustCache.set(list, marks);
      }
      return marks;
    },
  };
}

function marksOf(state: DeskState, nowMinute: number | null): BoardMarks {
  return {
    selected: state.selection.targets,
    mustAt: mustAtOf(shown(state).findings),
    pending: state.pending?.proposal.edits ?? [],
    lit: state.lit,
    nowMinute,
    currentAgent: state.selection.cursor?.agent ?? null,
    over: state.overlay?.paint,
  };
}

function nowMinuteOf(state: DeskState): number | null {
  const minute = (Date.now() - state.model.startAt) / 60_000;
  return minute >= 0 && minute < state.model.lengthMinutes ? minute : null;
}

const viewportOf = (view: ViewState, size: { readonly width: number; readonly height: number }, top: number) => ({
  left: view.left,
  top,
  ...size,
});

/** Less of a row than this says nothing: it looks like a fault at the lower edge. */
const SLIVER = 10;

/** Paints over the first pixels of a row at the lower edge. */
function coverSliver(
  surface: Parameters<Draw>[0],
  { width, height }: Parameters<Draw>[1],
  { view, colour }: { readonly view: ViewState; readonly colour: string },
): void {
  const row = rowAt(view.layout, view.top + height);
  const seen = view.top + height - (view.layout.tops[row] ?? 0);
  if (seen <= 0 || seen > SLIVER) return;
  surface.fillStyle = colour;
  surface.fillRect(0, height - seen, width, seen);
}

/** The painters of the desk's canvases, each reading the newest state when it paints. */
export function usePaint(): { readonly body: Draw; readonly axis: Draw; readonly gap: Draw; readonly chart: Draw } {
  const { session, view, queueId } = useDesk();
  const language = useLanguage();
  const closed = useClosedTimes(session.state.model);
  return useMemo(() => {
    const labels = labelsOf(session.state.model.activityTypes);
    const buckets = new SegmentBuckets();
    const days = session.state.model.days.map((day) => formatDate(day.on));
    const body: Draw = (surface, size, palette) => {
      const [state, at] = [session.state, view.getState()];
      const { model } = shown(state);
      paintBoard(
        surface,
        {
          model,
          layout: at.layout,
          axis: at.axis,
          viewport: viewportOf(at, size, at.top),
          palette,
          labels,
          marks: marksOf(state, nowMinuteOf(state)),
          closed,
        },
        buckets,
      );
      coverSliver(surface, size, { view: at, colour: palette.surface });
    };
    const axis: Draw = (surface, size, palette) => {
      const at = view.getState();
      paintAxis(surface, {
        axis: at.axis,
        viewport: viewportOf(at, size, 0),
        palette,
        dayLabel: (day) => days[day] ?? '',
      });
    };
    const coverage =
      (paint: typeof paintGapRow): Draw =>
      (surface, size, palette) => {
        const [state, at] = [session.state, view.getState()];
        paint(surface, {
          axis: at.axis,
          coverage: coverageOfQueue(shown(state).coverage, queueId),
          preview: state.overlay && coverageOfQueue(state.overlay.coverage, queueId),
          viewport: viewportOf(at, size, 0),
          palette,
          agentCount: state.model.agents.length,
          lit: state.lit,
        });
      };
    return { body, axis, gap: coverage(paintGapRow), chart: coverage(paintCoverageChart) };
    // Labels are written in the language; a new language needs new painters.
  }, [session, view, language, queueId, closed]);
}
