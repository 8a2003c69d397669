import { useId, type KeyboardEvent, type PointerEvent } from 'react';
import './curve-chart.css';

export interface CurvePoint {
  readonly x: number;
  /** Null: no value there; the line has a gap. */
  readonly y: number | null;
  /** The point in words, read out when the keyboard reaches it. */
  readonly text: string;
  readonly isGood: boolean;
}

export interface CurveChartProps {
  /** Names the chart for screen readers. */
  readonly label: string;
  readonly points: readonly CurvePoint[];
  readonly target?: { readonly y: number; readonly text: string } | undefined;
  /** The point that is the answer; marked by a ring and its number. */
  readonly answer: number | null;
  readonly selected: number;
  readonly onSelect: (index: number) => void;
  /** Largest value of the vertical axis; the smallest is 0. */
  readonly most: number;
  readonly formatX: (x: number) => string;
  readonly formatY: (y: number) => string;
  readonly xTitle: string;
}

const WIDTH = 368;
const HEIGHT = 190;
const PLOT = { left: 40, right: 8, top: 12, bottom: 34 };
const ROWS = 4;
/** Room a number below the axis takes. */
const TICK_PIXELS = 34;

const KEY_STEPS: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -5,
  PageUp: 5,
};

function scalesOf({ points, most }: CurveChartProps) {
  const from = points[0]?.x ?? 0;
  const to = points.at(-1)?.x ?? 1;
  const width = WIDTH - PLOT.left - PLOT.right;
  const height = HEIGHT - PLOT.top - PLOT.bottom;
  return {
    x: (value: number) => PLOT.left + (to > from ? ((value - from) / (to - from)) * width : width / 2),
    y: (value: number) => PLOT.top + (1 - Math.min(1, value / (most || 1))) * height,
    base: PLOT.top + height,
  };
}

type Scales = ReturnType<typeof scalesOf>;

/** The line, broken where there is no value. */
function lineOf(points: readonly CurvePoint[], { x, y }: Scales): string {
  return points
    .map((point, index) => {
      if (point.y === null) return '';
      const moves = index === 0 || points[index - 1]!.y === null;
      return `${moves ? 'M' : 'L'}${x(point.x).toFixed(1)} ${y(point.y).toFixed(1)}`;
    })
    .join('');
}

function Axes({ props, scales }: { readonly props: CurveChartProps; readonly scales: Scales }) {
  const { points, most, formatX, formatY, xTitle } = props;
  const every = Math.max(1, Math.ceil((points.length * TICK_PIXELS) / (WIDTH - PLOT.left - PLOT.right)));
  const rows = Array.from({ length: ROWS + 1 }, (_, row) => (most * row) / ROWS);
  return (
    <g className="y-curve-axes">
      {rows.map((value) => (
        <g key={value}>
          <line x1={PLOT.left} x2={WIDTH - PLOT.right} y1={scales.y(value)} y2={scales.y(value)} />
          <text x={PLOT.left - 6} y={scales.y(value) + 4} textAnchor="end">
            {formatY(value)}
          </text>
        </g>
      ))}
      {points.map((point, index) =>
        index % every === 0 ? (
          <text key={point.x} x={scales.x(point.x)} y={scales.base + 15} textAnchor="middle">
            {formatX(point.x)}
          </text>
        ) : null,
      )}
      <text x={WIDTH - PLOT.right} y={HEIGHT - 4} textAnchor="end">
        {xTitle}
      </text>
    </g>
  );
}

function Dots({ props, scales }: { readonly props: CurveChartProps; readonly scales: Scales }) {
  const { points, answer, selected } = props;
  return points.map((point, index) =>
    point.y === null ? null : (
      <g key={point.x} className="y-curve-dot" data-good={point.isGood} data-selected={index === selected}>
        {index === answer ? (
          <circle className="y-curve-ring" cx={scales.x(point.x)} cy={scales.y(point.y)} r={8} />
        ) : null}
        {point.isGood ? (
          <circle cx={scales.x(point.x)} cy={scales.y(point.y)} r={index === selected ? 5 : 3} />
        ) : (
          <rect
            x={scales.x(point.x) - (index === selected ? 4.5 : 2.5)}
            y={scales.y(point.y) - (index === selected ? 4.5 : 2.5)}
            width={index === selected ? 9 : 5}
            height={index === selected ? 9 : 5}
          />
        )}
      </g>
    ),
  );
}

/**
 * One value against another, as a line of points: round where it is good enough, square where not, a ring at the
 * answer. Arrow keys walk the points and read them out; a press picks the nearest. Offer a table beside it.
 */
export function CurveChart(props: CurveChartProps) {
  const { label, points, target, selected, onSelect } = props;
  const id = useId();
  const scales = scalesOf(props);
  const last = points.length - 1;
  const walk = (event: KeyboardEvent) => {
    const step = KEY_STEPS[event.key];
    const to = event.key === 'Home' ? 0 : event.key === 'End' ? last : step === undefined ? undefined : selected + step;
    if (to === undefined) return;
    event.preventDefault();
    onSelect(Math.max(0, Math.min(last, to)));
  };
  const pick = (event: PointerEvent<SVGSVGElement>) => {
    const box = event.currentTarget.getBoundingClientRect();
    const at = ((event.clientX - box.left) / box.width) * WIDTH;
    const distance = ({ x }: CurvePoint) => Math.abs(scales.x(x) - at);
    onSelect(points.reduce((best, point, index) => (distance(point) < distance(points[best]!) ? index : best), 0));
  };
  return (
    <svg
      className="y-curve"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="slider"
      tabIndex={0}
      aria-label={label}
      aria-valuemin={points[0]?.x ?? 0}
      aria-valuemax={points[last]?.x ?? 0}
      aria-valuenow={points[selected]?.x ?? 0}
      aria-valuetext={points[selected]?.text ?? ''}
      onKeyDown={walk}
      onPointerDown={pick}
    >
      <Axes props={props} scales={scales} />
      {target ? (
        <g className="y-curve-target">
          <line x1={PLOT.left} x2={WIDTH - PLOT.right} y1={scales.y(target.y)} y2={scales.y(target.y)} />
          <text id={`${id}target`} x={PLOT.left + 4} y={scales.y(target.y) - 4}>
            {target.text}
          </text>
        </g>
      ) : null}
      <path className="y-curve-line" d={lineOf(points, scales)} />
      <Dots props={props} scales={scales} />
    </svg>
  );
}
