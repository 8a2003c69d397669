import { addDays, startOfLocalDay } from '@yotei/time';
import {
  dateInZone,
  formatDate,
  formatDateRange,
  formatDateTime,
  formatTime,
} from '../../../app/format/format-time.js';
import type { ChartRange } from '../../../ui/plot-parts.js';

/** What a stretch of time spans, in words; whole days by their dates alone. */
export function rangeText({ fromAt, untilAt }: ChartRange, zone: string): string {
  const firstOn = dateInZone(fromAt, zone);
  const lastOn = dateInZone(untilAt - 1, zone);
  const wholeDays = startOfLocalDay(firstOn, zone) === fromAt && startOfLocalDay(addDays(lastOn, 1), zone) === untilAt;
  if (wholeDays) return firstOn === lastOn ? formatDate(firstOn) : formatDateRange(firstOn, lastOn);
  const until = firstOn === lastOn ? formatTime(untilAt, zone) : formatDateTime(untilAt, zone);
  return `${formatDateTime(fromAt, zone)}–${until}`;
}
