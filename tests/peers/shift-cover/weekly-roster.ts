import { addDays, localDaysGrid, startOfLocalDay } from '@yotei/time';
import type { Agent, Roster, RosterProblem, RuleSetting, ShiftTemplate } from '@yotei/scheduling/roster';

/** The file of named people who work a week of shifts: `roster_55x7.json`. */
export interface WeeklyRosterCase {
  readonly num_days: number;
  readonly resources: readonly string[];
  readonly shifts: readonly string[];
  readonly shifts_hours: readonly number[];
  readonly min_working_hours: number;
  readonly max_resting: number;
  readonly non_sequential_shifts: readonly { readonly origin: string; readonly destination: string }[];
  readonly banned_shifts: readonly { readonly resource: string; readonly shift: string; readonly day: number }[];
  readonly required_resources: Readonly<Record<string, readonly number[]>>;
  readonly resources_preferences: readonly { readonly resource: string; readonly shift: string }[];
  readonly resources_prioritization: readonly { readonly resource: string; readonly weight: number }[];
}

const ZONE = 'UTC';
const STARTS_ON = '2024-01-01';
const SLOT_MINUTES = 30;
const DAY_MINUTES = 1440;
/** Every shift counts as so many paid minutes, so that paid time counts days: see {@link problemOfWeekly}. */
const SHIFT_MINUTES = 480;
/** Price of a head missing; a head too many costs the hours of its shift. */
const MISSING_HEAD = 10_000;

/** Shift of each person (row) on each day; null is a rest. */
export type WeeklyRoster = readonly (readonly (string | null)[])[];

/**
 * The case as a problem of the product. Its least hours a week and its most rests are two different sums over the same
 * shifts; paid time can carry one of them. It carries the days (every shift 480 minutes), and the hours follow from a cap
 * on the short shift: with one rest and 40 hours, six shifts of which at most four are of six hours. That cap is stricter than the
 * file for people who work all seven days.
 */
export function problemOfWeekly(weekly: WeeklyRosterCase): RosterProblem {
  const { resources, shifts, num_days: days, max_resting: rests } = weekly;
  const grid = localDaysGrid(STARTS_ON, 7, ZONE, SLOT_MINUTES);
  const template = (id: string, k: number): ShiftTemplate => ({
    id,
    title: id,
    earliestStartMinute: k * SLOT_MINUTES,
    latestStartMinute: k * SLOT_MINUTES,
    startStepMinutes: SLOT_MINUTES,
    lengthMinutes: SHIFT_MINUTES,
    activities: [
      {
        activityTypeId: 'rest-of-shift',
        lengthMinutes: SHIFT_MINUTES - SLOT_MINUTES,
        earliestStartMinutes: SLOT_MINUTES,
        latestStartMinutes: SLOT_MINUTES,
      },
    ],
  });
  const perDay = DAY_MINUTES / SLOT_MINUTES;
  return {
    zone: ZONE,
    startsOn: STARTS_ON,
    weeks: 1,
    slotMinutes: SLOT_MINUTES,
    activityTypes: [
      { id: 'contact', title: 'On duty', paid: true, contactWork: true },
      { id: 'rest-of-shift', title: 'Rest of the shift', paid: true, contactWork: false },
    ],
    contracts: [
      {
        id: 'week',
        title: 'Week',
        weeklyMinutesMin: (days - rests) * SHIFT_MINUTES,
        weeklyMinutesMax: days * SHIFT_MINUTES,
        daysPerWeekMax: days,
        templateIds: shifts,
      },
    ],
    templates: shifts.map(template),
    agents: resources.map((id): Agent => ({ id, name: id, zone: ZONE, contractId: 'week', skillIds: [...shifts] })),
    demand: shifts.map((id, k) => ({
      queueId: id,
      skillId: id,
      grid,
      agentsToRoster: Array.from({ length: grid.count }, (_, slot) =>
        slot % perDay === k ? (weekly.required_resources[id]![Math.floor(slot / perDay)] ?? 0) : 0,
      ),
    })),
    rules: rulesOf(weekly),
    timeOff: [],
    preferences: weekly.banned_shifts.map(({ resource, shift, day }) => ({
      agentId: resource,
      kind: 'template-off',
      templateId: shift,
      on: addDays(STARTS_ON, day),
      weight: MISSING_HEAD,
    })),
    history: [],
    fixedShifts: [],
    weights: {
      underStaffing: [MISSING_HEAD, MISSING_HEAD, MISSING_HEAD],
      // A surplus head costs one whatever its shift: all shifts share the slot's price list.
      overStaffing: [1, 1, 1],
    },
  };
}

function rulesOf(weekly: WeeklyRosterCase): RuleSetting[] {
  const { shifts, shifts_hours: hours, num_days: days, max_resting: rests, min_working_hours: least } = weekly;
  const rule = (ruleId: string, parameters?: RuleSetting['parameters']): RuleSetting => ({
    ruleId,
    level: 'must',
    parameters,
  });
  const longest = Math.max(...hours);
  const work = days - rests;
  const caps = shifts.flatMap((templates, k) => {
    const lost = longest - hours[k]!;
    const count = lost === 0 ? days : Math.floor((work * longest - least) / lost);
    return count < work ? [rule('max-template-count', { templates, count })] : [];
  });
  const pairs = weekly.non_sequential_shifts.map(({ origin, destination }) => `${origin} > ${destination}`);
  return [
    ...['one-shift-per-day', 'allowed-template', 'activity-windows', 'template-activity-lengths'].map((id) => rule(id)),
    rule('weekly-paid-minutes'),
    ...(pairs.length > 0 ? [rule('forbidden-succession', { pairs: pairs.join(', ') })] : []),
    ...caps,
  ];
}

export function weeklyRosterOf({ resources, num_days: days }: WeeklyRosterCase, { shifts }: Roster): WeeklyRoster {
  const startAt = startOfLocalDay(STARTS_ON, ZONE);
  const rows = new Map(resources.map((id) => [id, new Array<string | null>(days).fill(null)]));
  for (const shift of shifts)
    rows.get(shift.agentId)![Math.floor((shift.startAt - startAt) / (DAY_MINUTES * 60_000))] = shift.templateId!;
  return resources.map((id) => rows.get(id)!);
}

/** What a roster breaks of the file's rules, the hours worked in all, and how many wished shifts are worked. */
export function scoreWeekly(
  weekly: WeeklyRosterCase,
  roster: WeeklyRoster,
): { hours: number; wishes: number; breaches: string[] } {
  const { resources, shifts, shifts_hours: lengths, num_days: days } = weekly;
  const breaches: string[] = [];
  const hoursOf = (id: string | null) => (id === null ? 0 : lengths[shifts.indexOf(id)]!);
  const own = (row: readonly (string | null)[]) => row.reduce((sum, id) => sum + hoursOf(id), 0);
  roster.forEach((row, i) => {
    const who = resources[i]!;
    if (own(row) < weekly.min_working_hours) breaches.push(`${who} works ${own(row)} hours`);
    const rests = row.filter((id) => id === null).length;
    if (rests > weekly.max_resting) breaches.push(`${who} rests ${rests} days`);
    row.forEach((id, day) => {
      if (weekly.banned_shifts.some((ban) => ban.resource === who && ban.shift === id && ban.day === day))
        breaches.push(`${who} works ${id} on day ${day}, which is banned`);
      const forbidden = weekly.non_sequential_shifts.some(
        (pair) => pair.origin === id && pair.destination === row[day + 1],
      );
      if (forbidden) breaches.push(`${who} works ${row[day + 1]} after ${id} on day ${day}`);
    });
  });
  for (const shift of shifts) {
    for (let day = 0; day < days; day++) {
      const present = roster.filter((row) => row[day] === shift).length;
      const asked = weekly.required_resources[shift]![day]!;
      if (present < asked) breaches.push(`${present} of ${asked} on ${shift}, day ${day}`);
    }
  }
  const wishes = weekly.resources_preferences.reduce(
    (sum, { resource, shift }) => sum + roster[resources.indexOf(resource)]!.filter((id) => id === shift).length,
    0,
  );
  return { hours: roster.reduce((sum, row) => sum + own(row), 0), wishes, breaches };
}
