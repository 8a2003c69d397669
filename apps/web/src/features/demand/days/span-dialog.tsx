import { addDays } from '@yotei/time';
import { useState } from 'react';
import { dateInZone } from '../../../app/format/format-time.js';
import { local, t, tIfKnown } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import type { DecideSpanInput } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox, Select, TextField } from '../../../ui/fields.js';
import { ErrorState } from '../../../ui/states.js';
import { useDecideSpan } from './special-days.queries.js';

type Queue = Viewer['organisation']['queues'][number];

const ACTIONS = ['LEAVE_OUT', 'REPLACE', 'EVENT'] as const;
const DAY_MINUTES = 1440;

/** `09:30` as minutes after midnight; as an end, midnight is the end of the day. */
function minuteOf(clock: string, isEnd: boolean): number {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  const minute = 60 * hours + minutes;
  return isEnd && minute === 0 ? DAY_MINUTES : minute;
}

function useSpanForm(first: Queue) {
  const yesterday = addDays(dateInZone(Date.now(), first.zone), -1);
  const [form, setForm] = useState({
    ...{ queueId: first.id, fromOn: yesterday, untilOn: yesterday, wholeDays: true },
    ...{ fromTime: '09:00', untilTime: '12:00', action: 'LEAVE_OUT' as (typeof ACTIONS)[number], reason: '' },
  });
  const { fromOn, wholeDays, fromTime, untilTime, action, reason } = form;
  const untilOn = form.untilOn < fromOn ? fromOn : form.untilOn;
  const span: DecideSpanInput = {
    ...{ fromOn, untilOn, action, reason: reason.trim() },
    fromMinute: wholeDays ? 0 : minuteOf(fromTime, false),
    untilMinute: wholeDays ? DAY_MINUTES : minuteOf(untilTime, true),
  };
  const isSound = reason.trim() !== '' && fromOn !== '' && untilOn !== '' && (wholeDays || (fromTime && untilTime));
  return { form, span, isSound, set: (next: Partial<typeof form>) => setForm((now) => ({ ...now, ...next })) };
}

function WhenFields({ form, set, span }: ReturnType<typeof useSpanForm>) {
  return (
    <>
      <div className="y-day-fields">
        <TextField type="date" label={t('days.firstDay')} value={form.fromOn} onChange={(fromOn) => set({ fromOn })} />
        <TextField
          type="date"
          label={t('days.lastDay')}
          value={span.untilOn}
          onChange={(untilOn) => set({ untilOn })}
        />
      </div>
      <Checkbox isSelected={form.wholeDays} onChange={(wholeDays) => set({ wholeDays })}>
        {t('days.wholeDays')}
      </Checkbox>
      {form.wholeDays ? null : (
        <div className="y-day-fields">
          <TextField
            type="time"
            label={t('days.fromTime')}
            value={form.fromTime}
            onChange={(fromTime) => set({ fromTime })}
          />
          <TextField
            type="time"
            label={t('days.untilTime')}
            value={form.untilTime}
            onChange={(untilTime) => set({ untilTime })}
          />
        </div>
      )}
    </>
  );
}

function WhatFields({ form, set, queues }: ReturnType<typeof useSpanForm> & { readonly queues: readonly Queue[] }) {
  return (
    <div className="y-day-fields">
      <Select
        label={t('days.queue')}
        value={form.queueId}
        options={queues.map(({ id, name }) => ({ id, text: local(name) }))}
        onChange={(queueId) => set({ queueId })}
      />
      <Select
        label={t('days.action')}
        value={form.action}
        options={ACTIONS.map((id) => ({ id, text: t(`days.action${id}`) }))}
        onChange={(action) => set({ action: action as (typeof ACTIONS)[number] })}
      />
    </div>
  );
}

/** Why it was not taken, in words. */
function refusalOf(answer: NonNullable<ReturnType<typeof useDecideSpan>['data']>): string | null {
  switch (answer.__typename) {
    case 'HistoryDecided':
      return null;
    case 'HistoryDecidedMeanwhile':
      return t('days.spanAgain');
    case 'InvalidInput':
      return tIfKnown(`days.spanWrong_${answer.path}`, undefined, answer.message);
    default:
      return answer.message;
  }
}

export interface SpanDialogProps {
  readonly queues: readonly Queue[];
  readonly first: Queue;
  readonly onClose: () => void;
  /** The queue whose history has been decided on. */
  readonly onDecided: (queueId: string) => void;
}

/** Days or hours of the past that nothing flagged: what forecasts shall make of them, and why. */
export function SpanDialog({ queues, first, onClose, onDecided }: SpanDialogProps) {
  const fields = useSpanForm(first);
  const { form, span, isSound, set } = fields;
  const decide = useDecideSpan();
  const refusal = decide.data ? refusalOf(decide.data) : null;
  const submit = () =>
    decide.mutate(
      { queueId: form.queueId, span },
      {
        onSuccess: ({ __typename }) => {
          if (__typename !== 'HistoryDecided') return;
          onDecided(form.queueId);
          onClose();
        },
      },
    );
  return (
    <Dialog
      title={t('days.byHandTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={!isSound || decide.isPending} onPress={submit}>
            {t(`days.action${form.action}`)}
          </Button>
        </>
      }
    >
      <WhatFields {...fields} queues={queues} />
      <WhenFields {...fields} />
      <TextField
        label={t('days.byHandReason')}
        hint={t(form.action === 'EVENT' ? 'days.byHandReasonEVENT' : 'days.byHandReasonHint')}
        maxLength={200}
        value={form.reason}
        onChange={(reason) => set({ reason })}
      />
      <p className="y-quiet">{t(form.action === 'REPLACE' ? 'days.byHandREPLACE' : `days.changes${form.action}`)}</p>
      {refusal ? (
        <p role="alert" className="y-refused">
          {refusal}
        </p>
      ) : null}
      {decide.error ? <ErrorState error={decide.error} /> : null}
    </Dialog>
  );
}
