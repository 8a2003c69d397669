import { daysBetween, localDateOf } from '@yotei/time';
import { groupByAgent, type Roster, type Shift } from '../../roster/index.js';
import type { PreparedProblem } from '../problem/prepare.js';
import { instantOfPaddedSlot } from '../problem/slot-frame.js';
import { DAYS, type TourSpace } from '../problem/tour-space.js';
import type { SearchState } from './search-state.js';

/** Worth of a slot worked in the roster to resume from, far above any wish: its tours are chosen again where legal. */
const KEPT_WORTH = 1e4;

/**
 * Places, for each unit, the legal tour that keeps most of the roster's work: its own tour where that is legal still, else
 * the nearest one. Units without a tour are left to the caller.
 */
export function placeResumed(state: SearchState, roster: Roster, betweenUnits: () => void = () => undefined): void {
  const { prepared } = state;
  const byAgent = groupByAgent(roster.shifts);
  const gain = new Float64Array(prepared.frame.paddedSlots);
  prepared.spaces.forEach((space, unit) => {
    betweenUnits();
    const agent = prepared.problem.agents[space.agent]!;
    const shifts = (byAgent.get(agent.id) ?? []).filter((shift) => isOfTour(prepared, space, shift, agent.zone));
    if (shifts.length === 0 && space.mustWork.every((must) => must === 0)) return;
    workedGain(prepared, space, shifts, gain);
    if (state.respond(unit, gain) < Number.POSITIVE_INFINITY) state.put(unit);
  });
}

function isOfTour(prepared: PreparedProblem, space: TourSpace, shift: Shift, zone: string): boolean {
  const day = daysBetween(prepared.problem.startsOn, localDateOf(shift.startAt, zone)) - space.week * DAYS;
  return day >= 0 && day < space.days;
}

function workedGain(prepared: PreparedProblem, space: TourSpace, shifts: readonly Shift[], gain: Float64Array): void {
  const contact = new Set(prepared.problem.activityTypes.filter((type) => type.contactWork).map((type) => type.id));
  gain.fill(-KEPT_WORTH);
  const work = shifts.flatMap((shift) => shift.activities).filter((activity) => contact.has(activity.activityTypeId));
  for (let padded = 0; padded < gain.length; padded++) {
    const at = instantOfPaddedSlot(prepared.frame, padded);
    if (work.some((activity) => activity.startAt <= at && at < activity.endAt)) gain[padded] = KEPT_WORTH;
  }
}
