import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { TextField } from '../../ui/text-field.js';
import { clock, minuteOfClock } from './templates/template-draft.js';

/** A time of day as a minute, typed as people write it. */
export function ClockField({
  label,
  value,
  onChange,
}: {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minute: number) => void;
}) {
  const [typed, setTyped] = useState<string | null>(null);
  const isWrong = typed !== null && minuteOfClock(typed) === null;
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={typed ?? clock(value)}
      error={isWrong ? t('setup.notATime') : undefined}
      onChange={(text) => {
        setTyped(text);
        const minute = minuteOfClock(text);
        if (minute !== null) onChange(minute);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
