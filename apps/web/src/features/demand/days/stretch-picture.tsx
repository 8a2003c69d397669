import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import type { PicturedStretch } from './special-days.queries.js';

const WIDTH = 180;
const HEIGHT = 44;

/** Points of a line; a gap where nothing is. */
function pathOf(values: readonly (number | null)[], top: number): string {
  let pen = 'M';
  return values
    .map((value, index) => {
      if (value === null) {
        pen = 'M';
        return '';
      }
      const x = values.length > 1 ? (index / (values.length - 1)) * WIDTH : WIDTH / 2;
      const y = HEIGHT - 2 - (Math.min(value, top) / top) * (HEIGHT - 4);
      const point = `${pen}${x.toFixed(1)} ${y.toFixed(1)}`;
      pen = 'L';
      return point;
    })
    .join(' ');
}

/** Recorded as a line over the expected as a dashed one, the stretch itself shaded. One huge value is cut at the top. */
export function StretchPicture({ stretch }: { readonly stretch: PicturedStretch }) {
  const { actual, expected, startAt, stepMinutes } = stretch.picture;
  const usual = Math.max(1, ...expected.map((value) => value ?? 0));
  const top = Math.min(Math.max(usual, ...actual.map((value) => value ?? 0)), 4 * usual) * 1.05;
  const step = stepMinutes * 60_000;
  const span = Math.max(1, actual.length - 1);
  const at = (when: string) => Math.min(1, Math.max(0, (Date.parse(when) - Date.parse(startAt)) / step / span));
  const [from, until] = [at(stretch.fromAt) * WIDTH, at(stretch.untilAt) * WIDTH];
  return (
    <svg
      className="y-spark"
      role="img"
      aria-label={t('days.picture', { actual: formatNumber(stretch.actual), expected: formatNumber(stretch.expected) })}
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      preserveAspectRatio="none"
    >
      <rect className="y-spark-span" x={from} y={0} width={Math.max(3, until - from)} height={HEIGHT} />
      <path className="y-spark-expected" d={pathOf(expected, top)} />
      <path className="y-spark-actual" d={pathOf(actual, top)} />
    </svg>
  );
}
