import { formatNumber } from '../../app/format/format-number.js';
import { formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import type { DemandView } from './demand.model.js';
import './rest-of-day/rest-of-day.css';

export type PeriodTotal = DemandView['forecastTotals'][number];

/** The band of a total in short and, for those who hear it, in words. */
export function TotalBandText({ p10, p90 }: Pick<PeriodTotal, 'p10' | 'p90'>) {
  if (p10 == null || p90 == null) return null;
  const values = { p10: formatNumber(p10), p90: formatNumber(p90) };
  return (
    <span
      className="y-total-band"
      aria-label={t('restOfDay.band', values)}
      title={t('restOfDay.band', values)}
      role="img"
    >
      {t('restOfDay.bandShort', values)}
    </span>
  );
}

/** The days of a week, the weeks of a month: each total with its own band, which the intervals' bands do not add up to. */
export function PeriodTotals({ totals }: { readonly totals: readonly PeriodTotal[] }) {
  const weeks = totals.filter(({ span }) => span === 'WEEK');
  const days = totals.filter(({ span }) => span === 'DAY');
  const shown = days.length <= 7 ? days : weeks;
  if (shown.length < 2) return null;
  return (
    <ul
      className="y-period-totals"
      tabIndex={0}
      aria-label={t(days.length <= 7 ? 'restOfDay.byDay' : 'restOfDay.byWeek')}
    >
      {shown.map((total) => (
        <li key={total.fromOn}>
          <span className="y-quiet">{formatDate(total.fromOn)}</span>
          <span>{formatNumber(total.contacts)}</span>
          <TotalBandText {...total} />
        </li>
      ))}
    </ul>
  );
}
