import { useState, type FormEvent } from 'react';
import { t, type MessageId } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Select, TextField } from '../../../ui/fields.js';
import { enterShift } from '../board/gestures/shift-form.gesture.js';
import type { BoardShift, ShiftEntryProblem } from '../board/index.js';
import { ActivityFields } from './activity-fields.js';
import { templatesOfAgent } from './contract-templates.js';
import { useDesk, useDeskState } from './desk-context.js';
import { draftOf, NO_TEMPLATE, readDraft, withTemplate, type ShiftDraft } from './shift-draft.js';

type Problem = ShiftEntryProblem | 'unreadable';

const PROBLEM_TEXTS: Readonly<Record<Problem, MessageId>> = {
  unreadable: 'board.problemTime',
  'too-short': 'board.problemTooShort',
  'outside-horizon-or-overlap': 'board.problemOverlap',
  'activity-outside': 'board.problemOutside',
  'activities-overlap': 'board.problemActivities',
};

interface ShiftFormProps {
  readonly agent: number;
  readonly day: number;
  readonly shift: BoardShift | null;
  readonly isDisabled: boolean;
}

/** The plain way to every drag: start, end, template, and the times of breaks, lunch and the rest. */
export function ShiftForm({ agent, day, shift, isDisabled }: ShiftFormProps) {
  const model = useDeskState((state) => state.model);
  const [draft, setDraft] = useState(() => draftOf(model, shift));
  const { problem, submit } = useSubmit({ agent, day, shift, draft });
  return (
    <form className="b-form" onSubmit={submit} noValidate>
      <TemplateField agent={agent} day={day} draft={draft} onChange={setDraft} isDisabled={isDisabled} />
      <div className="b-form-row">
        <TextField
          label={t('board.start')}
          value={draft.from}
          onChange={(from) => setDraft({ ...draft, from })}
          isDisabled={isDisabled}
        />
        <TextField
          label={t('board.end')}
          value={draft.until}
          onChange={(until) => setDraft({ ...draft, until })}
          isDisabled={isDisabled}
        />
      </div>
      <ActivityFields draft={draft} onChange={setDraft} isDisabled={isDisabled} />
      {problem ? (
        <p role="alert" className="b-problem">
          {t(PROBLEM_TEXTS[problem])}
        </p>
      ) : null}
      {isDisabled ? null : (
        <Button kind="primary" type="submit">
          {t(shift ? 'board.save' : 'board.addShift')}
        </Button>
      )}
    </form>
  );
}

/** Commits what is typed, or says the one reason why it cannot be. */
function useSubmit({ agent, day, shift, draft }: Omit<ShiftFormProps, 'isDisabled'> & { readonly draft: ShiftDraft }) {
  const { session } = useDesk();
  const [problem, setProblem] = useState<Problem | null>(null);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const placed = readDraft(session.state.model, draft, day);
    if (!placed) return setProblem('unreadable');
    const templateId = draft.templateId === NO_TEMPLATE ? null : draft.templateId;
    const entry = { agent, ...placed, templateId, locked: shift?.locked ?? false };
    const result = enterShift(session.state.model, entry, { current: shift, newId: session.newId() });
    setProblem(result.kind === 'refused' ? result.problem : null);
    if (result.kind === 'proposal') session.commit(result.proposal);
  };
  return { problem, submit };
}

interface TemplateFieldProps extends Pick<ShiftFormProps, 'agent' | 'day' | 'isDisabled'> {
  readonly draft: ShiftDraft;
  readonly onChange: (draft: ShiftDraft) => void;
}

/** Templates of the agent's contract; choosing one lays its length and activities from the typed start. */
function TemplateField({ agent, day, draft, onChange, isDisabled }: TemplateFieldProps) {
  const { planning } = useDesk();
  const model = useDeskState((state) => state.model);
  const allowed = new Set(templatesOfAgent(planning, model, agent).map(({ id }) => id));
  const templates = planning.shiftTemplates.filter(({ id }) => allowed.has(id) || id === draft.templateId);
  return (
    <Select
      label={t('board.template')}
      value={draft.templateId}
      options={[
        { id: NO_TEMPLATE, text: t('board.noTemplate') },
        ...templates.map((template) => ({ id: template.id, text: template.title })),
      ]}
      onChange={(id) => onChange(withTemplate(model, draft, { day, template: templates.find((one) => one.id === id) }))}
      isDisabled={isDisabled}
    />
  );
}
