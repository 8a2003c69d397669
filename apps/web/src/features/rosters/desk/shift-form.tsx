import { Plus, X } from 'lucide-react';
import { useState, type FormEvent } from 'react';
import { instantOfLocal, MINUTE_MILLIS } from '@yotei/time';
import { local, t, type MessageId } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { NumberField, Select, TextField } from '../../../ui/fields.js';
import {
  clockLabel,
  clockMinutes,
  enterShift,
  entryFromTemplate,
  placedOf,
  type BoardModel,
  type BoardShift,
  type Placed,
  type ShiftEntryProblem,
} from '../board/index.js';
import { useDesk, useDeskState } from './desk-context.js';

interface ActivityDraft {
  readonly type: number;
  readonly at: string;
  readonly minutes: number;
}

interface ShiftDraft {
  readonly from: string;
  readonly until: string;
  readonly templateId: string;
  readonly activities: readonly ActivityDraft[];
}

const NO_TEMPLATE = 'none';

const PROBLEM_TEXTS: Readonly<Record<ShiftEntryProblem | 'unreadable', MessageId>> = {
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
  const { session, planning } = useDesk();
  const model = useDeskState((state) => state.model);
  const [draft, setDraft] = useState(() => draftOf(model, shift));
  const [problem, setProblem] = useState<ShiftEntryProblem | 'unreadable' | null>(null);
  const contract = planning.contracts.find((candidate) => candidate.id === model.agents[agent]!.contractId);
  const templates = planning.shiftTemplates.filter(
    (template) => !contract || contract.templateIds.includes(template.id) || template.id === shift?.templateId,
  );
  const useTemplate = (id: string) =>
    setDraft(withTemplate(model, draft, { day, template: templates.find((template) => template.id === id) }));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const placed = readDraft(model, draft, day);
    if (!placed) return setProblem('unreadable');
    const entry = {
      agent,
      ...placed,
      templateId: draft.templateId === NO_TEMPLATE ? null : draft.templateId,
      locked: shift?.locked ?? false,
    };
    const result = enterShift(model, entry, { current: shift, newId: session.newId() });
    setProblem(result.kind === 'refused' ? result.problem : null);
    if (result.kind === 'proposal') session.commit(result.proposal);
  };
  return (
    <form className="b-form" onSubmit={submit} noValidate>
      <Select
        label={t('board.template')}
        value={draft.templateId}
        options={[
          { id: NO_TEMPLATE, text: t('board.noTemplate') },
          ...templates.map((template) => ({ id: template.id, text: template.title })),
        ]}
        onChange={useTemplate}
        isDisabled={isDisabled}
      />
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

interface ActivityFieldsProps {
  readonly draft: ShiftDraft;
  readonly onChange: (draft: ShiftDraft) => void;
  readonly isDisabled: boolean;
}

function ActivityFields({ draft, onChange, isDisabled }: ActivityFieldsProps) {
  const model = useDeskState((state) => state.model);
  const options = model.activityTypes.flatMap((type, index) =>
    index === model.baseType || type.code === 'absence' ? [] : [{ id: String(index), text: local(type.title) }],
  );
  const put = (index: number, change: Partial<ActivityDraft>) =>
    onChange({
      ...draft,
      activities: draft.activities.map((activity, i) => (i === index ? { ...activity, ...change } : activity)),
    });
  return (
    <fieldset className="b-activities" disabled={isDisabled}>
      <legend>{t('board.activities')}</legend>
      {draft.activities.map((activity, index) => (
        <div key={index} className="b-activity">
          <Select
            label={t('board.activity')}
            hideLabel
            value={String(activity.type)}
            options={options}
            onChange={(type) => put(index, { type: Number(type) })}
            isDisabled={isDisabled}
          />
          <TextField
            label={t('board.at')}
            value={activity.at}
            onChange={(at) => put(index, { at })}
            isDisabled={isDisabled}
          />
          <NumberField
            label={t('board.minutes')}
            value={activity.minutes}
            minValue={5}
            maxValue={600}
            step={5}
            onChange={(minutes) => put(index, { minutes })}
            isDisabled={isDisabled}
          />
          <IconButton
            label={t('board.removeActivity')}
            icon={<X size={14} strokeWidth={1.75} />}
            isDisabled={isDisabled}
            onPress={() => onChange({ ...draft, activities: draft.activities.filter((_, i) => i !== index) })}
          />
        </div>
      ))}
      {isDisabled ? null : (
        <Button
          kind="quiet"
          icon={<Plus size={14} strokeWidth={1.75} />}
          onPress={() =>
            onChange({
              ...draft,
              activities: [...draft.activities, { type: Number(options[0]?.id ?? 0), at: draft.from, minutes: 15 }],
            })
          }
        >
          {t('board.addActivity')}
        </Button>
      )}
    </fieldset>
  );
}

/** Times of the form are on the schedule's own clock, whatever zone the board shows. */
function draftOf(model: BoardModel, shift: BoardShift | null): ShiftDraft {
  if (!shift) return { from: '09:00', until: '18:00', templateId: NO_TEMPLATE, activities: [] };
  const clock = (minute: number) => clockLabel(model.startAt, minute, model.zone);
  return {
    from: clock(shift.start),
    until: clock(shift.start + shift.length),
    templateId: shift.templateId ?? NO_TEMPLATE,
    activities: placedOf(shift, model.baseType).map(({ type, start, length }) => ({
      type,
      at: clock(start),
      minutes: length,
    })),
  };
}

function readTime(text: string): number | null {
  const found = /^\s*(\d{1,2})[:：.]?(\d{2})?\s*$/.exec(text.normalize('NFKC'));
  return found ? clockMinutes(found[1], found[2]) : null;
}

/** The draft as board minutes; times before the start are on the next day. Null when a time cannot be read. */
function readDraft(
  model: BoardModel,
  draft: ShiftDraft,
  day: number,
): { start: number; length: number; placed: Placed[] } | null {
  const from = readTime(draft.from);
  const until = readTime(draft.until);
  const times = draft.activities.map((activity) => readTime(activity.at));
  if (
    from === null ||
    until === null ||
    times.includes(null) ||
    draft.activities.some((a) => !Number.isFinite(a.minutes))
  )
    return null;
  const at = (minute: number) =>
    (instantOfLocal(model.days[day]!.on, minute < from ? minute + 1440 : minute, model.zone) - model.startAt) /
    MINUTE_MILLIS;
  const start = at(from);
  const end = at(until === from ? until + 1440 : until);
  return {
    start,
    length: end - start,
    placed: draft.activities.map((activity, i) => ({
      type: activity.type,
      start: at(times[i]!),
      length: activity.minutes,
    })),
  };
}

type Template = Parameters<typeof entryFromTemplate>[1] & {
  readonly earliestStartMinute: number;
  readonly latestStartMinute: number;
};

function withTemplate(
  model: BoardModel,
  draft: ShiftDraft,
  { day, template }: { readonly day: number; readonly template: Template | undefined },
): ShiftDraft {
  if (!template) return { ...draft, templateId: NO_TEMPLATE };
  const typed = readTime(draft.from) ?? template.earliestStartMinute;
  const from = Math.min(Math.max(typed, template.earliestStartMinute), template.latestStartMinute);
  const start = (instantOfLocal(model.days[day]!.on, from, model.zone) - model.startAt) / MINUTE_MILLIS;
  const entry = entryFromTemplate(model, template, { agent: 0, start });
  const clock = (minute: number) => clockLabel(model.startAt, minute, model.zone);
  return {
    templateId: template.id,
    from: clock(entry.start),
    until: clock(entry.start + entry.length),
    activities: entry.placed.map(({ type, start: at, length }) => ({ type, at: clock(at), minutes: length })),
  };
}
