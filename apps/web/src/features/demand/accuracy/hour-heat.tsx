import { formatPercent } from '../../../app/format/format-number.js';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { heatStep, percent, signedPercent, type Detail } from './accuracy.model.js';

/** Interval error by weekday and hour; the colour compares with the queue's own error, the number stands in each cell. */
export function HourHeat({ hours, usual }: { readonly hours: Detail['hours']; readonly usual: number | null }) {
  const from = Math.min(...hours.map(({ hour }) => hour));
  const until = Math.max(...hours.map(({ hour }) => hour));
  const columns = Array.from({ length: until - from + 1 }, (_, i) => from + i);
  const weekdays = [...new Set(hours.map(({ weekday }) => weekday))];
  const at = (weekday: number, hour: number) => hours.find((cell) => cell.weekday === weekday && cell.hour === hour);
  return (
    <div className="y-table-scroll" tabIndex={0} role="region" aria-label={t('accuracy.byHour')}>
      <table className="y-table y-hour-heat">
        <caption className="y-hidden">{t('accuracy.byHour')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('accuracy.weekday')}</th>
            {columns.map((hour) => (
              <th key={hour} scope="col" className="y-number">
                {hour}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {weekdays.map((weekday) => (
            <tr key={weekday}>
              <th scope="row">{formatWeekdayNumber(weekday, 'short')}</th>
              {columns.map((hour) => {
                const cell = at(weekday, hour);
                if (!cell || cell.wape === null || cell.wape === undefined)
                  return <td key={hour} className="y-number" />;
                return (
                  <td
                    key={hour}
                    className="y-number"
                    data-step={heatStep(cell.wape, usual)}
                    title={t('accuracy.hourTitle', { error: percent(cell.wape), bias: signedPercent(cell.bias) })}
                  >
                    {formatPercent(cell.wape, 0).replace('%', '')}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      <p className="y-quiet y-accuracy-note">{t('accuracy.heatNote', { usual: percent(usual) })}</p>
    </div>
  );
}
