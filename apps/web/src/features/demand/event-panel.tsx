import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { addDays } from '@yotei/time';
import { formatDate } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { can, useViewer } from '../../app/session.js';
import { request } from '../../graphql/client.js';
import { AddCalendarEventDocument, type EventKind } from '../../graphql/generated/graphql.js';
import { Button } from '../../ui/button.js';
import { Chip } from '../../ui/chip.js';
import { Select, TextField } from '../../ui/fields.js';
import type { DemandView } from './demand.model.js';

const KINDS: readonly EventKind[] = ['HOLIDAY', 'CLOSED', 'CAMPAIGN', 'OUTAGE', 'OTHER'];

function EventForm({ days }: { readonly days: readonly string[] }) {
  const client = useQueryClient();
  const [fromOn, setFromOn] = useState(days[0] ?? '');
  const [untilOn, setUntilOn] = useState(days[0] ?? '');
  const [kind, setKind] = useState<EventKind>('CAMPAIGN');
  const [title, setTitle] = useState('');
  const add = useMutation({
    mutationFn: async () =>
      (await request(AddCalendarEventDocument, { input: { fromOn, untilOn, kind, title, queueIds: null } }))
        .addCalendarEvent,
    onSuccess: async () => {
      setTitle('');
      await client.invalidateQueries({ queryKey: ['demand'] });
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (title.trim()) add.mutate();
  };
  const options = days.map((on) => ({ id: on, text: formatDate(on) }));
  return (
    <form className="y-edit-form" onSubmit={submit}>
      <TextField
        label={t('demand.eventTitle')}
        value={title}
        onChange={setTitle}
        error={add.data?.__typename === 'InvalidInput' ? add.data.message : undefined}
      />
      <Select
        label={t('demand.eventKind')}
        value={kind}
        options={KINDS.map((id) => ({ id, text: t(`demand.event${id}`) }))}
        onChange={(id) => setKind(id as EventKind)}
      />
      <div className="y-edit-value">
        <Select
          label={t('demand.firstDay')}
          value={fromOn}
          options={options}
          onChange={(on) => (setFromOn(on), setUntilOn(on > untilOn ? on : untilOn))}
        />
        <Select
          label={t('demand.lastDay')}
          value={untilOn}
          options={options.filter(({ id }) => id >= fromOn)}
          onChange={setUntilOn}
        />
      </div>
      <Button type="submit" isDisabled={!title.trim() || add.isPending}>
        {t('demand.addEvent')}
      </Button>
    </form>
  );
}

/** What explains unusual days: holidays, closures, campaigns, outages. */
export function EventPanel({ view }: { readonly view: DemandView }) {
  const viewer = useViewer();
  const days = Array.from({ length: view.days }, (_, day) => addDays(view.fromOn, day));
  return (
    <div className="y-edit-panel">
      {view.events.length ? (
        <ul className="y-events">
          {view.events.map(({ id, fromOn, untilOn, kind, title }) => (
            <li key={id}>
              <strong>{title}</strong> <Chip tone="prefer">{t(`demand.event${kind}`)}</Chip>
              <p className="y-quiet">
                {fromOn === untilOn ? formatDate(fromOn) : `${formatDate(fromOn)} – ${formatDate(untilOn)}`}
              </p>
            </li>
          ))}
        </ul>
      ) : (
        <p className="y-quiet">{t('demand.noEvents')}</p>
      )}
      {can(viewer, 'demand.edit') ? <EventForm key={view.fromOn} days={days} /> : null}
    </div>
  );
}
