import type { PlanFault, PlanModel } from '@yotei/scheduling/staffing';
import { local } from '../../app/i18n/t.js';
import { NumberField } from '../../ui/fields.js';
import type { SettingsForm } from './settings-form.model.js';

/** What every part of the form gets: the values, how to change them, and what is wrong with them. */
export interface SettingsPart {
  readonly form: SettingsForm;
  readonly change: (part: Partial<SettingsForm>) => void;
  readonly model: PlanModel;
  readonly faults: readonly PlanFault[];
}

type NumberKey = { [Key in keyof SettingsForm]: SettingsForm[Key] extends number ? Key : never }[keyof SettingsForm];

export interface SettingProps extends Omit<SettingsPart, 'model'> {
  readonly name: NumberKey;
  /** Where the plan keeps it, for what the library says of it. */
  readonly path: string;
  readonly label: string;
  readonly unit?: string;
  readonly hint?: string;
}

/** One number of the plan; empty is allowed, and what the library refuses stands below it while one types. */
export function Setting({ form, change, faults, name, path, label, unit, hint }: SettingProps) {
  const fault = faults.find((one) => one.path === path);
  return (
    <NumberField
      label={label}
      value={form[name]}
      onChange={(value) => change({ [name]: value })}
      formatOptions={{ maximumFractionDigits: 2, useGrouping: false }}
      {...(unit ? { unit } : {})}
      {...(hint ? { hint } : {})}
      error={fault && local(fault.message)}
    />
  );
}
