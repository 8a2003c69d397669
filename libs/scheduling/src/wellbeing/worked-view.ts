import { MINUTE_MILLIS, type Grid, type Instant, type Interval, type ZoneId } from '@yotei/time';
import { CONTACT_STATES, type KnownState } from '../adherence/index.js';
import type { Activity, ActivityType, Shift } from '../roster/index.js';
import type { PersonView, WorkLoad } from './wellbeing-measure.js';

/** In this state from then until the next change. */
export interface StateChange {
  readonly at: Instant;
  readonly state: KnownState;
}

export interface WorkedDays {
  readonly agentId: string;
  readonly zone: ZoneId;
  /** Measured are the hours in it; it begins on a quarter of an hour. */
  readonly period: Interval;
  /** In order of time, the last one before the period among them; the last state holds until the end of the period. */
  readonly states: readonly StateChange[];
  /** Share of the handling that is with hard contacts, 0..1; null: unknown. */
  readonly hardShare: number | null;
}

/** Measures of what was really done; the others are of the plan. */
export const WORKED_MEASURES: readonly string[] = [
  'occupancy-run',
  'breathing-time',
  'continuous-contact',
  'break-dose',
  'hard-contact-dose',
];

const SLOT_MINUTES = 15;
/** Signed out for longer is the end of a day's work; for less it is a pause. */
const LONGEST_PAUSE_MINUTES = 120;
/** A state of less than this between contacts is a slip of the hand or a sip of water, no pause. */
const LEAST_STATE_MINUTES = 2;

const CONTACT: ActivityType = { id: 'contact', title: 'contact', paid: true, contactWork: true };
const REST: ActivityType = { id: 'rest', title: 'rest', paid: true, contactWork: false, rest: true };
const OTHER: ActivityType = { id: 'other', title: 'other', paid: true, contactWork: false };
const ACTIVITY_TYPES = new Map([CONTACT, REST, OTHER].map((type) => [type.id, type]));

const REST_STATES: readonly KnownState[] = ['on-break', 'at-lunch', 'away'];
const typeOf = (state: KnownState): ActivityType | null => {
  if (state === 'offline') return null;
  if ((CONTACT_STATES as readonly KnownState[]).includes(state)) return CONTACT;
  return REST_STATES.includes(state) ? REST : OTHER;
};

interface Stretch extends Interval {
  readonly state: KnownState;
}

function stretchesOf({ period, states }: WorkedDays): Stretch[] {
  return states.flatMap(({ at, state }, i) => {
    const startAt = Math.max(at, period.startAt);
    const endAt = Math.min(states[i + 1]?.at ?? period.endAt, period.endAt);
    return endAt > startAt ? [{ startAt, endAt, state }] : [];
  });
}

const minutes = ({ startAt, endAt }: Interval): number => (endAt - startAt) / MINUTE_MILLIS;

/** What was done by kinds of activity, signed out between two of them as a pause where it was short. */
function activitiesOf(stretches: readonly Stretch[]): (Activity | null)[] {
  return stretches.map((stretch, i) => {
    const { startAt, endAt, state } = stretch;
    const type = typeOf(state);
    if (type === null) {
      const isPause = minutes(stretch) <= LONGEST_PAUSE_MINUTES && i > 0 && i < stretches.length - 1;
      return isPause ? { activityTypeId: REST.id, startAt, endAt } : null;
    }
    const between = [stretches[i - 1], stretches[i + 1]];
    const isSlip =
      minutes(stretch) < LEAST_STATE_MINUTES && between.every((one) => one && typeOf(one.state) === CONTACT);
    return { activityTypeId: isSlip ? CONTACT.id : type.id, startAt, endAt };
  });
}

/** Days of work: runs of activities without a long time signed out. */
function shiftsOf(agentId: string, activities: readonly (Activity | null)[]): Shift[] {
  const days: Activity[][] = [[]];
  for (const activity of activities) {
    if (activity) days.at(-1)!.push(activity);
    else days.push([]);
  }
  return days
    .filter((day) => day.some(({ activityTypeId }) => activityTypeId !== REST.id))
    .map((day) => ({ agentId, startAt: day[0]!.startAt, endAt: day.at(-1)!.endAt, activities: day }));
}

/** Seconds of each slot that the stretches of some states fill. */
function secondsBySlot(grid: Grid, stretches: readonly Stretch[], of: (state: KnownState) => boolean): Float64Array {
  const seconds = new Float64Array(grid.count);
  const step = grid.stepMinutes * MINUTE_MILLIS;
  for (const { startAt, endAt, state } of stretches) {
    if (!of(state)) continue;
    for (let slot = Math.floor((startAt - grid.startAt) / step); slot < grid.count; slot++) {
      const from = Math.max(startAt, grid.startAt + slot * step);
      const until = Math.min(endAt, grid.startAt + (slot + 1) * step);
      if (until <= from) break;
      seconds[slot]! += (until - from) / 1000;
    }
  }
  return seconds;
}

/**
 * How busy the person was: handling and after-contact work over the time in contact states, quarter by quarter. The handle
 * time is the mean of the period (handling and after-contact seconds by contacts begun), because a quarter holds too few.
 */
function loadOf({ period, hardShare }: WorkedDays, stretches: readonly Stretch[]): WorkLoad {
  const count = Math.ceil(minutes(period) / SLOT_MINUTES);
  const grid: Grid = { startAt: period.startAt, stepMinutes: SLOT_MINUTES, count };
  const busy = secondsBySlot(grid, stretches, (state) => state === 'handling' || state === 'after-contact');
  const free = secondsBySlot(grid, stretches, (state) => state === 'available');
  const contacts = stretches.filter(
    ({ state }, i) => state === 'handling' && stretches[i - 1]?.state !== 'handling',
  ).length;
  const handle = contacts === 0 ? Number.NaN : busy.reduce((sum, seconds) => sum + seconds, 0) / contacts;
  return {
    grid,
    occupancy: busy.map((seconds, slot) => seconds / (seconds + free[slot]!)),
    handleSeconds: new Float64Array(count).fill(handle),
    hardShare: new Float64Array(count).fill(hardShare ?? Number.NaN),
  };
}

/**
 * What a person really did, in the form in which the measures look at a plan: days of work out of states, and how busy they
 * were. Time of which the source said nothing is neither contact nor pause. Only the measures of `WORKED_MEASURES` are
 * about it; hours are those of the grid of quarters from the start of the period. Null where nothing was told.
 */
export function workedView(days: WorkedDays): PersonView | null {
  const stretches = stretchesOf(days);
  if (stretches.every(({ state }) => state === 'unknown' || state === 'offline')) return null;
  const { agentId, zone, period } = days;
  return {
    agentId,
    zone,
    period,
    shifts: shiftsOf(agentId, activitiesOf(stretches)),
    historyFromAt: period.startAt,
    activityTypes: ACTIVITY_TYPES,
    load: loadOf(days, stretches),
  };
}
