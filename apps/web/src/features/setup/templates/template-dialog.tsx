import { Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { activityLooks, type ActivityLook } from '../../../app/activity-types.js';
import { local, t } from '../../../app/i18n/t.js';
import { useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import { SaveSetupTemplateDocument, type SetupTemplateInput } from '../../../graphql/generated/graphql.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { NumberField, Select, TextField } from '../../../ui/fields.js';
import { ClockField } from '../clock-field.js';
import { DialogFoot } from '../dialog-foot.js';
import { IdChecks } from '../id-checks.js';
import type { SetupPatterns, SetupTemplate } from '../setup.queries.js';
import { useSaving } from '../use-saving.js';
import { WeekdayChecks } from '../weekday-checks.js';
import { AxisScale, EditableAxis, spanOf } from './template-axis.js';
import {
  addActivity,
  changeActivity,
  DAY,
  draftOf,
  inputOf,
  NEW_TEMPLATE,
  type TemplateActivity,
  type TemplateDraft,
} from './template-draft.js';

interface DialogProps {
  readonly template: SetupTemplate | null;
  readonly contracts: SetupPatterns['contracts'];
  readonly onClose: () => void;
}

export const saveTemplate = async (input: SetupTemplateInput) =>
  (await request(SaveSetupTemplateDocument, { input })).result;

/** A template drawn on the day and typed beside it; both say the same at any moment. */
export function TemplateDialog({ template, contracts, onClose }: DialogProps) {
  const viewer = useViewer();
  const looks = activityLooks(viewer);
  const [draft, setDraft] = useState<TemplateDraft>(() => (template ? draftOf(template) : NEW_TEMPLATE));
  const { save, isSaving, refusal } = useSaving(onClose);
  const set = (change: Partial<TemplateDraft>) => setDraft({ ...draft, ...change });
  const store = () =>
    save({
      run: () => saveTemplate(inputOf(draft, template)),
      undo: (saved) => saveTemplate(template ? inputOf(draftOf(template), saved) : inputOf(draft, saved, true)),
      said: t('setup.saved', { name: draft.title }),
    });
  return (
    <Dialog
      title={template ? t('setup.changeTitle', { name: template.title }) : t('setup.addTemplate')}
      isOpen
      onClose={onClose}
      width={760}
      footer={<DialogFoot {...{ refusal, isSaving, onClose }} isSound={draft.title.trim() !== ''} onSave={store} />}
    >
      <div>
        <AxisScale span={spanOf([draft])} />
        <EditableAxis draft={draft} span={spanOf([draft])} looks={looks} onChange={setDraft} />
        <p className="y-quiet">{t('setup.axisHint')}</p>
      </div>
      <ShiftFields draft={draft} set={set} />
      <ActivityFields draft={draft} looks={looks} onChange={setDraft} />
      <WeekdayChecks
        label={t('setup.weekdays')}
        value={draft.weekdays.length === 0 ? [1, 2, 3, 4, 5, 6, 7] : draft.weekdays}
        onChange={(weekdays) => set({ weekdays })}
      />
      <IdChecks
        label={t('setup.ofContracts')}
        value={draft.contractIds}
        options={contracts
          .filter(({ id, archived }) => !archived || draft.contractIds.includes(id))
          .map(({ id, title }) => ({ id, text: title }))}
        onChange={(contractIds) => set({ contractIds })}
      />
      {template && template.shiftsToCome > 0 ? (
        <p className="su-intro">
          {t('setup.templateUse', { count: template.shiftsToCome, published: template.publishedShiftsToCome })}
        </p>
      ) : null}
    </Dialog>
  );
}

function ShiftFields({
  draft,
  set,
}: {
  readonly draft: TemplateDraft;
  readonly set: (change: Partial<TemplateDraft>) => void;
}) {
  const { earliestStartMinute: earliest, latestStartMinute: latest } = draft;
  return (
    <div className="su-form">
      <TextField label={t('setup.title')} value={draft.title} onChange={(title) => set({ title })} />
      <ClockField
        label={t('setup.earliestStart')}
        value={earliest}
        onChange={(minute) => set({ earliestStartMinute: minute, latestStartMinute: Math.max(minute, latest) })}
      />
      <ClockField
        label={t('setup.latestStart')}
        value={latest}
        onChange={(minute) => set({ latestStartMinute: minute, earliestStartMinute: Math.min(minute, earliest) })}
      />
      <Minutes
        label={t('setup.startStep')}
        value={draft.startStepMinutes}
        max={240}
        onChange={(startStepMinutes) => set({ startStepMinutes })}
      />
      <NumberField
        label={t('setup.length')}
        unit={t('setup.hoursUnit')}
        value={draft.lengthMinutes / 60}
        minValue={0.25}
        maxValue={24}
        step={0.25}
        onChange={(hours) => set({ lengthMinutes: Math.round(hours * 60) || draft.lengthMinutes })}
      />
    </div>
  );
}

function Minutes({
  label,
  value,
  max,
  min = 5,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly max: number;
  readonly min?: number;
  readonly onChange: (minutes: number) => void;
}) {
  return (
    <NumberField
      label={label}
      unit={t('setup.minutesUnit')}
      value={value}
      minValue={min}
      maxValue={max}
      step={5}
      onChange={(minutes) => Number.isFinite(minutes) && onChange(minutes)}
    />
  );
}

interface ActivitiesProps {
  readonly draft: TemplateDraft;
  readonly looks: ReadonlyMap<string, ActivityLook>;
  readonly onChange: (draft: TemplateDraft) => void;
}

const USUAL_MINUTES: Readonly<Record<string, number>> = { lunch: 60, break: 15 };

function ActivityFields({ draft, looks, onChange }: ActivitiesProps) {
  const types = useViewer().organisation.activityTypes.filter(({ contactWork }) => !contactWork);
  const options = types.map(({ id, title }) => ({ id, text: local(title) }));
  const common = types.find(({ code }) => code === 'break') ?? types[0];
  return (
    <fieldset className="su-set su-activities">
      <legend>{t('setup.activitiesOfShift')}</legend>
      {draft.activities.map((activity, index) => (
        <ActivityLine key={index} {...{ draft, index, activity, options, looks, onChange }} />
      ))}
      {common ? (
        <Button
          icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
          onPress={() => onChange(addActivity(draft, common.id, USUAL_MINUTES[common.id] ?? 30))}
        >
          {t('setup.addActivity')}
        </Button>
      ) : null}
    </fieldset>
  );
}

function ActivityLine({
  draft,
  index,
  activity,
  options,
  looks,
  onChange,
}: ActivitiesProps & {
  readonly index: number;
  readonly activity: TemplateActivity;
  readonly options: readonly { readonly id: string; readonly text: string }[];
}) {
  const set = (change: Partial<TemplateActivity>) => onChange(changeActivity(draft, index, change));
  const { earliestStartMinutes: earliest, latestStartMinutes: latest } = activity;
  return (
    <div className="su-activity">
      <Select
        label={t('setup.activity')}
        value={activity.activityTypeId}
        options={options}
        onChange={(activityTypeId) => set({ activityTypeId })}
      />
      <Minutes
        label={t('setup.minutesLong')}
        value={activity.lengthMinutes}
        max={480}
        onChange={(lengthMinutes) => set({ lengthMinutes })}
      />
      <Minutes
        label={t('setup.notBefore')}
        value={earliest}
        min={0}
        max={DAY}
        onChange={(minutes) => set({ earliestStartMinutes: minutes, latestStartMinutes: Math.max(minutes, latest) })}
      />
      <Minutes
        label={t('setup.notAfter')}
        value={latest}
        min={0}
        max={DAY}
        onChange={(minutes) => set({ latestStartMinutes: minutes, earliestStartMinutes: Math.min(minutes, earliest) })}
      />
      <IconButton
        label={t('setup.removeActivity', { what: looks.get(activity.activityTypeId)?.title ?? '' })}
        icon={<Trash2 size={18} strokeWidth={1.75} />}
        onPress={() => onChange({ ...draft, activities: draft.activities.filter((_, i) => i !== index) })}
      />
    </div>
  );
}
