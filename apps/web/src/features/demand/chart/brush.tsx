import { useMemo, useRef, type PointerEvent } from 'react';
import type { ChartRange } from '../../../ui/plot-parts.js';
import { panned, within } from './window.js';

export interface BrushProps {
  readonly values: readonly (number | null)[];
  readonly bounds: ChartRange;
  readonly window: ChartRange;
  readonly onWindow: (window: ChartRange) => void;
}

const WIDTH = 600;
const HEIGHT = 36;
/** So near an edge the hand means the edge. */
const EDGE_PIXELS = 10;

/** The whole stretch in outline: the highest value of each of 300 parts. */
function outline(values: readonly (number | null)[]): string {
  const parts = Math.min(300, Math.max(1, values.length));
  const tops = Array.from({ length: parts }, (_, part) => {
    const from = Math.floor((part * values.length) / parts);
    const until = Math.max(from + 1, Math.floor(((part + 1) * values.length) / parts));
    return values.slice(from, until).reduce<number>((top, value) => Math.max(top, value ?? 0), 0);
  });
  const highest = Math.max(1, ...tops);
  const points = tops.map(
    (top, part) => `${((part + 0.5) * WIDTH) / parts},${HEIGHT - (top / highest) * (HEIGHT - 4)}`,
  );
  return `M0,${HEIGHT} L${points.join(' L')} L${WIDTH},${HEIGHT} Z`;
}

type Grip = 'from' | 'until' | 'middle';

/** All that is loaded, with a frame about what the chart shows: drag the frame or its edges. Keys do the same on the chart. */
export function Brush({ values, bounds, window, onWindow }: BrushProps) {
  const path = useMemo(() => outline(values), [values]);
  const host = useRef<HTMLDivElement>(null);
  const grip = useRef<{ kind: Grip; x: number; window: ChartRange } | null>(null);
  const length = bounds.untilAt - bounds.fromAt;
  const share = (at: number) => (at - bounds.fromAt) / length;
  const millisOf = (pixels: number) => (pixels / Math.max(1, host.current?.clientWidth ?? 1)) * length;
  const take = (event: PointerEvent) => {
    const x = event.clientX - host.current!.getBoundingClientRect().left;
    const [left, right] = [window.fromAt, window.untilAt].map((at) => share(at) * host.current!.clientWidth);
    const kind = Math.abs(x - left!) < EDGE_PIXELS ? 'from' : Math.abs(x - right!) < EDGE_PIXELS ? 'until' : 'middle';
    let held = window;
    if (kind === 'middle' && (x < left! || x > right!)) {
      const at = bounds.fromAt + millisOf(x) - (window.untilAt - window.fromAt) / 2;
      held = within({ fromAt: at, untilAt: at + window.untilAt - window.fromAt }, bounds);
      onWindow(held);
    }
    grip.current = { kind, x: event.clientX, window: held };
    event.currentTarget.setPointerCapture(event.pointerId);
  };
  const drag = (event: PointerEvent) => {
    if (!grip.current) return;
    const by = millisOf(event.clientX - grip.current.x);
    const { kind, window: held } = grip.current;
    if (kind === 'middle') return onWindow(panned(held, by, bounds));
    const next = { ...held, [`${kind}At`]: held[`${kind}At`] + by };
    if (next.untilAt - next.fromAt > 7_200_000) onWindow(within(next, bounds));
  };
  return (
    <div
      ref={host}
      className="y-brush"
      aria-hidden
      onPointerDown={take}
      onPointerMove={drag}
      onPointerUp={() => (grip.current = null)}
      onDoubleClick={() => onWindow(bounds)}
    >
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none">
        <path d={path} />
      </svg>
      <span
        className="y-brush-window"
        style={{ left: `${share(window.fromAt) * 100}%`, right: `${(1 - share(window.untilAt)) * 100}%` }}
      />
    </div>
  );
}
