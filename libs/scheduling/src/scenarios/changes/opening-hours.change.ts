import { localDateOf, localMinuteOfDay, weekdayOf, intervalStart } from '@yotei/time';
import {
  gridStaffingModel,
  isOpen,
  staffingPlanFaults,
  type StaffingForecast,
  type TextLanguage,
  type WorkedHours,
} from '../../staffing/index.js';
import { numberFaults, queueScopeFaults } from '../change-faults.js';
import type { ChangeKind } from '../change-kind.js';
import { touches, withChangedQueues, withLoad } from '../changed-queues.js';
import type { ScenarioQueue } from '../scenario-base.js';
import type { OpeningHoursChange } from '../scenario-change.js';
import { inWords, numberText } from '../words/amount-words.js';
import { listText, scopeText, whenText } from '../words/scope-words.js';

const DAY_MINUTES = 1440;

/** 1 where somebody works by the hours; all day where there are none. */
function workedMask(hours: readonly WorkedHours[], { grid, zone, contacts }: StaffingForecast): Uint8Array {
  return Uint8Array.from({ length: grid.count }, (_, index) => {
    if (hours.length === 0) return Number(!Number.isNaN(contacts[index]!));
    const startAt = intervalStart(grid, index);
    const minute = localMinuteOfDay(startAt, zone);
    const weekday = weekdayOf(localDateOf(startAt, zone));
    return Number(
      hours.some(
        ({ weekdays, fromMinute = 0, untilMinute = DAY_MINUTES }) =>
          fromMinute <= minute && minute < untilMinute && (!weekdays || weekdays.includes(weekday)),
      ),
    );
  });
}

/** Mean handle time of what is known, for hours of which nothing is. */
function meanHandleSeconds({ contacts, averageHandleSeconds }: StaffingForecast): number {
  let [seconds, count] = [0, 0];
  for (let index = 0; index < contacts.length; index += 1) {
    if (!(contacts[index]! > 0) || Number.isNaN(averageHandleSeconds[index]!)) continue;
    seconds += contacts[index]! * averageHandleSeconds[index]!;
    count += contacts[index]!;
  }
  return count > 0 ? seconds / count : 0;
}

function opened(queue: ScenarioQueue, change: OpeningHoursChange): ScenarioQueue {
  const { forecast, plan } = queue;
  const { grid } = forecast;
  const worked = workedMask(change.workedHours, forecast);
  const perInterval = ((change.contactsPerNewHour ?? 0) * grid.stepMinutes) / 60;
  const contacts = Float64Array.from(forecast.contacts);
  const handle = Float64Array.from(forecast.averageHandleSeconds);
  const mean = meanHandleSeconds(forecast);
  let waiting = 0;
  const moves = change.contactsOutside === 'move' && !gridStaffingModel(plan.modelId);
  for (let index = 0; index < grid.count; index += 1) {
    const wasOpen = isOpen(forecast, index);
    if (worked[index] && !wasOpen) {
      contacts[index] = perInterval;
      if (Number.isNaN(handle[index]!)) handle[index] = mean;
    }
    if (!worked[index] && wasOpen && moves) waiting += contacts[index]!;
    if (worked[index] && waiting > 0) {
      contacts[index]! += waiting;
      if (Number.isNaN(handle[index]!)) handle[index] = mean;
      waiting = 0;
    }
  }
  const openMask = Array.from(worked, (isWorked, index) => isWorked === 1 || isOpen(forecast, index));
  return {
    ...queue,
    plan: { ...plan, workedHours: change.workedHours },
    forecast: withLoad(forecast, { contacts, averageHandleSeconds: handle, openMask }),
  };
}

function hoursText(hours: readonly WorkedHours[], language: TextLanguage): string {
  if (hours.length === 0) return inWords(language, 'whenever contacts come', 'コンタクトのある時間すべて');
  return listText(
    hours.map((part) => whenText(part, language) || inWords(language, 'always', '終日')),
    language,
  );
}

/**
 * Other opening hours. Contacts outside them are lost, or come at the next opening; work that can wait waits by itself.
 * Newly open hours have the contacts the change says, because the forecast knows none.
 */
export const openingHoursChange: ChangeKind<OpeningHoursChange> = {
  kind: 'opening-hours',
  title: { en: 'Opening hours', ja: '営業時間' },
  faults: (change, base) => [
    ...queueScopeFaults(change, base),
    ...base.queues
      .filter((queue) => touches(change, queue))
      .slice(0, 1)
      .flatMap(({ plan }) => staffingPlanFaults({ ...plan, workedHours: change.workedHours }))
      .filter(({ path }) => path.startsWith('workedHours'))
      .map(({ path, message }) => ({ path, message })),
    ...numberFaults('contactsPerNewHour', change.contactsPerNewHour ?? 0, { min: 0, max: 1e6 }),
  ],
  apply: (change, base) => withChangedQueues(base, change, (queue) => opened(queue, change)),
  words: (change, base, language) => {
    const outside =
      change.contactsOutside === 'move'
        ? inWords(language, ', contacts outside come at the next opening', '、時間外は次の営業時間へ')
        : '';
    const { contactsPerNewHour: perHour = 0 } = change;
    const fresh =
      perHour === 0
        ? ''
        : inWords(
            language,
            `, ${numberText(perHour, language)} contacts in each new hour`,
            `、新しい時間帯は毎時${numberText(perHour, language)}件`,
          );
    return (
      inWords(language, 'Open ', '営業時間 ') +
      hoursText(change.workedHours, language) +
      outside +
      fresh +
      scopeText(change, base, language)
    );
  },
};
