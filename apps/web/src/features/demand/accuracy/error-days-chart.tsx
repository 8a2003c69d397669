import { formatDate } from '../../../app/format/format-time.js';
import { formatNumber } from '../../../app/format/format-number.js';
import { t } from '../../../app/i18n/t.js';
import { Table } from '../../../ui/table.js';
import { percent, REVIEW_DAY_ERROR, signedPercent, toneOfDayError, type DayFigures } from './accuracy.model.js';
import { DayReasons } from './day-reasons.js';

const HEIGHT = 160;
const PAD = { left: 40, right: 4, top: 8, bottom: 20 };
/** The drawing is so wide whatever the number of days. */
const WIDTH = 960;

/** Bars of each day's error, above the line where too much was forecast; days still arriving are hatched. */
export function ErrorDaysChart({ days }: { readonly days: readonly DayFigures[] }) {
  const most = Math.max(REVIEW_DAY_ERROR * 1.25, ...days.map(({ figures }) => Math.abs(figures.bias ?? 0)));
  const step = Math.min(48, (WIDTH - PAD.left - PAD.right) / Math.max(1, days.length));
  const middle = PAD.top + (HEIGHT - PAD.top - PAD.bottom) / 2;
  const y = (value: number) => middle - (value / most) * ((HEIGHT - PAD.top - PAD.bottom) / 2);
  const every = Math.max(1, Math.ceil(days.length / 8));
  const label = t('accuracy.daysLabel', {
    days: days.length,
    review: days.filter(({ figures }) => (figures.wapeDay ?? 0) > REVIEW_DAY_ERROR).length,
  });
  return (
    <div className="y-error-days" tabIndex={0} role="region" aria-label={t('accuracy.byDay')}>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={label}>
        <defs>
          <pattern id="arriving" width="4" height="4" patternUnits="userSpaceOnUse" patternTransform="rotate(45)">
            <rect width="2" height="4" className="y-error-hatch" />
          </pattern>
        </defs>
        {[-REVIEW_DAY_ERROR, 0, REVIEW_DAY_ERROR].map((value) => (
          <g key={value} className="y-error-axis">
            <line x1={PAD.left} x2={WIDTH - PAD.right} y1={y(value)} y2={y(value)} data-zero={value === 0} />
            <text x={PAD.left - 4} y={y(value) + 4} textAnchor="end">
              {signedPercent(value)}
            </text>
          </g>
        ))}
        {days.map((day, i) => {
          const bias = day.figures.bias ?? 0;
          const top = Math.min(y(bias), middle);
          const x = PAD.left + i * step;
          return (
            <g key={day.on}>
              <rect
                className="y-error-bar"
                data-tone={toneOfDayError(Math.abs(bias))}
                x={x + 0.15 * step}
                width={0.7 * step}
                y={top}
                height={Math.max(1, Math.abs(y(bias) - middle))}
                {...(day.scoredFraction < 0.9 ? { fill: 'url(#arriving)' } : {})}
              >
                <title>{`${formatDate(day.on)}: ${signedPercent(bias)}`}</title>
              </rect>
              {i % every === 0 ? (
                <text className="y-error-tick" x={x} y={HEIGHT - 6}>
                  {formatDate(day.on)}
                </text>
              ) : null}
            </g>
          );
        })}
      </svg>
    </div>
  );
}

/** The numbers behind the chart. */
export function ErrorDaysTable({ days }: { readonly days: readonly DayFigures[] }) {
  return (
    <Table
      caption={t('accuracy.byDay')}
      rows={[...days].reverse()}
      rowKey={({ on }) => on}
      columns={[
        { id: 'day', title: t('accuracy.day'), cell: ({ on }) => formatDate(on) },
        {
          id: 'forecast',
          title: t('accuracy.forecast'),
          cell: ({ forecast }) => formatNumber(forecast),
          numeric: true,
        },
        { id: 'actual', title: t('accuracy.actual'), cell: ({ actual }) => formatNumber(actual), numeric: true },
        {
          id: 'error',
          title: t('accuracy.dayError'),
          cell: ({ figures }) => signedPercent(figures.bias),
          numeric: true,
        },
        {
          id: 'interval',
          title: t('accuracy.wapeInterval'),
          cell: ({ figures }) => percent(figures.wapeInterval),
          numeric: true,
        },
        {
          id: 'version',
          title: t('accuracy.counted'),
          cell: ({ version, approved }) =>
            t(approved ? 'accuracy.countedApproved' : 'accuracy.countedNewest', { version }),
        },
        { id: 'why', title: t('accuracy.why'), cell: (day) => <DayReasons day={day} /> },
      ]}
    />
  );
}
