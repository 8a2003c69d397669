import { addDays } from '@yotei/time';
import { Trash2 } from 'lucide-react';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { IconButton } from '../../../ui/button.js';
import { Checkbox, TextField } from '../../../ui/fields.js';
import { WORKING_DAY, type OpeningDate } from './hours-draft.js';
import { AddButton, SpanFields } from './hours-fields.js';

/** Dates with hours of their own: closed days, half days, an extra Sunday. Those past are kept, out of the way. */
export function DateFields({
  dates,
  today,
  onChange,
}: {
  readonly dates: readonly OpeningDate[];
  readonly today: string;
  readonly onChange: (dates: OpeningDate[]) => void;
}) {
  const past = dates.filter(({ on }) => on < today).length;
  const replaced = (index: number, change: Partial<OpeningDate>) =>
    dates.map((date, i) => (i === index ? { ...date, ...change } : date));
  const add = () => {
    const last = dates.at(-1)?.on ?? today;
    onChange([...dates, { on: addDays(last < today ? today : last, 1), title: '', spans: [] }]);
  };
  return (
    <fieldset className="su-set">
      <legend>{t('setupPlaces.dates')}</legend>
      <p className="y-quiet">{t('setupPlaces.datesHint')}</p>
      {past > 0 ? <p className="y-quiet">{t('setupPlaces.pastDates', { count: past })}</p> : null}
      {dates.map((date, index) =>
        date.on < today ? null : (
          <div key={index} className="su-day su-date" role="group" aria-label={formatDateWithYear(date.on)}>
            <TextField
              type="date"
              label={t('setupPlaces.date')}
              value={date.on}
              onChange={(on) => on && onChange(replaced(index, { on }))}
            />
            <TextField
              label={t('setupPlaces.why')}
              placeholder={t('setupPlaces.whyExample')}
              maxLength={120}
              value={date.title}
              onChange={(title) => onChange(replaced(index, { title }))}
            />
            <Checkbox
              isSelected={date.spans.length > 0}
              onChange={(open) => onChange(replaced(index, { spans: open ? [WORKING_DAY] : [] }))}
            >
              {t('setupPlaces.open')}
            </Checkbox>
            <SpanFields spans={date.spans} onChange={(spans) => onChange(replaced(index, { spans: [...spans] }))} />
            <IconButton
              label={t('setupPlaces.removeDate', { date: formatDateWithYear(date.on) })}
              icon={<Trash2 size={18} strokeWidth={1.75} />}
              onPress={() => onChange(dates.filter((_, i) => i !== index))}
            />
          </div>
        ),
      )}
      <AddButton text={t('setupPlaces.addDate')} onPress={add} />
    </fieldset>
  );
}
