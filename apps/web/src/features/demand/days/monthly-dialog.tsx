import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import {
  SaveRecurringDayDocument,
  type ClosedDayShift,
  type MonthlyRuleKind,
  type RecurringDayInput,
  type ShownDaysInput,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { NumberField, Select, TextField } from '../../../ui/fields.js';
import { EffectFields, effectFormOf, effectInputOf } from './effect-fields.js';
import { Refused } from './refused.js';
import { useSpecialDaysChange, type MonthlyDay } from './special-days.queries.js';

const KINDS: readonly MonthlyRuleKind[] = ['DAY_OF_MONTH', 'BUSINESS_DAY'];
const SHIFTS: readonly ClosedDayShift[] = ['BEFORE', 'AFTER', 'STAY'];
const ALL = 'all';

export interface MonthlyDialogProps {
  readonly day?: MonthlyDay | undefined;
  readonly shown: ShownDaysInput;
  readonly queues: Viewer['organisation']['queues'];
  readonly onClose: () => void;
}

function useMonthlyForm({ day }: MonthlyDialogProps) {
  const [title, setTitle] = useState(day?.title ?? '');
  const [kind, setKind] = useState<MonthlyRuleKind>(day?.rule.kind ?? 'DAY_OF_MONTH');
  const [number, setNumber] = useState(day?.rule.day ?? day?.rule.nth ?? 25);
  const [closedDays, setClosedDays] = useState<ClosedDayShift>(day?.rule.closedDays ?? 'BEFORE');
  const [lastsDays, setLastsDays] = useState(day?.lastsDays ?? 1);
  const [queueIds, setQueueIds] = useState(day?.queueIds ?? null);
  const [effect, setEffect] = useState(effectFormOf(day ?? null));
  const input: RecurringDayInput = {
    id: day?.id ?? null,
    version: day?.version ?? null,
    title,
    rule: kind === 'DAY_OF_MONTH' ? { kind, day: number, closedDays } : { kind, nth: number },
    lastsDays,
    queueIds,
    ...effectInputOf(effect),
  };
  return {
    input,
    kind,
    number,
    closedDays,
    effect,
    setTitle,
    setKind,
    setNumber,
    setClosedDays,
    setLastsDays,
    setQueueIds,
    setEffect,
  };
}

function RuleFields({ form }: { readonly form: ReturnType<typeof useMonthlyForm> }) {
  const { kind, number, closedDays } = form;
  return (
    <>
      <div className="y-day-fields">
        <Select
          label={t('days.rule')}
          value={kind}
          options={KINDS.map((id) => ({ id, text: t(`days.rule${id}`) }))}
          onChange={(id) => (form.setKind(id as MonthlyRuleKind), form.setNumber(id === 'DAY_OF_MONTH' ? 25 : 1))}
        />
        <NumberField
          label={t(kind === 'DAY_OF_MONTH' ? 'days.day' : 'days.nth')}
          minValue={kind === 'DAY_OF_MONTH' ? 1 : -20}
          maxValue={kind === 'DAY_OF_MONTH' ? 31 : 20}
          value={number}
          onChange={form.setNumber}
        />
      </div>
      {kind === 'DAY_OF_MONTH' ? (
        <Select
          label={t('days.shift')}
          value={closedDays}
          options={SHIFTS.map((id) => ({ id, text: t(`days.shift${id}`) }))}
          onChange={(id) => form.setClosedDays(id as ClosedDayShift)}
        />
      ) : null}
    </>
  );
}

/** Adds or changes a day that comes every month: pay-day, billing. */
export function MonthlyDialog(props: MonthlyDialogProps) {
  const { day, shown, queues, onClose } = props;
  const form = useMonthlyForm(props);
  const { input } = form;
  const save = useSpecialDaysChange(shown, (of, order: RecurringDayInput) =>
    request(SaveRecurringDayDocument, { shown: of, input: order }),
  );
  const submit = () =>
    save.mutate(input, {
      onSuccess: (result) => (result.__typename === 'SpecialDaysChanged' ? onClose() : undefined),
    });
  return (
    <Dialog
      title={day ? t('days.editMonthly', { name: day.title }) : t('days.addMonthly')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={save.isPending || !input.title.trim()} onPress={submit}>
            {t('days.save')}
          </Button>
        </>
      }
    >
      <TextField label={t('days.eventTitle')} value={input.title} onChange={form.setTitle} />
      <RuleFields form={form} />
      <div className="y-day-fields">
        <NumberField
          label={t('days.lasts')}
          unit={t('days.daysUnit')}
          minValue={1}
          maxValue={28}
          value={input.lastsDays}
          onChange={form.setLastsDays}
        />
        <Select
          label={t('days.forQueues')}
          value={input.queueIds?.[0] ?? ALL}
          options={[
            { id: ALL, text: t('days.allQueues') },
            ...queues.map(({ id, name }) => ({ id, text: local(name) })),
          ]}
          onChange={(id) => form.setQueueIds(id === ALL ? null : [id])}
        />
      </div>
      <EffectFields value={form.effect} onChange={form.setEffect} />
      <Refused result={save.data} error={save.error} />
    </Dialog>
  );
}
