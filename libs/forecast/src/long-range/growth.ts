import { epochDay, type LocalDate } from '@yotei/time';

/** What the planner knows of the months ahead and the past cannot. */
export type GrowthAssumption =
  /** Grows by so many percent a year from the date on, in equal parts each day. */
  | {
      readonly kind: 'percent-a-year';
      readonly fromOn: LocalDate;
      readonly untilOn?: LocalDate;
      readonly percent: number;
    }
  /** Once and for good, from the date on. */
  | {
      readonly kind: 'step-percent';
      readonly fromOn: LocalDate;
      readonly untilOn?: LocalDate;
      readonly percent: number;
    }
  /** So many contacts more (or fewer) a usual week from the date on: a new product, a line that is closed. */
  | {
      readonly kind: 'weekly-contacts';
      readonly fromOn: LocalDate;
      readonly untilOn?: LocalDate;
      readonly contacts: number;
      /** Weeks from the date on in which it comes up to its full size, in a straight line. */
      readonly rampWeeks?: number;
    };

const DAYS_A_YEAR = 365.2425;

/** Factor and contacts that the assumptions put on the week of seven days from that day. */
export interface WeekGrowth {
  readonly factor: number;
  readonly addedContacts: number;
}

/** Effect of the assumptions on a week; percentages multiply, contacts add up. Half a week gets half of a step. */
export function growthOfWeek(assumptions: readonly GrowthAssumption[], weekDay: number): WeekGrowth {
  let factor = 1;
  let addedContacts = 0;
  for (const assumption of assumptions) {
    const from = epochDay(assumption.fromOn);
    const until = assumption.untilOn === undefined ? Infinity : epochDay(assumption.untilOn) + 1;
    const covered = Math.max(0, Math.min(weekDay + 7, until) - Math.max(weekDay, from)) / 7;
    if (assumption.kind === 'weekly-contacts') {
      const ramp = assumption.rampWeeks
        ? Math.min(1, Math.max(0, (weekDay + 3.5 - from) / (7 * assumption.rampWeeks)))
        : 1;
      addedContacts += assumption.contacts * covered * ramp;
    } else if (assumption.kind === 'step-percent') factor *= 1 + (assumption.percent / 100) * covered;
    // Growth that ends keeps what it has reached.
    else factor *= (1 + assumption.percent / 100) ** (Math.max(0, Math.min(weekDay + 3.5, until) - from) / DAYS_A_YEAR);
  }
  return { factor, addedContacts };
}

/** Refuses assumptions that make no sense and says what to mend. */
export function checkGrowth(assumptions: readonly GrowthAssumption[]): void {
  for (const assumption of assumptions) {
    const { fromOn, untilOn } = assumption;
    if (untilOn !== undefined && untilOn < fromOn)
      throw new RangeError(`untilOn (${untilOn}) must not be before fromOn (${fromOn}); swap the dates`);
    if (assumption.kind === 'weekly-contacts') {
      if (!Number.isFinite(assumption.contacts))
        throw new RangeError(`contacts (${assumption.contacts}) must be a number; give contacts a week`);
      if (assumption.rampWeeks !== undefined && !(assumption.rampWeeks >= 0 && assumption.rampWeeks <= 520))
        throw new RangeError(`rampWeeks (${assumption.rampWeeks}) must lie in 0..520; leave it out for none`);
    } else if (!(assumption.percent >= -100 && assumption.percent <= 1000))
      throw new RangeError(`percent (${assumption.percent}) must lie in -100..1000; 10 is a tenth more`);
  }
}
