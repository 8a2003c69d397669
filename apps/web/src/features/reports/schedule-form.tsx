import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { formatWeekdayNumber } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { homeSite, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { SaveReportScheduleDocument, type ReportScheduleFieldsFragment } from '../../graphql/generated/graphql.js';
import { Button, Segmented } from '../../ui/button.js';
import { Checkbox, Select, TextField } from '../../ui/fields.js';
import { showToast } from '../../ui/toast.js';
import type { ReportSubject } from './report-acts.js';
import { sendingQueryKey } from './schedule-dialog.js';

const CADENCES = ['daily', 'weekly', 'monthly'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

interface FormProps {
  readonly subject: ReportSubject;
  /** Null: a new one. */
  readonly schedule: ReportScheduleFieldsFragment | null;
  readonly recipients: readonly { readonly id: string; readonly name: string }[];
  readonly onSaved: () => void;
  readonly onClose: () => void;
}

const clockOf = (minute: number): string =>
  `${Math.floor(minute / 60)}`.padStart(2, '0') + ':' + `${minute % 60}`.padStart(2, '0');

function useForm({ schedule, subject }: FormProps) {
  const viewer = useViewer();
  const [form, setForm] = useState({
    cadence: CADENCES.find((one) => one === schedule?.cadence) ?? 'weekly',
    weekday: schedule?.weekday ?? 1,
    monthDay: schedule?.monthDay ?? 1,
    time: clockOf(schedule?.localMinute ?? 420),
    zone: schedule?.zone ?? homeSite(viewer).zone,
    userIds: schedule?.userIds ?? [],
    addresses: (schedule?.addresses ?? []).join(', '),
    addressLocale: schedule?.addressLocale ?? 'ja',
  });
  const [hours, minutes] = form.time.split(':').map(Number) as [number, number];
  const input = (addressesConfirmed: boolean) => ({
    ...(schedule ? { id: schedule.id, version: schedule.version } : {}),
    dashboardId: subject.dashboardId,
    cadence: form.cadence,
    weekday: form.cadence === 'weekly' ? form.weekday : null,
    monthDay: form.cadence === 'monthly' ? form.monthDay : null,
    localMinute: hours * 60 + minutes,
    zone: form.zone,
    userIds: [...form.userIds],
    addresses: form.addresses.split(/[,\s]+/).filter(Boolean),
    addressLocale: form.addressLocale,
    addressesConfirmed,
  });
  return { form, set: (change: Partial<typeof form>) => setForm((now) => ({ ...now, ...change })), input };
}

function useSave(onSaved: () => void) {
  const client = useQueryClient();
  return useMutation({
    mutationFn: async (input: ReturnType<ReturnType<typeof useForm>['input']>) =>
      (await request(SaveReportScheduleDocument, { input })).saveReportSchedule,
    onSuccess: async (answer) => {
      if (answer.__typename !== 'ReportScheduleSaved') return;
      await client.invalidateQueries({ queryKey: sendingQueryKey });
      showToast({ text: t('reports.scheduled') });
      onSaved();
    },
    onError: () => showToast({ text: t('ui.failed'), tone: 'problem' }),
  });
}

type Answer = ReturnType<typeof useSave>['data'];

function Refusal({ answer }: { readonly answer: Answer }) {
  switch (answer?.__typename) {
    case 'ReportAddressesNeedAdmin':
      return <p role="alert">{t('reports.adminOnly')}</p>;
    case 'ReportAddressesToConfirm':
      return (
        <p role="alert" className="rp-warn">
          {t('reports.confirmAddresses', { addresses: answer.addresses.join(', ') })}
        </p>
      );
    case 'InvalidInput':
      return <p role="alert">{t(answer.path === 'addresses' ? 'reports.wrongAddress' : 'reports.noRecipients')}</p>;
    case 'ReportScheduleEditedMeanwhile':
    case 'NotFound':
      return <p role="alert">{t('reports.editedMeanwhile')}</p>;
    default:
      return null;
  }
}

function When({ form, set }: Pick<ReturnType<typeof useForm>, 'form' | 'set'>) {
  const { sites } = useViewer().organisation;
  const zones = [...new Set([form.zone, ...sites.map(({ zone }) => zone), 'UTC'])];
  return (
    <>
      <Segmented
        label={t('reports.cadence')}
        value={form.cadence}
        options={CADENCES.map((value) => ({ value, text: t(`reports.cadence_${value}`) }))}
        onChange={(cadence) => set({ cadence })}
      />
      <div className="rp-form-row">
        {form.cadence === 'weekly' ? (
          <Select
            label={t('reports.weekday')}
            value={`${form.weekday}`}
            options={WEEKDAYS.map((day) => ({ id: `${day}`, text: formatWeekdayNumber(day, 'long') }))}
            onChange={(day) => set({ weekday: Number(day) })}
          />
        ) : null}
        {form.cadence === 'monthly' ? (
          <Select
            label={t('reports.monthDay')}
            value={`${form.monthDay}`}
            options={Array.from({ length: 31 }, (_, i) => ({ id: `${i + 1}`, text: `${i + 1}` }))}
            onChange={(day) => set({ monthDay: Number(day) })}
          />
        ) : null}
        <TextField label={t('reports.time')} type="time" value={form.time} onChange={(time) => time && set({ time })} />
        <Select
          label={t('reports.zone')}
          value={form.zone}
          options={zones.map((zone) => ({ id: zone, text: zone }))}
          onChange={(zone) => set({ zone })}
        />
      </div>
    </>
  );
}

/** When, to whom, and a second look before anything leaves the organisation. */
export function ScheduleForm(props: FormProps) {
  const { recipients, onSaved, onClose } = props;
  const { form, set, input } = useForm(props);
  const save = useSave(onSaved);
  const isToConfirm = save.data?.__typename === 'ReportAddressesToConfirm';
  return (
    <div className="rp-form">
      <When form={form} set={set} />
      <fieldset className="rp-checks">
        <legend>{t('reports.readers')}</legend>
        {recipients.map(({ id, name }) => (
          <Checkbox
            key={id}
            isSelected={form.userIds.includes(id)}
            onChange={(on) => set({ userIds: on ? [...form.userIds, id] : form.userIds.filter((one) => one !== id) })}
          >
            {name}
          </Checkbox>
        ))}
      </fieldset>
      <div className="rp-form-row">
        <TextField
          label={t('reports.addresses')}
          hint={t('reports.addressesHint')}
          value={form.addresses}
          onChange={(addresses) => {
            set({ addresses });
            save.reset();
          }}
        />
        <Select
          label={t('reports.addressLocale')}
          value={form.addressLocale}
          options={[
            { id: 'ja', text: '日本語' },
            { id: 'en', text: 'English' },
          ]}
          onChange={(addressLocale) => set({ addressLocale })}
        />
      </div>
      <Refusal answer={save.data} />
      <div className="rp-head">
        <Button onPress={onClose}>{t('reports.cancel')}</Button>
        <Button kind="primary" isDisabled={save.isPending} onPress={() => save.mutate(input(isToConfirm))}>
          {t(isToConfirm ? 'reports.confirmSend' : 'reports.save')}
        </Button>
      </div>
    </div>
  );
}
