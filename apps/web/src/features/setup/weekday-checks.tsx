import { formatWeekdayNumber } from '../../app/format/format-time.js';
import { Checkbox } from '../../ui/fields.js';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

/** ISO weekdays to choose from. */
export function WeekdayChecks({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: readonly number[];
  readonly onChange: (weekdays: number[]) => void;
}) {
  return (
    <fieldset className="su-set">
      <legend>{label}</legend>
      <div className="su-checks">
        {WEEKDAYS.map((day) => (
          <Checkbox
            key={day}
            isSelected={value.includes(day)}
            onChange={(on) => onChange(WEEKDAYS.filter((one) => (one === day ? on : value.includes(one))))}
          >
            {formatWeekdayNumber(day, 'short')}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
