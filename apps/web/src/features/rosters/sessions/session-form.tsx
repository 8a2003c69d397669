import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { local, t } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import { SaveSessionDocument, type SessionInput } from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { NumberField, Select, TextField } from '../../../ui/fields.js';
import { showToast } from '../../../ui/toast.js';
import { useDesk } from '../desk/desk-context.js';

const EVERYONE = 'everyone';

/** A new training, meeting or huddle in a planner's words. */
export function SessionForm({ onSaved, onCancel }: { readonly onSaved: () => void; readonly onCancel: () => void }) {
  const { teams } = useDesk();
  const types = useViewer().organisation.activityTypes.filter(
    ({ contactWork, code }) => !contactWork && code !== 'break' && code !== 'lunch',
  );
  const [title, setTitle] = useState('');
  const [typeId, setType] = useState(types[0]?.id ?? '');
  const [minutes, setMinutes] = useState(30);
  const [form, setForm] = useState<'TOGETHER' | 'ALONE'>('TOGETHER');
  const [team, setTeam] = useState(EVERYONE);
  const [period, setPeriod] = useState<'WEEK' | 'DAY'>('WEEK');
  const [atOnce, setAtOnce] = useState(0);
  const save = useMutation({
    mutationFn: async () => {
      const input: SessionInput = {
        version: 0,
        title,
        activityTypeId: typeId,
        lengthMinutes: minutes,
        form,
        period,
        times: 1,
        sameTime: period === 'DAY',
        who: team === EVERYONE ? {} : { teamIds: [team] },
        attendeesAtOnceMax: atOnce > 0 ? atOnce : null,
      };
      return (await request(SaveSessionDocument, { input })).saveSession;
    },
    onSuccess: (answer) => {
      if (answer.__typename === 'SessionSaved') onSaved();
    },
    onError: () => showToast({ text: t('sessions.failed'), tone: 'problem' }),
  });
  const refused = save.data?.__typename === 'InvalidInput' ? save.data : null;
  const errorOf = (path: string) => (refused?.path === path ? refused.message : undefined);
  return (
    <form
      className="s-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <TextField label={t('sessions.name')} value={title} onChange={setTitle} error={errorOf('title')} />
      <Select
        label={t('sessions.type')}
        value={typeId}
        options={types.map((type) => ({ id: type.id, text: local(type.title) }))}
        onChange={setType}
      />
      <NumberField
        label={t('sessions.length')}
        unit={t('sessions.minutes')}
        value={minutes}
        minValue={15}
        maxValue={480}
        step={15}
        onChange={setMinutes}
        error={errorOf('lengthMinutes')}
      />
      <Select
        label={t('sessions.form')}
        value={form}
        options={[
          { id: 'TOGETHER', text: t('sessions.together') },
          { id: 'ALONE', text: t('sessions.alone') },
        ]}
        onChange={(id) => setForm(id as typeof form)}
      />
      <Select
        label={t('sessions.who')}
        value={team}
        options={[{ id: EVERYONE, text: t('sessions.everyone') }, ...teams.map(({ id, name }) => ({ id, text: name }))]}
        onChange={setTeam}
      />
      <Select
        label={t('sessions.often')}
        value={period}
        options={[
          { id: 'WEEK', text: t('sessions.weekly') },
          { id: 'DAY', text: t('sessions.daily') },
        ]}
        onChange={(id) => setPeriod(id as typeof period)}
      />
      <NumberField
        label={t('sessions.atOnce')}
        hint={t('sessions.atOnceHint')}
        value={atOnce}
        minValue={0}
        onChange={setAtOnce}
      />
      {refused && !['title', 'lengthMinutes'].includes(refused.path) ? <p role="alert">{refused.message}</p> : null}
      <div className="b-actions b-actions-end">
        <Button onPress={onCancel}>{t('sessions.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={save.isPending || typeId === ''}>
          {t('sessions.save')}
        </Button>
      </div>
    </form>
  );
}
