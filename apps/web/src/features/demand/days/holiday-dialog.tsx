import { useState } from 'react';
import { formatDateWithYear } from '../../../app/format/format-time.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import {
  SetHolidayDocument,
  type HolidayChoiceInput,
  type HolidayTreatment,
  type ShownDaysInput,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { TextField } from '../../../ui/fields.js';
import { RadioCards } from '../../../ui/radio-cards.js';
import { Refused } from './refused.js';
import { useSpecialDaysChange, type Holiday } from './special-days.queries.js';

const TREATMENTS: readonly HolidayTreatment[] = ['AS_BEFORE', 'CLOSED', 'OPEN', 'OWN_HOURS', 'IGNORED'];

/** `09:30` of minutes since midnight; 24:00 is the end of the day. */
export const minutesText = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const minutesOf = (text: string): number | null => {
  const [hour, minute] = text.split(':').map(Number);
  return Number.isInteger(hour) && Number.isInteger(minute) ? hour! * 60 + minute! : null;
};

interface HolidayDialogProps {
  readonly day: Holiday;
  readonly shown: ShownDaysInput;
  readonly onClose: () => void;
}

function useHolidayForm(day: Holiday) {
  const [treatment, setTreatment] = useState<HolidayTreatment>(day.treatment);
  const [from, setFrom] = useState(minutesText(day.fromMinute ?? 600));
  const [until, setUntil] = useState(minutesText(day.untilMinute ?? 960));
  const [nameEn, setNameEn] = useState(day.hasOwnName ? day.name.en : '');
  const [nameJa, setNameJa] = useState(day.hasOwnName ? day.name.ja : '');
  const own = treatment === 'OWN_HOURS';
  const input: HolidayChoiceInput = {
    key: day.key,
    version: day.version,
    treatment,
    fromMinute: own ? minutesOf(from) : null,
    untilMinute: own ? minutesOf(until) : null,
    nameEn: nameEn || null,
    nameJa: nameJa || null,
  };
  return { input, own, from, until, nameEn, nameJa, setTreatment, setFrom, setUntil, setNameEn, setNameJa };
}

/** What a holiday is to the site, in every year, and what it is called there. */
export function HolidayDialog({ day, shown, onClose }: HolidayDialogProps) {
  const form = useHolidayForm(day);
  const save = useSpecialDaysChange(shown, (of, input: HolidayChoiceInput) =>
    request(SetHolidayDocument, { shown: of, input }),
  );
  const submit = () =>
    save.mutate(form.input, {
      onSuccess: (result) => (result.__typename === 'SpecialDaysChanged' ? onClose() : undefined),
    });
  return (
    <Dialog
      title={`${local(day.name)}, ${formatDateWithYear(day.on)}`}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={save.isPending} onPress={submit}>
            {t('days.save')}
          </Button>
        </>
      }
    >
      <p className="y-quiet">{t('days.everyYear')}</p>
      <RadioCards
        label={t('days.treatment')}
        value={form.input.treatment}
        options={TREATMENTS.map((value) => ({
          value,
          title: t(`days.treatment${value}`),
          text: t(`days.hint${value}`),
        }))}
        onChange={form.setTreatment}
      />
      {form.own ? (
        <div className="y-day-fields">
          <TextField type="time" label={t('days.opens')} value={form.from} onChange={form.setFrom} />
          <TextField type="time" label={t('days.closes')} value={form.until} onChange={form.setUntil} />
        </div>
      ) : null}
      <div className="y-day-fields">
        <TextField label={t('days.nameEn')} placeholder={day.name.en} value={form.nameEn} onChange={form.setNameEn} />
        <TextField label={t('days.nameJa')} placeholder={day.name.ja} value={form.nameJa} onChange={form.setNameJa} />
      </div>
      <Refused result={save.data} error={save.error} />
    </Dialog>
  );
}
