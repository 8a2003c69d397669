import { addDays, instantOfLocal, localDaysGrid, MINUTE_MILLIS, type ZoneId } from '@yotei/time';
import { defaultRuleSettings } from '@yotei/scheduling/rules';
import {
  tileActivities,
  type Agent,
  type Contract,
  type Preference,
  type RosterProblem,
  type Shift,
  type ShiftTemplate,
  type TimeOff,
} from '@yotei/scheduling/roster';
import { problemOf } from './roster-builder.js';
import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';

class Draws extends RandomSource {
  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

const SKILLS = ['voice', 'chat'];
const SLOT_MINUTES = 30;
/** Rules asked of breaks by law: the templates here have their own. */
const LEFT_OUT = ['break-by-work-length', 'max-continuous-contact-minutes'];

const shift = (
  id: string,
  [earliest, latest, step]: readonly [number, number, number],
  hours: number,
  pauses: readonly (readonly [activityTypeId: string, minutes: number, from: number, until: number])[],
): ShiftTemplate => ({
  id,
  title: id,
  earliestStartMinute: earliest,
  latestStartMinute: latest,
  startStepMinutes: step,
  lengthMinutes: hours * 60,
  activities: pauses.map(([activityTypeId, lengthMinutes, earliestStartMinutes, latestStartMinutes]) => ({
    activityTypeId,
    lengthMinutes,
    earliestStartMinutes,
    latestStartMinutes,
    minGapMinutes: 60,
  })),
});

const TEMPLATES: readonly ShiftTemplate[] = [
  shift('long', [420, 540, 60], 8, [['lunch', 60, 180, 240]]),
  shift('two-pauses', [480, 600, 120], 8, [
    ['break', 30, 60, 90],
    ['lunch', 30, 210, 270],
  ]),
  shift('short', [480, 840, 120], 4, [['break', 30, 90, 120]]),
  // Ends at midnight at the latest: rest of 11 hours then binds on the next day.
  shift('late', [840, 960, 60], 8, [['lunch', 30, 180, 270]]),
];

const CONTRACTS: readonly Contract[] = [
  {
    id: 'full',
    title: 'Full',
    weeklyMinutesMin: 1260,
    weeklyMinutesMax: 1350,
    daysPerWeekMax: 3,
    templateIds: ['long', 'two-pauses', 'late'],
  },
  {
    id: 'part',
    title: 'Part',
    weeklyMinutesMin: 480,
    weeklyMinutesMax: 960,
    daysPerWeekMax: 4,
    templateIds: ['short', 'long'],
  },
  {
    id: 'free',
    title: 'Free',
    weeklyMinutesMin: 0,
    weeklyMinutesMax: 1500,
    daysPerWeekMax: 5,
    templateIds: ['short', 'late'],
  },
];

/**
 * A random centre small enough for its best roster to be proved: one to six agents, seven days, slots of half an hour, two
 * skills, contracts and templates of several kinds, leave, availability, wishes and last week's shifts. Two seeds may make
 * the same kind of centre but never the same one.
 */
export function smallRosterProblem(seed: number): RosterProblem {
  const draws = new Draws(seed);
  const zone: ZoneId = draws.of(['Asia/Tokyo', 'Europe/Berlin', 'America/New_York']);
  const startsOn = draws.of(['2026-11-02', '2026-11-09', '2026-12-14']);
  const count = 1 + draws.below(6);
  const agents = Array.from({ length: count }, (_, i): Agent => {
    const skillIds = draws.of([['voice'], ['chat'], ['voice', 'chat']]);
    const weekdays = draws.below(4) === 0 ? [1, 2, 3, 4, 5] : [1, 2, 3, 4, 5, 6, 7];
    const untilMinute = draws.below(4) === 0 ? 1200 : 1440;
    const availability = weekdays.map((weekday) => ({ weekday, fromMinute: 0, untilMinute }));
    return { id: `a${i}`, name: `A${i}`, zone, contractId: draws.of(CONTRACTS).id, skillIds, availability };
  });
  const base = problemOf({
    zone,
    startsOn,
    slotMinutes: SLOT_MINUTES,
    agents,
    contracts: CONTRACTS,
    templates: TEMPLATES,
    rules: defaultRuleSettings().filter(({ ruleId }) => !LEFT_OUT.includes(ruleId)),
  });
  return {
    ...base,
    demand: demandOf(base, draws),
    timeOff: timeOffOf(base, draws),
    preferences: wishesOf(base, draws),
    history: historyOf(base, draws),
  };
}

function demandOf({ zone, startsOn, agents }: RosterProblem, draws: Draws): RosterProblem['demand'] {
  const grid = localDaysGrid(startsOn, 7, zone, SLOT_MINUTES);
  const most = Math.max(1, Math.round(agents.length * 0.45));
  return SKILLS.map((skillId) => {
    const levels = Array.from({ length: 40 }, () => draws.below(2 * most + 1) / 2);
    return {
      queueId: `q-${skillId}`,
      skillId,
      grid,
      agentsToRoster: Array.from({ length: grid.count }, (_, slot) => {
        const hour = (slot % 48) / 2;
        const block = Math.floor(slot / 48) * 5 + Math.floor((hour - 8) / 3);
        return hour >= 8 && hour < 23 ? levels[block]! : 0;
      }),
    };
  });
}

function timeOffOf({ zone, startsOn, agents }: RosterProblem, draws: Draws): TimeOff[] {
  return agents.flatMap((agent) => {
    if (draws.below(6) > 0) return [];
    const on = addDays(startsOn, draws.below(7));
    const span = { startAt: instantOfLocal(on, 0, zone), endAt: instantOfLocal(addDays(on, 1), 0, zone) };
    return [{ agentId: agent.id, ...span, paidMinutes: draws.of([0, 450]) }];
  });
}

function wishesOf({ startsOn, agents }: RosterProblem, draws: Draws): Preference[] {
  return agents.flatMap((agent): Preference[] => [
    { agentId: agent.id, kind: 'day-off', on: addDays(startsOn, draws.below(7)), weight: draws.of([0, 7, 30]) },
    { agentId: agent.id, kind: 'start-between', fromMinute: 420, untilMinute: 600, weight: draws.of([0, 0, 3]) },
  ]);
}

/** Yesterday's late shift, so that rest and the run of days reach back. */
function historyOf({ zone, startsOn, agents }: RosterProblem, draws: Draws): Shift[] {
  return agents.flatMap((agent) => {
    const days = draws.of([0, 0, 1, 4]);
    return Array.from({ length: days }, (_, i): Shift => {
      const startAt = instantOfLocal(addDays(startsOn, i - days), 960, zone);
      const span = { startAt, endAt: startAt + 480 * MINUTE_MILLIS };
      return { agentId: agent.id, templateId: 'late', ...span, activities: tileActivities(span, [], 'contact') };
    });
  });
}
