import { TextField } from '../../ui/text-field.js';
import { clockText, minuteOfText } from './clock-text.js';

/** A time of day, as minutes since midnight. */
export function ClockField({
  label,
  minute,
  onChange,
}: {
  readonly label: string;
  readonly minute: number;
  readonly onChange: (minute: number) => void;
}) {
  return (
    <TextField
      label={label}
      type="time"
      value={clockText(minute)}
      onChange={(text) => {
        const next = minuteOfText(text);
        if (next !== null) onChange(next);
      }}
    />
  );
}
