import { useQueries } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { addDays } from '@yotei/time';
import { dateInZone, formatDate, formatTimeRange, formatWeekday } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { myWeekQuery } from '../my-week/my-week.query.js';
import type { MyWeek } from '../my-week/my-week.model.js';
import './month-grid.css';

const WEEKS = 5;

/** What one day holds, in a few letters. */
function wordOf(week: MyWeek | null | undefined, on: string): { readonly text: string; readonly tone: string } {
  if (!week) return { text: '', tone: 'unknown' };
  const shifts = week.shifts.filter(({ shift, siteZone }) => dateInZone(shift.startAt, siteZone) === on);
  const [first] = shifts;
  if (first) {
    const last = shifts.at(-1)!;
    const tone = shifts.some(({ changedSincePublish }) => changedSincePublish) ? 'changed' : 'work';
    return { text: formatTimeRange(first.shift.startAt, last.shift.endAt, first.siteZone), tone };
  }
  const isAway = week.timeOff.some(
    ({ startAt, endAt }) => dateInZone(startAt, week.zone) <= on && on <= dateInZone(Date.parse(endAt) - 1, week.zone),
  );
  if (isAway) return { text: t('own.monthLeave'), tone: 'leave' };
  return week.published ? { text: t('own.monthOff'), tone: 'off' } : { text: '', tone: 'unknown' };
}

/** Five weeks at a glance from the shown week on; each day leads to its week. */
export function MonthGrid({ weekStartOn, today }: { readonly weekStartOn: string; readonly today: string }) {
  const starts = Array.from({ length: WEEKS }, (_, index) => addDays(weekStartOn, index * 7));
  const weeks = useQueries({ queries: starts.map((on) => myWeekQuery(on)) });
  return (
    <section className="y-panel y-month" aria-label={t('rosters.viewMonth')}>
      <div className="y-month-row y-month-head" aria-hidden>
        {Array.from({ length: 7 }, (_, day) => (
          <span key={day}>{formatWeekday(addDays(weekStartOn, day))}</span>
        ))}
      </div>
      {starts.map((start, index) => (
        <div key={start} className="y-month-row">
          {Array.from({ length: 7 }, (_, day) => addDays(start, day)).map((on) => {
            const { text, tone } = wordOf(weeks[index]?.data, on);
            const said = text || t('own.monthUnpublished');
            return (
              <Link
                key={on}
                to="/my-week"
                search={{ week: start }}
                className="y-month-day"
                data-tone={tone}
                data-today={on === today}
                aria-label={t('own.monthDay', { day: formatDate(on), what: said })}
              >
                <span className="y-month-number">{Number(on.slice(8))}</span>
                <span className="y-month-text">{text.replace('–', '\u200b–')}</span>
              </Link>
            );
          })}
        </div>
      ))}
    </section>
  );
}
