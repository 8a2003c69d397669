import { formatWeekdayNumber } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { NumberField, Select } from '../../../ui/fields.js';
import type { CurveForm } from './curve.model.js';
import { ShapeEditor } from './shape-editor.js';

const SPREADS = [10, 20, 30, 50, 80];
const hours = (from: number, until: number) =>
  Array.from({ length: until - from + 1 }, (_, index) => ({
    id: String(from + index),
    text: `${String(from + index).padStart(2, '0')}:00`,
  }));

export interface CurveFieldsProps {
  readonly form: CurveForm;
  readonly onChange: (form: CurveForm) => void;
}

/** Contacts a day, hours, shape, handle time, and how sure of it all. */
export function CurveFields({ form, onChange }: CurveFieldsProps) {
  const set = (change: Partial<CurveForm>) => onChange({ ...form, ...change });
  return (
    <div className="y-curve">
      <fieldset className="y-curve-days">
        <legend>{t('youngQueues.contactsADay')}</legend>
        {form.contacts.map((value, day) => (
          <NumberField
            key={day}
            label={formatWeekdayNumber(day + 1, 'short')}
            value={value}
            minValue={0}
            onChange={(next) => set({ contacts: form.contacts.map((old, index) => (index === day ? next || 0 : old)) })}
          />
        ))}
      </fieldset>
      <div className="y-curve-row">
        <Select
          label={t('youngQueues.opens')}
          value={String(form.opens)}
          options={hours(0, form.closes - 1)}
          onChange={(id) => set({ opens: Number(id) })}
        />
        <Select
          label={t('youngQueues.closes')}
          value={String(form.closes)}
          options={hours(form.opens + 1, 24)}
          onChange={(id) => set({ closes: Number(id) })}
        />
      </div>
      <ShapeEditor form={form} onChange={(shape) => set({ shape })} />
      <div className="y-curve-row">
        <NumberField
          label={t('youngQueues.handle')}
          value={form.handleSeconds}
          minValue={0}
          unit={t('youngQueues.seconds')}
          onChange={(handleSeconds) => set({ handleSeconds })}
        />
        <Select
          label={t('youngQueues.sure')}
          hint={t('youngQueues.sureHint')}
          value={String(form.spread)}
          options={[...new Set([...SPREADS, form.spread])]
            .sort((a, b) => a - b)
            .map((spread) => ({ id: String(spread), text: `±${spread}%` }))}
          onChange={(id) => set({ spread: Number(id) })}
        />
      </div>
    </div>
  );
}
