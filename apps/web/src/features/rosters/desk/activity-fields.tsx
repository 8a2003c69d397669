import { Plus, X } from 'lucide-react';
import { local, t } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { NumberField, Select, TextField, type SelectOption } from '../../../ui/fields.js';
import { useDeskState } from './desk-context.js';
import type { ActivityDraft, ShiftDraft } from './shift-draft.js';

interface ActivityFieldsProps {
  readonly draft: ShiftDraft;
  readonly onChange: (draft: ShiftDraft) => void;
  readonly isDisabled: boolean;
}

const NEW_ACTIVITY_MINUTES = 15;

/** Everything in the shift but contact work, one line each. */
export function ActivityFields({ draft, onChange, isDisabled }: ActivityFieldsProps) {
  const model = useDeskState((state) => state.model);
  const options = model.activityTypes.flatMap((type, index) =>
    index === model.baseType || type.code === 'absence' ? [] : [{ id: String(index), text: local(type.title) }],
  );
  const set = (activities: readonly ActivityDraft[]) => onChange({ ...draft, activities });
  const add = () =>
    set([...draft.activities, { type: Number(options[0]?.id ?? 0), at: draft.from, minutes: NEW_ACTIVITY_MINUTES }]);
  return (
    <fieldset className="b-activities" disabled={isDisabled}>
      <legend>{t('board.activities')}</legend>
      {draft.activities.map((activity, index) => (
        <ActivityLine
          key={index}
          activity={activity}
          options={options}
          isDisabled={isDisabled}
          onChange={(next) => set(draft.activities.map((one, i) => (i === index ? next : one)))}
          onRemove={() => set(draft.activities.filter((_, i) => i !== index))}
        />
      ))}
      {isDisabled ? null : (
        <Button kind="quiet" icon={<Plus size={14} strokeWidth={1.75} />} onPress={add}>
          {t('board.addActivity')}
        </Button>
      )}
    </fieldset>
  );
}

interface ActivityLineProps {
  readonly activity: ActivityDraft;
  readonly options: readonly SelectOption[];
  readonly isDisabled: boolean;
  readonly onChange: (activity: ActivityDraft) => void;
  readonly onRemove: () => void;
}

function ActivityLine({ activity, options, isDisabled, onChange, onRemove }: ActivityLineProps) {
  return (
    <div className="b-activity">
      <Select
        label={t('board.activity')}
        hideLabel
        value={String(activity.type)}
        options={options}
        onChange={(type) => onChange({ ...activity, type: Number(type) })}
        isDisabled={isDisabled}
      />
      <TextField
        label={t('board.at')}
        value={activity.at}
        onChange={(at) => onChange({ ...activity, at })}
        isDisabled={isDisabled}
      />
      <NumberField
        label={t('board.minutes')}
        value={activity.minutes}
        minValue={5}
        maxValue={600}
        step={5}
        onChange={(minutes) => onChange({ ...activity, minutes })}
        isDisabled={isDisabled}
      />
      <IconButton
        label={t('board.removeActivity')}
        icon={<X size={14} strokeWidth={1.75} />}
        isDisabled={isDisabled}
        onPress={onRemove}
      />
    </div>
  );
}
