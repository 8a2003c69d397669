import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import type { Viewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import {
  SaveCentreEventDocument,
  type CentreEventInput,
  type EventKind,
  type ShownDaysInput,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Select, TextField } from '../../../ui/fields.js';
import { EffectFields, effectFormOf, effectInputOf } from './effect-fields.js';
import { Refused } from './refused.js';
import { useSpecialDaysChange, type CentreEvent } from './special-days.queries.js';

const KINDS: readonly EventKind[] = ['CAMPAIGN', 'OTHER', 'CLOSED', 'OUTAGE', 'HOLIDAY'];
const ALL = 'all';

/** Kinds whose effect is a matter of learning or giving; a closure and an outage say enough by themselves. */
const hasEffect = (kind: EventKind) => kind === 'CAMPAIGN' || kind === 'OTHER';

export interface EventDialogProps {
  /** Left out: a new one. */
  readonly event?: CentreEvent | undefined;
  readonly shown: ShownDaysInput;
  readonly queues: Viewer['organisation']['queues'];
  readonly today: string;
  readonly onClose: () => void;
}

function useEventForm({ event, today }: EventDialogProps) {
  const [title, setTitle] = useState(event?.title ?? '');
  const [kind, setKind] = useState<EventKind>(event?.kind ?? 'CAMPAIGN');
  const [fromOn, setFromOn] = useState(event?.fromOn ?? today);
  const [untilOn, setUntilOn] = useState(event?.untilOn ?? today);
  const [queueIds, setQueueIds] = useState(event?.queueIds ?? null);
  const [effect, setEffect] = useState(effectFormOf(event ?? null));
  const own = hasEffect(kind);
  const input: CentreEventInput = {
    id: event?.id ?? null,
    version: event?.version ?? null,
    title,
    kind,
    fromOn,
    untilOn: untilOn < fromOn ? fromOn : untilOn,
    queueIds,
    effect: own ? (effect.given ? 'GIVEN' : 'LEARNED') : (event?.effect ?? null),
    ...(own ? effectInputOf(effect) : { effectFraction: null, halfLifeDays: null }),
  };
  return { input, own, effect, setTitle, setKind, setFromOn, setUntilOn, setQueueIds, setEffect };
}

/** Adds or changes something the centre knows of: when, for whom, and what it does. */
export function EventDialog(props: EventDialogProps) {
  const { event, shown, queues, onClose } = props;
  const form = useEventForm(props);
  const { input } = form;
  const save = useSpecialDaysChange(shown, (of, order: CentreEventInput) =>
    request(SaveCentreEventDocument, { shown: of, input: order }),
  );
  const submit = () =>
    save.mutate(input, {
      onSuccess: (result) => (result.__typename === 'SpecialDaysChanged' ? onClose() : undefined),
    });
  return (
    <Dialog
      title={event ? t('days.editEvent', { name: event.title }) : t('days.addEvent')}
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
      <TextField label={t('days.eventTitle')} hint={t('days.sameName')} value={input.title} onChange={form.setTitle} />
      <div className="y-day-fields">
        <Select
          label={t('days.kind')}
          value={input.kind}
          options={KINDS.map((id) => ({ id, text: t(`demand.event${id}`) }))}
          onChange={(id) => form.setKind(id as EventKind)}
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
      <div className="y-day-fields">
        <TextField type="date" label={t('days.firstDay')} value={input.fromOn} onChange={form.setFromOn} />
        <TextField type="date" label={t('days.lastDay')} value={input.untilOn} onChange={form.setUntilOn} />
      </div>
      {form.own ? <EffectFields value={form.effect} onChange={form.setEffect} /> : null}
      <Refused result={save.data} error={save.error} />
    </Dialog>
  );
}
