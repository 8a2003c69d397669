import { t } from '../../../app/i18n/t.js';
import { GOOD_DAY_ERROR, percent, type QueueRow } from './accuracy.model.js';

const WIDTH = 96;
const HEIGHT = 24;
const PAD = 3;

type Weeks = QueueRow['weeks'];

/** Day error of the last 13 weeks as a small line; weeks without a score leave a gap. The dashes mark 10 %. */
export function Trend({ weeks }: { readonly weeks: Weeks }) {
  const values = weeks.map(({ figures }) => figures?.wapeDay ?? null);
  const known = values.filter((value): value is number => value !== null);
  if (known.length === 0) return <span className="y-quiet">–</span>;
  const most = Math.max(2 * GOOD_DAY_ERROR, ...known);
  const x = (i: number) => PAD + (i / Math.max(1, values.length - 1)) * (WIDTH - 2 * PAD);
  const y = (value: number) => HEIGHT - PAD - (value / most) * (HEIGHT - 2 * PAD);
  const line = values
    .map((value, i) =>
      value === null ? '' : `${i === 0 || values[i - 1] === null ? 'M' : 'L'}${x(i).toFixed(1)} ${y(value).toFixed(1)}`,
    )
    .join('');
  const last = values.findLastIndex((value) => value !== null);
  const label = t('accuracy.trendLabel', {
    weeks: known.length,
    first: percent(known[0]),
    last: percent(known.at(-1)),
  });
  return (
    <svg
      className="y-trend"
      width={WIDTH}
      height={HEIGHT}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={label}
    >
      <line x1={0} x2={WIDTH} y1={y(GOOD_DAY_ERROR)} y2={y(GOOD_DAY_ERROR)} />
      <path d={line} />
      <circle cx={x(last)} cy={y(values[last]!)} r={2.5} />
    </svg>
  );
}
