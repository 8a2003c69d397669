import { MINUTE_MILLIS } from '@yotei/time';
import {
  contactTypeOf,
  groupByAgent,
  tileActivities,
  type Activity,
  type Roster,
  type Shift,
} from '../../roster/index.js';
import type { PreparedProblem } from '../problem/prepare.js';
import { instantOfPaddedSlot } from '../problem/slot-frame.js';
import type { Tour } from '../tour/tour.js';

/** The tours as a roster, given shifts as they were given; by agent, then start. */
export function rosterOf(prepared: PreparedProblem, tours: readonly Tour[]): Roster {
  const given = groupByAgent(prepared.given);
  return {
    shifts: prepared.problem.agents.flatMap(({ id }, agent) => shiftsOfAgent(prepared, tours, agent, given.get(id))),
  };
}

/** One agent's shifts by start: those of the tours, and the given ones. */
export function shiftsOfAgent(
  prepared: PreparedProblem,
  tours: readonly Tour[],
  agent: number,
  given: readonly Shift[] = [],
): Shift[] {
  const { unitFrom } = prepared;
  const contactTypeId = contactTypeOf(prepared.problem);
  const shifts = [...given];
  for (let unit = unitFrom[agent]!; unit < unitFrom[agent + 1]!; unit++) {
    for (let day = 0; day < prepared.spaces[unit]!.days; day++) {
      const shift = shiftOf(prepared, { tour: tours[unit]!, unit, day, contactTypeId });
      if (shift) shifts.push(shift);
    }
  }
  return shifts.sort((a, b) => a.startAt - b.startAt);
}

interface TourDay {
  readonly tour: Tour;
  readonly unit: number;
  readonly day: number;
  readonly contactTypeId: string;
}

function shiftOf(prepared: PreparedProblem, { tour, unit, day, contactTypeId }: TourDay): Shift | null {
  const space = prepared.spaces[unit]!;
  const choice = tour.choice[day]!;
  const pattern = choice < 0 ? undefined : prepared.patterns[space.pattern[choice]!];
  if (!pattern) return null;
  const { template } = pattern;
  const startAt = instantOfPaddedSlot(prepared.frame, space.startSlot[choice]!);
  const span = { startAt, endAt: startAt + template.lengthMinutes * MINUTE_MILLIS };
  const placed = template.activities.map(({ activityTypeId, lengthMinutes }, part): Activity => {
    const from = instantOfPaddedSlot(prepared.frame, tour.places[day * prepared.tourSize.maxParts + part]!);
    return { activityTypeId, startAt: from, endAt: from + lengthMinutes * MINUTE_MILLIS };
  });
  const agentId = prepared.problem.agents[space.agent]!.id;
  return { agentId, templateId: template.id, ...span, activities: tileActivities(span, placed, contactTypeId) };
}
