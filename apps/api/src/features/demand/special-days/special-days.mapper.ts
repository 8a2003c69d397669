import type { EventEffectEvidence, MonthlyRule as Rule } from '@yotei/forecast';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import type { EventKind } from '../demand.graphql-types.js';
import type { CalendarEventRecord } from '../calendar-events.repository.js';
import type { SiteHoliday as Holiday } from './queue-calendar.service.js';
import {
  SpecialDaysChanged,
  SpecialDaysEditedMeanwhile,
  type CentreEvent,
  type ClosedDayShift,
  type EffectSource,
  type EventEffect,
  type HolidayTreatment,
  type MonthlyRule,
  type MonthlyRuleInput,
  type MonthlyRuleKind,
  type SiteHoliday,
  type SpecialDays,
  type SpecialDaysResult,
} from './special-days.graphql-types.js';
import type { SpecialDaysOutcome, SpecialDaysView } from './special-days.service.js';

export function specialDaysOf(view: SpecialDaysView): SpecialDays {
  const { siteId, fromOn, untilOn, siteCountry, calendar } = view;
  return {
    siteId,
    fromOn,
    untilOn,
    siteCountry,
    calendar: calendar && {
      country: calendar.country,
      state: calendar.state,
      region: calendar.region,
      version: calendar.version,
    },
    holidays: view.holidays.map(holidayOf),
    events: view.events.map(centreEventOf),
    recurring: view.recurring.map(({ rule, queueIds, dates, ...day }) => ({
      ...day,
      rule: ruleOf(rule),
      queueIds: queueIds ? [...queueIds] : null,
      dates: [...dates],
    })),
  };
}

function holidayOf(day: Holiday): SiteHoliday {
  return {
    on: day.on,
    key: day.key,
    name: { en: day.name.en, ja: day.name.ja },
    hasOwnName: day.hasOwnName,
    isBankHoliday: day.type === 'bank',
    isSubstitute: day.isSubstitute,
    treatment: day.treatment as HolidayTreatment,
    fromMinute: day.fromMinute,
    untilMinute: day.untilMinute,
    version: day.version,
  };
}

function centreEventOf(event: CalendarEventRecord): CentreEvent {
  const known = event.kind === 'campaign' || event.kind === 'other' ? 'learned' : 'by_kind';
  return {
    id: event.id,
    kind: event.kind as EventKind,
    title: event.title,
    fromOn: event.fromOn,
    untilOn: event.untilOn,
    queueIds: event.queueIds ? [...event.queueIds] : null,
    effect: (event.effect ?? known) as EffectSource,
    effectFraction: event.effectFraction ?? null,
    halfLifeDays: event.halfLifeDays ?? null,
    version: event.version ?? 1,
  };
}

function ruleOf(rule: Rule): MonthlyRule {
  return {
    kind: rule.kind as MonthlyRuleKind,
    day: rule.kind === 'day-of-month' ? rule.day : null,
    closedDays: rule.kind === 'day-of-month' ? (rule.closedDays as ClosedDayShift) : null,
    nth: rule.kind === 'business-day' ? rule.nth : null,
  };
}

/** What is missing becomes a number that the library refuses by name. */
export function ruleOfInput({ kind, day, closedDays, nth }: MonthlyRuleInput): Rule {
  return kind === 'day-of-month'
    ? { kind: 'day-of-month', day: day ?? 0, closedDays: closedDays ?? 'stay' }
    : { kind: 'business-day', nth: nth ?? 0 };
}

export function effectOf({ title, kind, source, fraction, occurrences }: EventEffectEvidence): EventEffect {
  return {
    title,
    kind: kind as EventKind,
    isGiven: source === 'given',
    fraction,
    occurrences: occurrences.map((occurrence) => ({ ...occurrence })),
  };
}

export function specialDaysResultOf(outcome: SpecialDaysOutcome): typeof SpecialDaysResult {
  switch (outcome.kind) {
    case 'changed':
      return Object.assign(new SpecialDaysChanged(), { specialDays: specialDaysOf(outcome.view) });
    case 'edited-meanwhile': {
      const message = 'somebody else changed this first';
      return Object.assign(new SpecialDaysEditedMeanwhile(), { message, specialDays: specialDaysOf(outcome.view) });
    }
    case 'invalid':
      return InvalidInput.of(outcome.path, outcome.message);
    case 'not-found':
      return NotFound.of(outcome.what);
  }
}
