import { DEFAULT_WEIGHTS, tileActivities } from '@yotei/scheduling/roster';
import type {
  Activity,
  ActivityType,
  Agent,
  Contract,
  RosterProblem,
  Shift,
  ShiftTemplate,
} from '@yotei/scheduling/roster';
import {
  addDays,
  instantOfLocal,
  MINUTE_MILLIS,
  startOfLocalDay,
  type Instant,
  type LocalDate,
  type ZoneId,
} from '@yotei/time';

/** A Monday; the first day of every built problem unless it says otherwise. */
export const MONDAY: LocalDate = '2026-11-02';
export const TOKYO: ZoneId = 'Asia/Tokyo';

export const activityTypes: readonly ActivityType[] = [
  { id: 'contact', title: 'Contact work', paid: true, contactWork: true },
  { id: 'break', title: 'Break', paid: true, contactWork: false },
  { id: 'lunch', title: 'Lunch', paid: false, contactWork: false },
  { id: 'training', title: 'Training', paid: true, contactWork: false },
];

export const dayTemplate: ShiftTemplate = {
  id: 'day',
  title: 'Day',
  earliestStartMinute: 480, // 08:00
  latestStartMinute: 720, // 12:00
  startStepMinutes: 30,
  lengthMinutes: 540,
  activities: [{ activityTypeId: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 300 }],
};

export const openContract: Contract = {
  id: 'open',
  title: 'Open',
  weeklyMinutesMin: 0,
  weeklyMinutesMax: 10_080,
  daysPerWeekMax: 7,
  templateIds: ['day'],
};

export const amy: Agent = { id: 'amy', name: 'Amy', zone: TOKYO, contractId: 'open', skillIds: ['voice'] };

/** A week of one agent without demand or rules; any part can be replaced. The history is known for four weeks. */
export function problemOf(changes: Partial<RosterProblem> = {}): RosterProblem {
  const zone = changes.zone ?? TOKYO;
  const startsOn = changes.startsOn ?? MONDAY;
  return {
    zone,
    startsOn,
    weeks: 1,
    slotMinutes: 15,
    activityTypes,
    contracts: [openContract],
    templates: [dayTemplate],
    agents: [{ ...amy, zone }],
    demand: [],
    rules: [],
    timeOff: [],
    preferences: [],
    history: [],
    historyFromAt: startOfLocalDay(addDays(startsOn, -28), zone),
    fixedShifts: [],
    weights: DEFAULT_WEIGHTS,
    ...changes,
  };
}

const WEEKDAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];

function minuteOf(clock: string): number {
  const [hours, minutes] = clock.split(':').map(Number);
  return hours! * 60 + minutes!;
}

/** `Mon` is the first Monday on or after the problem's start, `Mon+1` a week later, `Mon-1` a week earlier. */
function dateOf(day: string, startsOn: LocalDate): LocalDate {
  if (/^\d/.test(day)) return day;
  const week = Number(day.slice(3) || 0);
  const index = WEEKDAYS.indexOf(day.slice(0, 3));
  if (index < 0) throw new Error(`day (${day}) must be a date or Mon … Sun, with +1 or -1 for another week`);
  return addDays(startsOn, week * 7 + index);
}

export interface ShiftPlace {
  readonly agentId?: string;
  readonly startsOn?: LocalDate;
  readonly zone?: ZoneId;
}

/**
 * A shift from text: `Mon 09:00-18:00 lunch@12:00+60 training@15:00+30`, wall-clock of the zone, past midnight where
 * the end is not after the start; `as:day` names its template; the rest is contact work.
 */
export function shiftOf(text: string, place: ShiftPlace = {}): Shift {
  const { agentId = 'amy', startsOn = MONDAY, zone = TOKYO } = place;
  const [day, hours, ...parts] = text.split(' ');
  const [from, until] = hours!.split('-').map(minuteOf) as [number, number];
  const on = dateOf(day!, startsOn);
  const instant = (minute: number): Instant =>
    instantOfLocal(addDays(on, Math.floor(minute / 1440)), minute % 1440, zone);
  const span = { startAt: instant(from), endAt: instant(until > from ? until : until + 1440) };
  const placed: Activity[] = [];
  let templateId: string | undefined;
  for (const part of parts) {
    if (part.startsWith('as:')) templateId = part.slice(3);
    else {
      const [, type, clock, length] = /^(\w+)@(\d+:\d+)\+(\d+)$/.exec(part)!;
      const minute = minuteOf(clock!);
      const startAt = instant(minute < from ? minute + 1440 : minute);
      placed.push({ activityTypeId: type!, startAt, endAt: startAt + Number(length) * MINUTE_MILLIS });
    }
  }
  return { agentId, ...span, templateId, activities: tileActivities(span, placed, 'contact') };
}
