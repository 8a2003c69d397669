import { Plus, Trash2 } from 'lucide-react';
import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { Button, IconButton } from '../../../ui/button.js';
import { Checkbox, TextField } from '../../../ui/fields.js';
import { IdChecks } from '../id-checks.js';
import { WeekdayChecks } from '../weekday-checks.js';
import type { RotationDraft, RotationWeekDraft } from './contract-draft.js';

const MOST_WEEKS = 12;

interface EditorProps {
  readonly rotation: RotationDraft | null;
  /** Templates of the contract. */
  readonly templates: readonly { readonly id: string; readonly text: string }[];
  /** A Monday to begin with. */
  readonly firstDay: string;
  readonly onChange: (rotation: RotationDraft | null) => void;
}

/** A cycle of weeks: which days are off in each, and which templates are worked. */
export function RotationEditor({ rotation, templates, firstDay, onChange }: EditorProps) {
  const week: RotationWeekDraft = { templateIds: [], daysOff: [6, 7] };
  return (
    <fieldset className="su-set su-rotation">
      <legend>{t('setup.rotation')}</legend>
      <Checkbox
        isSelected={rotation !== null}
        onChange={(on) => onChange(on ? { startsOn: firstDay, weeks: [week, week] } : null)}
      >
        {t('setup.hasRotation')}
      </Checkbox>
      {rotation ? (
        <>
          <p className="y-quiet">{rotationInWords(rotation)}</p>
          <TextField
            type="date"
            label={t('setup.rotationStart')}
            value={rotation.startsOn}
            onChange={(startsOn) => onChange({ ...rotation, startsOn })}
          />
          {rotation.weeks.map((one, index) => (
            <WeekOfCycle
              key={index}
              index={index}
              week={one}
              templates={templates}
              onChange={(next) =>
                onChange({ ...rotation, weeks: rotation.weeks.map((each, i) => (i === index ? next : each)) })
              }
              onRemove={
                rotation.weeks.length > 1
                  ? () => onChange({ ...rotation, weeks: rotation.weeks.filter((_, i) => i !== index) })
                  : null
              }
            />
          ))}
          <Button
            isDisabled={rotation.weeks.length >= MOST_WEEKS}
            icon={<Plus size={14} strokeWidth={1.75} aria-hidden />}
            onPress={() => onChange({ ...rotation, weeks: [...rotation.weeks, week] })}
          >
            {t('setup.addWeek')}
          </Button>
        </>
      ) : null}
    </fieldset>
  );
}

/** What the cycle does to everybody who has the contract. */
function rotationInWords({ weeks }: RotationDraft): string {
  const off = weeks.map(({ daysOff }) =>
    daysOff.length > 0 ? daysOff.map((day) => formatWeekdayNumber(day, 'short')).join(' ') : t('setup.noDayOff'),
  );
  return t('setup.rotationWords', { count: weeks.length, days: off.join(t('setup.then')) });
}

function WeekOfCycle({
  index,
  week,
  templates,
  onChange,
  onRemove,
}: {
  readonly index: number;
  readonly week: RotationWeekDraft;
  readonly templates: EditorProps['templates'];
  readonly onChange: (week: RotationWeekDraft) => void;
  readonly onRemove: (() => void) | null;
}) {
  const { templateIds, daysOff } = week;
  return (
    <div className="su-week">
      <div className="su-week-head">
        <strong>{t('setup.weekOfCycle', { number: index + 1 })}</strong>
        {onRemove ? (
          <IconButton
            label={t('setup.removeWeek', { number: index + 1 })}
            icon={<Trash2 size={18} strokeWidth={1.75} />}
            onPress={onRemove}
          />
        ) : null}
      </div>
      <WeekdayChecks
        label={t('setup.daysOff')}
        value={daysOff}
        onChange={(days) => onChange({ ...week, daysOff: days })}
      />
      <IdChecks
        label={t('setup.templatesOfWeek')}
        value={templateIds.length === 0 ? templates.map(({ id }) => id) : templateIds}
        options={templates}
        // All of them is the same as no limit, and stays so when the contract gets another template.
        onChange={(ids) => onChange({ ...week, templateIds: ids.length === templates.length ? [] : ids })}
      />
    </div>
  );
}
