import { useQuery } from '@tanstack/react-query';
import { CalendarPlus, Pencil } from 'lucide-react';
import { useState } from 'react';
import { formatDate } from '../../../app/format/format-time.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import { local, t } from '../../../app/i18n/t.js';
import { request } from '../../../graphql/client.js';
import { SetHolidayCalendarDocument, type ShownDaysInput } from '../../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox, Select } from '../../../ui/fields.js';
import { EmptyState } from '../../../ui/states.js';
import { HolidayDialog, minutesText } from './holiday-dialog.js';
import { holidayPlacesQuery, useSpecialDaysChange, type Holiday, type SpecialDays } from './special-days.queries.js';
import { Refused } from './refused.js';

/** A country in the reader's language. */
export function countryName(code: string): string {
  return new Intl.DisplayNames([currentLanguage()], { type: 'region' }).of(code) ?? code;
}

const useCalendarChange = (shown: ShownDaysInput) =>
  useSpecialDaysChange(
    shown,
    (of, input: { country: string; state: string | null; region: string | null; version: number }) =>
      request(SetHolidayCalendarDocument, { shown: of, input }),
  );

interface PlaceDialogProps {
  readonly days: SpecialDays;
  readonly shown: ShownDaysInput;
  readonly onClose: () => void;
}

function PlaceDialog({ days, shown, onClose }: PlaceDialogProps) {
  const { calendar, siteCountry } = days;
  const [country, setCountry] = useState(calendar?.country ?? siteCountry ?? 'JP');
  const [state, setState] = useState<string | null>(calendar?.state ?? null);
  const [region, setRegion] = useState<string | null>(calendar?.region ?? null);
  const places = useQuery(holidayPlacesQuery(country, state)).data;
  const save = useCalendarChange(shown);
  const countries = [...(places?.countries ?? [country])]
    .map((id) => ({ id, text: countryName(id) }))
    .sort((a, b) => a.text.localeCompare(b.text, currentLanguage()));
  const options = (list: readonly { code: string; name: string }[], whole: string) => [
    { id: '', text: whole },
    ...list.map(({ code, name }) => ({ id: code, text: name })),
  ];
  const submit = () =>
    save.mutate(
      { country, state, region, version: calendar?.version ?? 0 },
      { onSuccess: (result) => (result.__typename === 'SpecialDaysChanged' ? onClose() : undefined) },
    );
  return (
    <Dialog
      title={t('days.calendarTitle')}
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
      <Select
        label={t('days.country')}
        value={country}
        options={countries}
        onChange={(id) => (setCountry(id), setState(null), setRegion(null))}
      />
      {places && places.states.length > 0 ? (
        <Select
          label={t('days.state')}
          value={state ?? ''}
          options={options(places.states, t('days.wholeCountry'))}
          onChange={(id) => (setState(id || null), setRegion(null))}
        />
      ) : null}
      {places && places.regions.length > 0 ? (
        <Select
          label={t('days.region')}
          value={region ?? ''}
          options={options(places.regions, t('days.wholeState'))}
          onChange={(id) => setRegion(id || null)}
        />
      ) : null}
      <Refused result={save.data} error={save.error} />
    </Dialog>
  );
}

function HolidayRow({
  day,
  mayEdit,
  onEdit,
}: {
  readonly day: Holiday;
  readonly mayEdit: boolean;
  readonly onEdit: () => void;
}) {
  const hours =
    day.treatment === 'OWN_HOURS' && day.fromMinute != null && day.untilMinute != null
      ? t('days.ownHours', { from: minutesText(day.fromMinute), until: minutesText(day.untilMinute) })
      : null;
  return (
    <li className="y-day-row y-holiday-row">
      <span className="y-day-date">{formatDate(day.on)}</span>
      <span className="y-day-name">
        {local(day.name)} {day.isSubstitute ? <small className="y-quiet">{t('days.substitute')}</small> : null}
        {day.isBankHoliday ? <small className="y-quiet">{t('days.bankHoliday')}</small> : null}
      </span>
      <Chip tone={day.treatment === 'CLOSED' ? 'prefer' : day.treatment === 'IGNORED' ? 'plain' : 'accent'}>
        {t(`days.treatment${day.treatment}`)} {hours}
      </Chip>
      {mayEdit ? (
        <IconButton
          label={t('days.editHoliday', { name: `${local(day.name)} ${formatDate(day.on)}` })}
          icon={<Pencil size={14} strokeWidth={1.75} aria-hidden />}
          onPress={onEdit}
        />
      ) : null}
    </li>
  );
}

function NoCalendar({
  suggested,
  isPending,
  onUse,
  onChoose,
}: {
  readonly suggested: string | null;
  readonly isPending: boolean;
  readonly onUse: (country: string) => void;
  readonly onChoose: () => void;
}) {
  return (
    <div className="y-stretch-buttons">
      {suggested ? (
        <Button kind="primary" isDisabled={isPending} onPress={() => onUse(suggested)}>
          {t('days.useCountry', { country: countryName(suggested) })}
        </Button>
      ) : null}
      <Button onPress={onChoose}>{t('days.changeCalendar')}</Button>
    </div>
  );
}

function HolidayList({
  days,
  mayEdit,
  onEdit,
}: {
  readonly days: SpecialDays;
  readonly mayEdit: boolean;
  readonly onEdit: (day: Holiday) => void;
}) {
  const [bank, setBank] = useState(false);
  const shown = days.holidays.filter(
    ({ isBankHoliday, treatment }) => bank || !isBankHoliday || treatment !== 'IGNORED',
  );
  return (
    <>
      {days.holidays.some(({ isBankHoliday }) => isBankHoliday) ? (
        <Checkbox isSelected={bank} onChange={setBank}>
          {t('days.showBank')}
        </Checkbox>
      ) : null}
      <ul className="y-day-list">
        {shown.map((day) => (
          <HolidayRow key={`${day.on} ${day.key}`} day={day} mayEdit={mayEdit} onEdit={() => onEdit(day)} />
        ))}
      </ul>
    </>
  );
}

/** The holidays of a site by country, and what each of them is to the site. */
export function HolidaysPanel({
  days,
  shown,
  mayEdit,
}: {
  readonly days: SpecialDays;
  readonly shown: ShownDaysInput;
  readonly mayEdit: boolean;
}) {
  const [editing, setEditing] = useState<Holiday>();
  const [choosing, setChoosing] = useState(false);
  const use = useCalendarChange(shown);
  const place = days.calendar && [countryName(days.calendar.country), days.calendar.state].filter(Boolean).join(', ');
  const choose = () => setChoosing(true);
  const first = (country: string) => use.mutate({ country, state: null, region: null, version: 0 });
  return (
    <section className="y-panel" aria-labelledby="holidays-title">
      <div className="y-panel-head">
        <h2 id="holidays-title">{t('days.holidays')}</h2>
        {place ? <span className="y-quiet">{place}</span> : null}
        {days.calendar && mayEdit ? (
          <Button kind="quiet" onPress={choose}>
            {t('days.changeCalendar')}
          </Button>
        ) : null}
      </div>
      <div className="y-panel-body">
        {days.calendar ? (
          <HolidayList days={days} mayEdit={mayEdit} onEdit={setEditing} />
        ) : (
          <EmptyState
            icon={<CalendarPlus size={24} strokeWidth={1.75} aria-hidden />}
            title={t('days.noCalendar')}
            text={t('days.noCalendarText')}
            action={
              mayEdit ? (
                <NoCalendar
                  suggested={days.siteCountry ?? null}
                  isPending={use.isPending}
                  onUse={first}
                  onChoose={choose}
                />
              ) : null
            }
          />
        )}
        <Refused result={use.data} error={use.error} />
      </div>
      {editing ? <HolidayDialog day={editing} shown={shown} onClose={() => setEditing(undefined)} /> : null}
      {choosing ? <PlaceDialog days={days} shown={shown} onClose={() => setChoosing(false)} /> : null}
    </section>
  );
}
