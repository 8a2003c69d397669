import { t, type MessageId } from '../../app/i18n/t.js';
import { NumberField } from '../../ui/fields.js';

export interface TermField {
  readonly label: MessageId;
  readonly value: number;
  readonly percent?: boolean;
  readonly change: (value: number) => void;
}

/** Numbers under their names; shares as percent. */
export function Fields({
  fields,
  isDisabled,
}: {
  readonly fields: readonly TermField[];
  readonly isDisabled: boolean;
}) {
  return (
    <div className="y-terms-fields">
      {fields.map(({ label, value, percent, change }) => (
        <NumberField
          key={label}
          label={t(label)}
          value={percent ? Math.round(value * 1e4) / 100 : value}
          isDisabled={isDisabled}
          formatOptions={{ maximumFractionDigits: 2 }}
          onChange={(next) => Number.isFinite(next) && change(percent ? next / 100 : next)}
          {...(percent && { unit: '%' })}
        />
      ))}
    </div>
  );
}
