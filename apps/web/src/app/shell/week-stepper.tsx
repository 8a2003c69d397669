import { ChevronLeft, ChevronRight } from 'lucide-react';
import { addDays, weekStartOf } from '@yotei/time';
import { dateInZone, formatDateRange, weekNumber } from '../format/format-time.js';
import { t } from '../i18n/t.js';
import { Button, IconButton } from '../../ui/button.js';

/** Days of the week of `weekStart`: `Week 45 · 2–8 Nov 2026`. */
export function weekTitle(weekStartOn: string): string {
  return `${t('app.weekTitle', { number: weekNumber(weekStartOn) })} · ${formatDateRange(weekStartOn, addDays(weekStartOn, 6))}`;
}

/** The first day of the week that holds now in the zone. */
export function thisWeek(zone: string, firstWeekday: number): string {
  return weekStartOf(dateInZone(Date.now(), zone), firstWeekday);
}

export interface WeekStepperProps {
  readonly weekStartOn: string;
  readonly zone: string;
  readonly firstWeekday: number;
  readonly onChange: (weekStartOn: string) => void;
}

/** Back a week, to this week, on a week. */
export function WeekStepper({ weekStartOn, zone, firstWeekday, onChange }: WeekStepperProps) {
  const current = thisWeek(zone, firstWeekday);
  return (
    <span className="y-week-stepper">
      <IconButton
        label={t('app.previousWeek')}
        icon={<ChevronLeft size={18} strokeWidth={1.75} />}
        onPress={() => onChange(addDays(weekStartOn, -7))}
      />
      <Button isDisabled={weekStartOn === current} onPress={() => onChange(current)}>
        {t('app.thisWeek')}
      </Button>
      <IconButton
        label={t('app.nextWeek')}
        icon={<ChevronRight size={18} strokeWidth={1.75} />}
        onPress={() => onChange(addDays(weekStartOn, 7))}
      />
    </span>
  );
}
