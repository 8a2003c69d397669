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
/** Placed by templates, not by sessions. */
const OWN_PLACES: readonly string[] = ['break', 'lunch'];

interface Draft {
  readonly title: string;
  readonly typeId: string;
  readonly minutes: number;
  readonly form: 'TOGETHER' | 'ALONE';
  readonly team: string;
  readonly period: 'WEEK' | 'DAY';
  readonly atOnce: number;
}

function inputOf({ title, typeId, minutes, form, team, period, atOnce }: Draft): SessionInput {
  return {
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
}

/** A new training, meeting or huddle in a planner's words. */
export function SessionForm({ onSaved, onCancel }: { readonly onSaved: () => void; readonly onCancel: () => void }) {
  const types = useViewer().organisation.activityTypes.filter(
    ({ contactWork, code }) => !contactWork && !OWN_PLACES.includes(code),
  );
  const [draft, setDraft] = useState<Draft>({
    title: '',
    typeId: types[0]?.id ?? '',
    minutes: 30,
    form: 'TOGETHER',
    team: EVERYONE,
    period: 'WEEK',
    atOnce: 0,
  });
  const save = useMutation({
    mutationFn: async () => (await request(SaveSessionDocument, { input: inputOf(draft) })).saveSession,
    onSuccess: (answer) => {
      if (answer.__typename === 'SessionSaved') onSaved();
    },
    onError: () => showToast({ text: t('sessions.failed'), tone: 'problem' }),
  });
  const refused = save.data?.__typename === 'InvalidInput' ? save.data : null;
  return (
    <form
      className="s-form"
      onSubmit={(event) => {
        event.preventDefault();
        save.mutate();
      }}
    >
      <WhatFields
        draft={draft}
        types={types.map(({ id, title }) => ({ id, text: local(title) }))}
        onChange={(change) => setDraft({ ...draft, ...change })}
      />
      <WhoFields draft={draft} onChange={(change) => setDraft({ ...draft, ...change })} />
      {refused ? (
        <p role="alert" className="s-refused">
          {refused.message}
        </p>
      ) : null}
      <div className="b-actions b-actions-end">
        <Button onPress={onCancel}>{t('sessions.cancel')}</Button>
        <Button kind="primary" type="submit" isDisabled={save.isPending || draft.title === '' || draft.typeId === ''}>
          {t('sessions.save')}
        </Button>
      </div>
    </form>
  );
}

interface FieldsProps {
  readonly draft: Draft;
  readonly onChange: (change: Partial<Draft>) => void;
}

function WhatFields({
  draft,
  types,
  onChange,
}: FieldsProps & { readonly types: readonly { readonly id: string; readonly text: string }[] }) {
  return (
    <>
      <TextField label={t('sessions.name')} value={draft.title} onChange={(title) => onChange({ title })} />
      <Select
        label={t('sessions.type')}
        value={draft.typeId}
        options={types}
        onChange={(typeId) => onChange({ typeId })}
      />
      <NumberField
        label={t('sessions.length')}
        unit={t('sessions.minutes')}
        value={draft.minutes}
        minValue={15}
        maxValue={480}
        step={15}
        onChange={(minutes) => onChange({ minutes })}
      />
    </>
  );
}

function WhoFields({ draft, onChange }: FieldsProps) {
  const { teams } = useDesk();
  return (
    <>
      <Select
        label={t('sessions.form')}
        value={draft.form}
        options={[
          { id: 'TOGETHER', text: t('sessions.together') },
          { id: 'ALONE', text: t('sessions.alone') },
        ]}
        onChange={(form) => onChange({ form: form as Draft['form'] })}
      />
      <Select
        label={t('sessions.who')}
        value={draft.team}
        options={[{ id: EVERYONE, text: t('sessions.everyone') }, ...teams.map(({ id, name }) => ({ id, text: name }))]}
        onChange={(team) => onChange({ team })}
      />
      <Select
        label={t('sessions.often')}
        value={draft.period}
        options={[
          { id: 'WEEK', text: t('sessions.weekly') },
          { id: 'DAY', text: t('sessions.daily') },
        ]}
        onChange={(period) => onChange({ period: period as Draft['period'] })}
      />
      <NumberField
        label={t('sessions.atOnce')}
        hint={t('sessions.atOnceHint')}
        value={draft.atOnce}
        minValue={0}
        onChange={(atOnce) => onChange({ atOnce })}
      />
    </>
  );
}
