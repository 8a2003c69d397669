import { X } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { request } from '../../graphql/client.js';
import {
  SaveMyAvailabilityExceptionsDocument,
  type MyAvailabilityFieldsFragment,
} from '../../graphql/generated/graphql.js';
import { Button, IconButton, Segmented } from '../../ui/button.js';
import { Checkbox, TextField } from '../../ui/fields.js';
import { ClockField } from './clock-field.js';
import { clockText } from './clock-text.js';
import { useSaveOwn } from './use-save-own.js';

interface OneDate {
  readonly on: string;
  readonly canWork: boolean;
  readonly fromMinute: number;
  readonly untilMinute: number;
}
const DAY_MINUTES = 1440;
const isWholeDay = ({ fromMinute, untilMinute }: OneDate) => fromMinute === 0 && untilMinute === DAY_MINUTES;

function dateText(one: OneDate): string {
  const words = {
    day: formatDate(one.on),
    from: clockText(one.fromMinute),
    until: clockText(one.untilMinute === DAY_MINUTES ? DAY_MINUTES : one.untilMinute % DAY_MINUTES),
  };
  if (isWholeDay(one)) return t(one.canWork ? 'own.dateCanAllDay' : 'own.dateCannotAllDay', words);
  return t(one.canWork ? 'own.dateCan' : 'own.dateCannot', words);
}

function AddDate({ onAdd }: { readonly onAdd: (one: OneDate) => void }) {
  const [says, setSays] = useState<'cannot' | 'can'>('cannot');
  const [on, setOn] = useState('');
  const [hours, setHours] = useState<{ from: number; until: number } | null>(null);
  const untilMinute = hours ? (hours.until === 0 ? DAY_MINUTES : hours.until) : DAY_MINUTES;
  const fromMinute = hours?.from ?? 0;
  return (
    <div className="y-own-group">
      <Segmented
        label={t('own.dateKind')}
        value={says}
        options={[
          { value: 'cannot', text: t('own.cannotWork') },
          { value: 'can', text: t('own.canWork') },
        ]}
        onChange={setSays}
      />
      <TextField label={t('own.day')} type="date" value={on} onChange={setOn} />
      <Checkbox isSelected={hours !== null} onChange={(part) => setHours(part ? { from: 15 * 60, until: 0 } : null)}>
        {t('own.partOfDay')}
      </Checkbox>
      {hours ? (
        <div className="y-own-row">
          <ClockField label={t('own.from')} minute={hours.from} onChange={(from) => setHours({ ...hours, from })} />
          <ClockField label={t('own.until')} minute={hours.until} onChange={(until) => setHours({ ...hours, until })} />
        </div>
      ) : null}
      <Button
        isDisabled={on === '' || untilMinute <= fromMinute}
        onPress={() => onAdd({ on, canWork: says === 'can', fromMinute, untilMinute })}
      >
        {t('own.addDate')}
      </Button>
    </div>
  );
}

/** Dates on which it is otherwise than in the weekly pattern. */
export function DatesPanel({ own }: { readonly own: MyAvailabilityFieldsFragment }) {
  const [dates, setDates] = useState<readonly OneDate[]>(
    own.exceptions.map(({ on, canWork, fromMinute, untilMinute }) => ({ on, canWork, fromMinute, untilMinute })),
  );
  const save = useSaveOwn(
    async (list: readonly OneDate[]) =>
      (await request(SaveMyAvailabilityExceptionsDocument, { exceptions: [...list] })).saveMyAvailabilityExceptions,
  );
  const add = (one: OneDate) => setDates([...dates, one].sort((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0)));
  return (
    <section className="y-panel y-own-panel" aria-labelledby="own-dates">
      <h2 id="own-dates">{t('own.dates')}</h2>
      <p className="y-quiet">{t('own.datesText')}</p>
      {dates.length === 0 ? <p>{t('own.datesNone')}</p> : null}
      <ul className="y-own-list">
        {dates.map((one, index) => (
          <li key={`${one.on}${one.canWork}${one.fromMinute}`}>
            <span>{dateText(one)}</span>
            <IconButton
              label={`${t('own.remove')}: ${dateText(one)}`}
              icon={<X size={18} aria-hidden />}
              onPress={() => setDates(dates.filter((_, at) => at !== index))}
            />
          </li>
        ))}
      </ul>
      <AddDate onAdd={add} />
      <Button kind="primary" onPress={() => save.mutate(dates)} isDisabled={save.isPending}>
        {t('own.save')}
      </Button>
    </section>
  );
}
