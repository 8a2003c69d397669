import type { Inrc2Cover, Inrc2Instance, Inrc2Nurse, Span } from './instance.js';

/** Shift of each nurse (row) on each day; null is a day off. Skills are given out as they serve cover best. */
export type Inrc2Roster = readonly (readonly (string | null)[])[];

/** Soft constraints S1 to S7 of the competition, weighed. */
export interface Inrc2Score {
  readonly total: number;
  readonly optimalCover: number;
  readonly consecutiveWork: number;
  readonly consecutiveDaysOff: number;
  readonly preferences: number;
  readonly completeWeekends: number;
  readonly assignments: number;
  readonly weekends: number;
  /** Hard constraints broken: one sentence each. */
  readonly breaches: readonly string[];
}

const WEIGHTS = {
  cover: 30,
  shiftRow: 15,
  workRow: 30,
  offRow: 30,
  preference: 10,
  weekend: 30,
  assignments: 20,
  weekends: 30,
};

/**
 * Days too many and too few in rows of days that are `same`. The row before the first day goes on from `before` days: days
 * already too many there are not counted again, a row that ends there is, and one that reaches the last day may go on.
 */
function rowFaults(same: readonly boolean[], { min, max }: Span, before: number): number {
  let faults = 0;
  let length = before;
  same.forEach((is, day) => {
    if (is) {
      length++;
      if (length > max) faults++;
    } else {
      if (length > 0 && length < min && (day > 0 || before > 0)) faults += min - length;
      length = 0;
    }
  });
  return faults;
}

function nurseCosts(instance: Inrc2Instance, { contract, history }: Inrc2Nurse, row: readonly (string | null)[]) {
  const works = row.map((shift) => shift !== null);
  const shiftRows = instance.shifts.reduce(
    (sum, { id, consecutive }) =>
      sum +
      rowFaults(
        row.map((shift) => shift === id),
        consecutive,
        history.lastShift === id ? history.sameShiftDays : 0,
      ),
    0,
  );
  let broken = 0;
  let weekends = history.weekends;
  for (let saturday = 5; saturday < row.length; saturday += 7) {
    const days = [works[saturday], works[saturday + 1]].filter(Boolean).length;
    if (days > 0) weekends++;
    if (days === 1 && contract.completeWeekends) broken++;
  }
  const assignments = history.assignments + works.filter(Boolean).length;
  const { min, max } = contract.assignments;
  return {
    work:
      shiftRows * WEIGHTS.shiftRow + rowFaults(works, contract.consecutiveDays, history.workedDays) * WEIGHTS.workRow,
    off:
      rowFaults(
        works.map((is) => !is),
        contract.consecutiveDaysOff,
        history.daysOff,
      ) * WEIGHTS.offRow,
    weekend: broken * WEIGHTS.weekend,
    assignments: Math.max(0, min - assignments, assignments - max) * WEIGHTS.assignments,
    weekends: Math.max(0, weekends - contract.maxWeekends) * WEIGHTS.weekends,
  };
}

/** Places of one day and shift that the nurses present can fill, the hard ones first (augmenting paths). */
function unfilled(cover: readonly Inrc2Cover[], present: readonly Inrc2Nurse[]): { minimum: number; optimum: number } {
  const places = [
    ...cover.flatMap(({ skill, minimum }) => Array.from({ length: minimum }, () => ({ skill, isHard: true }))),
    ...cover.flatMap(({ skill, minimum, optimum }) =>
      Array.from({ length: Math.max(0, optimum - minimum) }, () => ({ skill, isHard: false })),
    ),
  ];
  const placeOf = new Map<Inrc2Nurse, number>();
  const fill = (place: number, seen: Set<Inrc2Nurse>): boolean => {
    for (const nurse of present) {
      if (seen.has(nurse) || !nurse.skills.includes(places[place]!.skill)) continue;
      seen.add(nurse);
      const held = placeOf.get(nurse);
      if (held === undefined || fill(held, seen)) {
        placeOf.set(nurse, place);
        return true;
      }
    }
    return false;
  };
  const left = places.filter((_, place) => !fill(place, new Set()));
  return { minimum: left.filter(({ isHard }) => isHard).length, optimum: left.length };
}

function coverOf(instance: Inrc2Instance, roster: Inrc2Roster): { cost: number; breaches: string[] } {
  const breaches: string[] = [];
  let missing = 0;
  for (let day = 0; day < instance.days; day++) {
    for (const { id } of instance.shifts) {
      const asked = instance.cover.filter((each) => each.day === day && each.shift === id);
      const present = instance.nurses.filter((_, i) => roster[i]![day] === id);
      const left = unfilled(asked, present);
      missing += left.optimum;
      if (left.minimum > 0) breaches.push(`day ${day}: ${left.minimum} places of ${id} not filled`);
    }
  }
  return { cost: missing * WEIGHTS.cover, breaches };
}

/** Judges a roster of all weeks by the rules of the competition (Ceschia et al. 2015), apart from the product's own. */
export function scoreInrc2(instance: Inrc2Instance, roster: Inrc2Roster): Inrc2Score {
  const costs = instance.nurses.map((nurse, i) => nurseCosts(instance, nurse, roster[i]!));
  const sum = (part: keyof (typeof costs)[number]) => costs.reduce((total, each) => total + each[part], 0);
  const { cost: optimalCover, breaches } = coverOf(instance, roster);
  instance.nurses.forEach(({ id, history }, i) => {
    roster[i]!.forEach((shift, day) => {
      const before = day === 0 ? history.lastShift : roster[i]![day - 1]!;
      const rule = instance.shifts.find((each) => each.id === before);
      if (shift !== null && rule?.mayNotFollow.includes(shift))
        breaches.push(`${id} works ${shift} on day ${day} after ${before}`);
    });
  });
  const rowOf = new Map(instance.nurses.map(({ id }, i) => [id, roster[i]!]));
  const denied = instance.offRequests.filter(({ nurse, day, shift }) => {
    const worked = rowOf.get(nurse)![day]!;
    return worked !== null && (shift === null || shift === worked);
  });
  const parts = {
    optimalCover,
    consecutiveWork: sum('work'),
    consecutiveDaysOff: sum('off'),
    preferences: denied.length * WEIGHTS.preference,
    completeWeekends: sum('weekend'),
    assignments: sum('assignments'),
    weekends: sum('weekends'),
  };
  return { ...parts, total: Object.values(parts).reduce((total, each) => total + each, 0), breaches };
}
