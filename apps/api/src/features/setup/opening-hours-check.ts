import { isLocalDate } from '@yotei/time';
import type { OpenHours, SiteOpeningHours } from '../organisation/index.js';
import type { SetupFault } from './setup-check.service.js';

const MOST_SPANS = 4;
const MOST_DATES = 400;
const LONGEST_TITLE = 120;

/** What cannot be stored of a site's hours; null when all of it can. */
export function faultOfHours({ weekly, dates }: SiteOpeningHours): SetupFault | null {
  const weekdays = (weekly ?? []).map(({ weekday }) => weekday);
  if (!weekdays.every((day) => Number.isInteger(day) && day >= 1 && day <= 7) || hasTwice(weekdays))
    return fault('weekday', 'weekdays are 1 (Monday) to 7, each at most once');
  if (dates.length > MOST_DATES) return fault('dates', `at most ${MOST_DATES} dates are kept; remove past ones`);
  if (!dates.every(({ on }) => isLocalDate(on))) return fault('on', 'a date is written 2026-12-31');
  if (hasTwice(dates.map(({ on }) => on))) return fault('on', 'each date is given once; write all its hours there');
  if (dates.some(({ title }) => title.length > LONGEST_TITLE))
    return fault('title', `a date's words have at most ${LONGEST_TITLE} characters`);
  for (const { spans } of [...(weekly ?? []), ...dates]) {
    const found = faultOfSpans(spans);
    if (found) return found;
  }
  return null;
}

function faultOfSpans(spans: readonly OpenHours[]): SetupFault | null {
  if (spans.length > MOST_SPANS) return fault('spans', `a day opens at most ${MOST_SPANS} times`);
  const inOrder = [...spans].sort((a, b) => a.fromMinute - b.fromMinute);
  if (
    !inOrder.every(({ fromMinute, untilMinute }) => fromMinute >= 0 && untilMinute <= 1440 && fromMinute < untilMinute)
  )
    return fault('untilMinute', 'closing comes after opening, within one day; hours over midnight are two lines');
  if (inOrder.some(({ fromMinute }, i) => i > 0 && fromMinute < inOrder[i - 1]!.untilMinute))
    return fault('fromMinute', 'the hours of a day overlap; join them');
  return null;
}

const fault = (field: string, message: string): SetupFault => ({ path: `openingHours.${field}`, message });
const hasTwice = (values: readonly unknown[]): boolean => new Set(values).size < values.length;
