import uPlot from 'uplot';

export type ChartToken =
  | '--text-1'
  | '--text-2'
  | '--text-3'
  | '--accent'
  | '--must'
  | '--prefer'
  | '--good'
  | '--border'
  | '--border-strong'
  | '--selected-bg';

export interface ChartSeries {
  readonly label: string;
  /** One a step; null leaves a gap. */
  readonly values: readonly (number | null)[];
  readonly colour: ChartToken;
  readonly dashed?: boolean;
  readonly width?: number;
  /** Two series, one of each, span a shaded band and draw no line. */
  readonly band?: 'high' | 'low';
}

export interface ChartTick {
  /** Epoch milliseconds. */
  readonly at: number;
  readonly label: string;
}

/** A stretch of time, epoch milliseconds, half-open. */
export interface ChartRange {
  readonly fromAt: number;
  readonly untilAt: number;
}

export const CHART_TOKENS: readonly ChartToken[] = [
  '--text-1',
  '--text-2',
  '--text-3',
  '--accent',
  '--must',
  '--prefer',
  '--good',
  '--border',
  '--border-strong',
  '--selected-bg',
];
/** Room a tick's label takes; where there is less, labels are left out. */
const LABEL_PIXELS = 76;

export type ChartColours = Readonly<Record<ChartToken, string>>;

const stepped = uPlot.paths.stepped!({ align: 1, alignGaps: 1 });

/** `line` is asked for its values when one is pointed at: they may have become others by then. */
export function seriesOptions(
  line: ChartSeries,
  colours: ChartColours,
  formatValue: (value: number) => string,
): uPlot.Series {
  const { label, colour, dashed, width = 1.5, band } = line;
  return {
    label,
    paths: stepped,
    points: { show: false },
    value: (_, __, ___, index) => {
      const value = index === null ? null : line.values[index];
      return value === null || value === undefined ? '–' : formatValue(value);
    },
    ...(band ? { width: 0 } : { stroke: colours[colour], width }),
    ...(dashed ? { dash: [5, 4] } : {}),
  };
}

/** Shades stretches of time with a word in them, below the lines. */
export function drawMarks(
  marks: readonly (ChartRange & { readonly label: string })[] | undefined,
  colours: ChartColours,
): (plot: uPlot) => void {
  return (plot) => {
    for (const { fromAt, untilAt, label } of marks ?? []) {
      const left = plot.valToPos(fromAt / 1000, 'x', true);
      const right = plot.valToPos(untilAt / 1000, 'x', true);
      const { ctx, bbox } = plot;
      ctx.save();
      ctx.beginPath();
      ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
      ctx.clip();
      ctx.globalAlpha = 0.14;
      ctx.fillStyle = colours['--prefer'];
      ctx.fillRect(left, bbox.top, right - left, bbox.height);
      ctx.globalAlpha = 1;
      ctx.fillStyle = colours['--prefer'];
      ctx.font = `${12 * devicePixelRatio}px ${getComputedStyle(document.body).fontFamily}`;
      ctx.fillText(label, Math.max(left, bbox.left) + 4 * devicePixelRatio, bbox.top + 14 * devicePixelRatio);
      ctx.restore();
    }
  };
}

/** Time below, values at the left. `ticksOf` names the ticks of the stretch shown. */
export function chartAxes(
  ticksOf: (fromAt: number, untilAt: number) => readonly ChartTick[],
  formatValue: (value: number) => string,
  colours: ChartColours,
): uPlot.Axis[] {
  const line = { stroke: colours['--border'], width: 1 };
  let labels = new Map<number, string>();
  return [
    {
      stroke: colours['--text-2'],
      grid: line,
      ticks: { ...line, size: 4 },
      font: '12px Inter Variable, sans-serif',
      splits: (_, __, from, until) => {
        labels = new Map(ticksOf(from * 1000, until * 1000).map(({ at, label }) => [at / 1000, label]));
        return [...labels.keys()];
      },
      values: (plot, splits) => {
        const every = Math.ceil((splits.length * LABEL_PIXELS) / (plot.bbox.width / devicePixelRatio));
        return splits.map((at, index) => (index % every === 0 ? (labels.get(at) ?? '') : ''));
      },
    },
    {
      stroke: colours['--text-2'],
      grid: line,
      ticks: { show: false },
      size: 48,
      font: '12px Inter Variable, sans-serif',
      values: (_, splits) => splits.map(formatValue),
    },
  ];
}

export function bandsOf(series: readonly ChartSeries[], colours: ChartColours): uPlot.Band[] {
  const indices = (side: ChartSeries['band']) =>
    series.flatMap(({ band }, index) => (band === side ? [index + 1] : []));
  const lows = indices('low');
  return indices('high').flatMap((high, pair) => {
    const low = lows[pair];
    return low === undefined ? [] : [{ series: [high, low], fill: colours['--selected-bg'] }];
  });
}

/** The series as uPlot wants them, with the end of the last interval. */
export function stepData(of: {
  readonly series: readonly ChartSeries[];
  readonly startAt: number;
  readonly stepMinutes: number;
}): uPlot.AlignedData {
  const { series, startAt, stepMinutes } = of;
  const length = Math.max(0, ...series.map(({ values }) => values.length));
  const xs = Array.from({ length: length + 1 }, (_, index) => (startAt + index * stepMinutes * 60_000) / 1000);
  // A value holds until the next start, also before a gap: it is repeated there, or the last interval had no width.
  return [xs, ...series.map(({ values }) => xs.map((_, index) => values[index] ?? values[index - 1] ?? null))];
}
