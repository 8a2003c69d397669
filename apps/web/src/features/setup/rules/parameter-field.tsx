import { t } from '../../../app/i18n/t.js';
import { Checkbox, NumberField } from '../../../ui/fields.js';
import { ClockField } from '../clock-field.js';
import { isInHours, parameterTitle } from './rule-words.js';

export interface ParameterSpec {
  readonly key: string;
  readonly title: string | { readonly en: string; readonly ja: string };
  readonly unit: 'minutes' | 'days' | 'count' | 'fraction' | 'minute-of-day' | 'yes-no';
  readonly min: number;
  readonly max: number;
}

/** A number of a rule in the unit people think in: hours, minutes, days, a time of day or yes and no. */
export function ParameterField({
  spec,
  value,
  onChange,
}: {
  readonly spec: ParameterSpec;
  readonly value: number;
  readonly onChange: (value: number) => void;
}) {
  const label = parameterTitle(spec);
  if (spec.unit === 'minute-of-day') return <ClockField label={label} value={value} onChange={onChange} />;
  if (spec.unit === 'yes-no')
    return (
      <Checkbox isSelected={value === 1} onChange={(on) => onChange(on ? 1 : 0)}>
        {label}
      </Checkbox>
    );
  const scale = isInHours(spec) ? 60 : 1;
  const units = { minutes: isInHours(spec) ? t('setup.hoursUnit') : t('setup.minutesUnit'), days: t('setup.daysUnit') };
  const unit = spec.unit === 'minutes' || spec.unit === 'days' ? units[spec.unit] : undefined;
  return (
    <NumberField
      label={label}
      {...(unit === undefined ? {} : { unit })}
      {...(spec.unit === 'fraction' ? { formatOptions: { style: 'percent' as const } } : {})}
      value={value / scale}
      minValue={spec.min / scale}
      maxValue={spec.max / scale}
      step={scale === 60 ? 0.25 : spec.unit === 'fraction' ? 0.01 : 1}
      onChange={(next) => Number.isFinite(next) && onChange(spec.unit === 'fraction' ? next : Math.round(next * scale))}
    />
  );
}
