import { useState } from 'react';
import { t } from '../../app/i18n/t.js';
import { TextField } from '../../ui/text-field.js';
import { clock, DAY, minuteOfClock } from './templates/template-draft.js';

interface ClockProps {
  readonly label: string;
  readonly value: number;
  readonly onChange: (minute: number) => void;
  /** The end of a day: midnight is 24:00, not the day's first minute. */
  readonly isEnd?: boolean;
}

const MIDNIGHT = /^(24|24[:：.]?00)$/;

/** A time of day as a minute, typed as people write it. */
export function ClockField({ label, value, onChange, isEnd = false }: ClockProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const read = (text: string): number | null => {
    if (isEnd && MIDNIGHT.test(text.trim().normalize('NFKC'))) return DAY;
    const minute = minuteOfClock(text);
    return isEnd && minute === 0 ? DAY : minute;
  };
  const isWrong = typed !== null && read(typed) === null;
  return (
    <TextField
      label={label}
      inputMode="numeric"
      value={typed ?? (isEnd && value === DAY ? '24:00' : clock(value))}
      error={isWrong ? t('setup.notATime') : undefined}
      onChange={(text) => {
        setTyped(text);
        const minute = read(text);
        if (minute !== null) onChange(minute);
      }}
      onBlur={() => setTyped(null)}
    />
  );
}
