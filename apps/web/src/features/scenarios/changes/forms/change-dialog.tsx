import {
  applyScenario,
  changesInWords,
  findChangeKind,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioChangeKind,
} from '@yotei/scheduling/scenarios';
import { LAW_PACKS } from '@yotei/scheduling/law';
import { useMemo, useState } from 'react';
import { currentLanguage, useLanguage } from '../../../../app/i18n/language.js';
import { local, t } from '../../../../app/i18n/t.js';
import { useViewer } from '../../../../app/session.js';
import { Button } from '../../../../ui/button.js';
import { Dialog } from '../../../../ui/dialog.js';
import { Select } from '../../../../ui/fields.js';
import { CHANGE_KINDS, formOf } from './catalogue.js';
import { ChangeField } from './change-field.js';
import type { Draft, Field, FormRoom } from './change-form.js';

export interface ChangeDialogProps {
  readonly base: ScenarioBase;
  readonly changes: readonly ScenarioChange[];
  /** The change to edit; null: a new one at the end. */
  readonly index: number | null;
  readonly onDone: (changes: readonly ScenarioChange[]) => void;
  readonly onClose: () => void;
}

/** Skills by the people who have them, else by the queues that need them. */
function skillsOf(base: ScenarioBase) {
  const rows = base.people?.headcountBySkill ?? [];
  const known = rows.map(({ skillId, title }) => [skillId, title ?? skillId] as const);
  const needed = base.queues.flatMap(({ skillId, title }) => (skillId === null ? [] : [[skillId, title] as const]));
  return [...new Map([...needed, ...known])].map(([id, text]) => ({ id, text }));
}

function useRoom(base: ScenarioBase): FormRoom {
  const viewer = useViewer();
  const language = useLanguage();
  return useMemo(
    () => ({
      base,
      skills: skillsOf(base),
      sites: viewer.organisation.sites.map(({ id, name }) => ({ id, text: name })),
      packs: LAW_PACKS.map(({ id, title }) => ({ id, text: local(title) })),
    }),
    [base, viewer, language],
  );
}

const isEmpty = (draft: Draft, { name }: Field): boolean => {
  const value = draft[name];
  return value === undefined || value === '' || Number.isNaN(value) || (Array.isArray(value) && value.length === 0);
};

function useForm({ base, changes, index, onDone, onClose }: ChangeDialogProps) {
  const room = useRoom(base);
  const edited = index === null ? undefined : changes[index];
  const [kind, setKind] = useState<ScenarioChangeKind>(edited?.kind ?? 'volume');
  const form = formOf(kind);
  const [draft, setDraft] = useState<Draft>(() => (edited ? form.read(edited) : form.start(room)));
  const before = edited?.kind === kind ? edited : undefined;
  const missing = form.fields.filter((field) => field.needed && isEmpty(draft, field)).map(({ name }) => name);
  const change = missing.length === 0 ? form.write(draft, room, before) : undefined;
  const next = change ? (index === null ? [...changes, change] : changes.with(index, change)) : changes;
  const at = index ?? changes.length;
  const applied = applyScenario(base, next);
  const faults = applied.kind === 'faulty' ? applied.faults.filter((fault) => fault.index === at) : [];
  return {
    room,
    kind,
    form,
    draft,
    missing,
    faults,
    change,
    words: change && faults.length === 0 ? changesInWords(next, base, currentLanguage())[at] : undefined,
    choose: (chosen: ScenarioChangeKind) => {
      setKind(chosen);
      setDraft(formOf(chosen).start(room));
    },
    set: (name: string, value: Draft[string]) => setDraft((old) => ({ ...old, [name]: value })),
    submit: () => {
      if (!change || faults.length > 0) return;
      onDone(next);
      onClose();
    },
  };
}

/** Any kind of change by a plain form; in words below while it is filled. */
export function ChangeDialog(props: ChangeDialogProps) {
  const { index, onClose } = props;
  const { room, kind, form, draft, missing, faults, change, words, choose, set, submit } = useForm(props);
  return (
    <Dialog
      title={t(index === null ? 'scenarios.addChange' : 'scenarios.editTitle')}
      isOpen
      onClose={onClose}
      width={560}
    >
      <form className="y-scn-form" onSubmit={(event) => (event.preventDefault(), submit())}>
        <Select
          label={t('scenarios.kindOfChange')}
          value={kind}
          isDisabled={index !== null}
          options={CHANGE_KINDS.map((id) => ({
            id,
            text: local(findChangeKind(id)?.title ?? { en: id, ja: id }),
            detail: t(`scenarios.kindDetail.${id}`),
          }))}
          onChange={(id) => choose(id as ScenarioChangeKind)}
        />
        <div className="y-scn-fields">
          {form.fields.map((field) => (
            <ChangeField
              key={field.name}
              field={field}
              draft={draft}
              room={room}
              error={missing.includes(field.name) ? t('scenarios.needed') : undefined}
              onChange={(value) => set(field.name, value)}
            />
          ))}
        </div>
        {faults.map(({ path, message }) => (
          <p key={path} role="alert" className="y-scn-fault">
            {local(message)}
          </p>
        ))}
        <p className="y-scn-words" aria-live="polite">
          {words ?? ''}
        </p>
        <div className="y-scn-form-acts">
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" type="submit" isDisabled={!change || faults.length > 0}>
            {t(index === null ? 'scenarios.add' : 'scenarios.apply')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
