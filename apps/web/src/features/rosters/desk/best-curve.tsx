import { useRef } from 'react';
import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';

const CURVE_WIDTH = 260;
const CURVE_HEIGHT = 44;

interface BestCurveProps {
  readonly curve: readonly number[];
  readonly best: number | null;
  readonly bound: number | null;
}

/** Best score over time as a falling step line above the bound: from the job's curve, or gathered here as it reports. */
export function BestCurve({ curve, best, bound }: BestCurveProps) {
  const seen = useRef<number[]>([]);
  if (best !== null && seen.current.at(-1) !== best) seen.current = [...seen.current, best].slice(-120);
  const points = curve.length > 1 ? curve : seen.current;
  if (points.length < 2) return <div className="b-curve" />;
  const [most, least] = [Math.max(...points), Math.min(...points, bound ?? Number.POSITIVE_INFINITY)];
  const x = (index: number) => Math.round((index / (points.length - 1)) * CURVE_WIDTH);
  const y = (value: number) => Math.round(2 + ((most - value) / (most - least || 1)) * (CURVE_HEIGHT - 4));
  const path = points.map((value, index) => (index === 0 ? `M0 ${y(value)}` : `H${x(index)}V${y(value)}`)).join('');
  return (
    <svg
      className="b-curve"
      viewBox={`0 0 ${CURVE_WIDTH} ${CURVE_HEIGHT}`}
      preserveAspectRatio="none"
      role="img"
      aria-label={[
        t('board.curve', { first: formatNumber(points[0]!), last: formatNumber(points.at(-1)!) }),
        ...(bound === null ? [] : [t('rosterBest.bound', { bound: formatNumber(bound) })]),
      ].join(' ')}
    >
      {bound === null ? null : (
        <path
          d={`M0 ${y(bound)}H${CURVE_WIDTH}`}
          stroke="var(--text-3)"
          strokeWidth="1"
          strokeDasharray="4 3"
          vectorEffect="non-scaling-stroke"
        />
      )}
      <path d={path} fill="none" stroke="var(--accent)" strokeWidth="2" vectorEffect="non-scaling-stroke" />
    </svg>
  );
}
