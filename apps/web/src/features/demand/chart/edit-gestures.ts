import { draggedTo, drawnLayer, drawnOn, seriesOf, type DragStart, type Stroke } from './drag-edit.js';
import { indexUnder, rangeBetween, type Gestures } from './gesture-context.js';

/** So near the line the hand means the point on it. */
const POINT_REACH_PIXELS = 9;
/** Until the hand has moved this far, nobody knows what it means. */
const SLACK_PIXELS = 4;

interface Gesture {
  readonly move: (event: PointerEvent) => void;
  readonly end: (event: PointerEvent) => void;
  readonly cancel: () => void;
}

function selectGesture(gestures: Gestures, anchor: number): Gesture {
  const before = gestures.context().selection;
  const select = (event: PointerEvent) => {
    const { grid, onSelect } = gestures.context();
    onSelect(rangeBetween(grid, anchor, indexUnder(gestures, event.clientX)));
  };
  return { move: select, end: select, cancel: () => gestures.context().onSelect(before) };
}

function moveGesture({ plot, context }: Gestures, start: DragStart): Gesture {
  plot.holdScale(true);
  const layerAt = (event: PointerEvent) => draggedTo(start, plot.valueOf(event.clientY), event.shiftKey);
  const stop = () => {
    plot.holdScale(false);
    context().onPreview(null);
  };
  return {
    move: (event) => context().onPreview(layerAt(event), { x: event.clientX, y: event.clientY }),
    end: (event) => {
      const layer = layerAt(event);
      stop();
      if (layer) context().onLayer(layer);
    },
    cancel: stop,
  };
}

function drawGesture(gestures: Gestures, event: PointerEvent): Gesture {
  const { plot, context } = gestures;
  plot.holdScale(true);
  const { series, measure } = context();
  const strokeAt = ({ clientX, clientY }: PointerEvent): Stroke => ({
    index: indexUnder(gestures, clientX),
    value: plot.valueOf(clientY),
  });
  let last = strokeAt(event);
  let drawn = drawnOn(new Map(), last, last);
  const stop = () => {
    plot.holdScale(false);
    context().onPreview(null);
  };
  const layer = () => drawnLayer(drawn, series!, measure);
  return {
    move: (moved) => {
      const next = strokeAt(moved);
      drawn = drawnOn(drawn, last, next);
      last = next;
      context().onPreview(layer(), { x: moved.clientX, y: moved.clientY });
    },
    end: () => {
      const made = layer();
      stop();
      if (made) context().onLayer(made);
    },
    cancel: stop,
  };
}

/** What would be taken hold of here: the selected range, or the point of the line under the hand. */
function grabbedAt(gestures: Gestures, { clientX, clientY }: PointerEvent): DragStart | null {
  const { plot, context } = gestures;
  const { series, measure, selection, grid, mayEdit } = context();
  if (!series || !mayEdit) return null;
  const index = indexUnder(gestures, clientX);
  const value = seriesOf(series, measure)[index]!;
  const at = plot.atOf(clientX);
  if (selection && at >= selection.fromAt && at < selection.untilAt)
    return { measure, series, selection, grabbedValue: plot.valueOf(clientY), single: false };
  const onLine = Math.abs(plot.place().yOf(value) - (clientY - plot.area.getBoundingClientRect().top));
  if (!(onLine <= POINT_REACH_PIXELS)) return null;
  return { measure, series, selection: rangeBetween(grid, index, index), grabbedValue: value, single: true };
}

/** A press whose meaning shows with the first movement: up or down edits what was grabbed, sideways selects. */
function openGesture(gestures: Gestures, down: PointerEvent): Gesture {
  const anchor = indexUnder(gestures, down.clientX);
  const grabbed = grabbedAt(gestures, down);
  let settled: Gesture | null = null;
  const settle = (event: PointerEvent) => {
    const [sideways, upright] = [Math.abs(event.clientX - down.clientX), Math.abs(event.clientY - down.clientY)];
    if (settled || Math.max(sideways, upright) < SLACK_PIXELS) return settled;
    settled = grabbed && upright > sideways ? moveGesture(gestures, grabbed) : selectGesture(gestures, anchor);
    return settled;
  };
  return {
    move: (event) => settle(event)?.move(event),
    end: (event) => {
      if (settled) settled.end(event);
      else selectGesture(gestures, anchor).end(event);
    },
    cancel: () => settled?.cancel(),
  };
}

/** Mouse and pen: select, drag, draw. Escape gives back what was there. Answers how to stop listening. */
export function listenForEdits(gestures: Gestures): () => void {
  const { plot, context } = gestures;
  let active: Gesture | null = null;
  const down = (event: PointerEvent) => {
    if (event.pointerType === 'touch' || event.button !== 0 || !context().series) return;
    plot.area.setPointerCapture(event.pointerId);
    const draws = context().tool === 'draw' && context().mayEdit;
    active = draws ? drawGesture(gestures, event) : openGesture(gestures, event);
  };
  const move = (event: PointerEvent) => {
    context().onHover(indexUnder(gestures, event.clientX));
    active?.move(event);
  };
  const up = (event: PointerEvent) => {
    active?.end(event);
    active = null;
  };
  const cancel = () => {
    active?.cancel();
    active = null;
  };
  const escape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !active) return;
    event.stopPropagation();
    cancel();
  };
  const leave = () => context().onHover(null);
  const listeners = { pointerdown: down, pointermove: move, pointerup: up, pointercancel: cancel, pointerleave: leave };
  const names = Object.keys(listeners) as (keyof typeof listeners)[];
  for (const name of names) plot.area.addEventListener(name, listeners[name] as EventListener);
  window.addEventListener('keydown', escape, true);
  return () => {
    for (const name of names) plot.area.removeEventListener(name, listeners[name] as EventListener);
    window.removeEventListener('keydown', escape, true);
  };
}
