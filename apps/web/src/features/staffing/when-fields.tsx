import { ToggleButton, ToggleButtonGroup } from 'react-aria-components';
import { formatWeekdayNumber } from '../../app/format/format-time.js';
import { t } from '../../app/i18n/t.js';
import { TextField } from '../../ui/fields.js';
import type { WhenRow } from './when-row.js';

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];

function Weekdays({ row, change }: { readonly row: WhenRow; readonly change: (part: Partial<WhenRow>) => void }) {
  // No day chosen means every day: all seven are shown pressed.
  const chosen = row.weekdays.length === 0 ? WEEKDAYS : row.weekdays;
  return (
    <ToggleButtonGroup
      aria-label={t('staffing.shrink.days')}
      className="y-weekdays"
      selectionMode="multiple"
      disallowEmptySelection
      selectedKeys={chosen.map(String)}
      onSelectionChange={(keys) => {
        const days = [...keys].map(Number).sort((a, b) => a - b);
        change({ weekdays: days.length === WEEKDAYS.length ? [] : days });
      }}
    >
      {WEEKDAYS.map((day) => (
        <ToggleButton key={day} id={String(day)} className="y-weekday" aria-label={formatWeekdayNumber(day, 'long')}>
          {formatWeekdayNumber(day, 'narrow')}
        </ToggleButton>
      ))}
    </ToggleButtonGroup>
  );
}

export interface WhenFieldsProps {
  readonly row: WhenRow;
  readonly change: (part: Partial<WhenRow>) => void;
  readonly timeError: string | undefined;
}

/** Weekdays and the part of the day, empty for the whole of it. */
export function WhenFields({ row, change, timeError }: WhenFieldsProps) {
  return (
    <>
      <Weekdays row={row} change={change} />
      <TextField
        label={t('staffing.shrink.from')}
        value={row.from}
        placeholder="00:00"
        onChange={(from) => change({ from })}
      />
      <TextField
        label={t('staffing.shrink.until')}
        value={row.until}
        placeholder="24:00"
        onChange={(until) => change({ until })}
        error={timeError}
      />
    </>
  );
}
