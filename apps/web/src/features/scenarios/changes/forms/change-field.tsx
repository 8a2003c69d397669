import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { formatWeekdayNumber } from '../../../../app/format/format-time.js';
import { t, tIfKnown } from '../../../../app/i18n/t.js';
import { Checkbox, NumberField, Select, TextField } from '../../../../ui/fields.js';
import { channelText } from '../scope.model.js';
import type { Choice, Draft, DraftValue, Field, FormRoom } from './change-form.js';

interface FieldProps {
  readonly field: Field;
  readonly draft: Draft;
  readonly room: FormRoom;
  readonly error: string | undefined;
  readonly onChange: (value: DraftValue) => void;
}

const labelOf = ({ name }: Field) => t(`scenarios.field.${name}`);
const listOf = (value: DraftValue | undefined): readonly string[] =>
  Array.isArray(value) ? (value as readonly string[]) : [];
const WEEKDAYS = ['1', '2', '3', '4', '5', '6', '7'];

function WeekdaysField({ field, draft, onChange }: FieldProps) {
  const chosen = listOf(draft[field.name]);
  return (
    <div className="y-field">
      <span className="y-scn-label">{labelOf(field)}</span>
      <ToggleButtonGroup
        aria-label={labelOf(field)}
        className="y-weekdays"
        selectionMode="multiple"
        selectedKeys={chosen.length === 0 ? WEEKDAYS : chosen}
        onSelectionChange={(keys) => {
          const days = WEEKDAYS.filter((day) => keys.has(day));
          onChange(days.length === WEEKDAYS.length ? [] : days);
        }}
      >
        {WEEKDAYS.map((day) => (
          <ToggleButton key={day} id={day} className="y-weekday" aria-label={formatWeekdayNumber(Number(day), 'long')}>
            {formatWeekdayNumber(Number(day), 'narrow')}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
    </div>
  );
}

function QueuesField({ field, draft, room, error, onChange }: FieldProps) {
  const chosen = listOf(draft[field.name]);
  return (
    <fieldset className="y-scn-queues">
      <legend>{field.needed ? t('scenarios.queues') : t('scenarios.queuesOrAll')}</legend>
      {room.base.queues.map(({ id, title }) => (
        <Checkbox
          key={id}
          isSelected={chosen.includes(id)}
          onChange={(on) => onChange(on ? [...chosen, id] : chosen.filter((one) => one !== id))}
        >
          {title}
        </Checkbox>
      ))}
      {error ? <p className="y-field-error">{error}</p> : null}
    </fieldset>
  );
}

/** A choice that need not be made shows an empty first line. */
const ANY = '';

function optionsOf(field: Field, room: FormRoom): readonly Choice[] {
  const { base, skills, sites, packs } = room;
  const channels = [...new Set([...base.queues.map(({ channel }) => channel)])];
  const reasons = new Set([
    'sickness',
    ...base.queues.flatMap(({ plan }) => (plan.shrinkage ?? []).map(({ id }) => id)),
  ]);
  switch (field.type) {
    case 'queue':
      return base.queues.map(({ id, title }) => ({ id, text: title }));
    case 'skill':
      return skills;
    case 'site':
      return sites;
    case 'pack':
      return packs;
    case 'channel':
      return channels.map((channel) => ({ id: channel, text: channelText(channel) }));
    case 'outside':
      return [
        { id: 'lost', text: t('scenarios.outsideLost') },
        { id: 'move', text: t('scenarios.outsideMove') },
      ];
    case 'reason':
      return [...reasons].map((id) => ({ id, text: tIfKnown(`staffing.reason.${id}`, undefined, id) }));
    default:
      return [];
  }
}

function ChoiceField({ field, draft, room, error, onChange }: FieldProps) {
  const options = optionsOf(field, room);
  const value = String(draft[field.name] ?? ANY);
  return (
    <Select
      label={labelOf(field)}
      value={value}
      error={error}
      options={field.needed ? options : [{ id: ANY, text: t('scenarios.any') }, ...options]}
      onChange={onChange}
    />
  );
}

const UNITS = {
  percent: () => '%',
  seconds: () => t('scenarios.unitSeconds'),
  hours: () => t('scenarios.unitHours'),
  number: () => '',
} as const;

/** One field of the form of a change. */
export function ChangeField(props: FieldProps) {
  const { field, draft, error, onChange } = props;
  const value = draft[field.name];
  switch (field.type) {
    case 'percent':
    case 'seconds':
    case 'hours':
    case 'number': {
      const unit = UNITS[field.type]();
      return (
        <NumberField
          label={labelOf(field)}
          value={typeof value === 'number' ? value : Number.NaN}
          onChange={onChange}
          error={error}
          formatOptions={{ maximumFractionDigits: 3 }}
          {...(unit ? { unit } : {})}
          {...(field.least === undefined ? {} : { minValue: field.least })}
          {...(field.most === undefined ? {} : { maxValue: field.most })}
        />
      );
    }
    case 'date':
    case 'text':
    case 'clock':
      return (
        <TextField
          label={labelOf(field)}
          {...(field.type === 'date' ? { type: 'date' } : field.type === 'clock' ? { type: 'time' } : {})}
          value={typeof value === 'string' ? value : ''}
          onChange={onChange}
          error={error}
        />
      );
    case 'weekdays':
      return <WeekdaysField {...props} />;
    case 'queues':
      return <QueuesField {...props} />;
    case 'yes':
      return (
        <Checkbox isSelected={value === true} onChange={onChange}>
          {labelOf(field)}
        </Checkbox>
      );
    default:
      return <ChoiceField {...props} />;
  }
}
