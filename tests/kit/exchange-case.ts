import { addDays, instantOfLocal, localDaysGrid, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import { judgeAgent } from '@yotei/scheduling/evaluation';
import {
  OWN_TIME,
  type ExchangeBook,
  type ExchangeRequest,
  type PlacedShift,
  type SwapOffer,
} from '@yotei/scheduling/exchanges';
import {
  tileActivities,
  type ActivityType,
  type Agent,
  type RosterProblem,
  type Shift,
  type ShiftTemplate,
} from '@yotei/scheduling/roster';
import { defaultRuleSettings } from '@yotei/scheduling/rules';
import { RandomSource } from '../../libs/scheduling/src/optimiser/random-source.js';
import { activityTypes, problemOf } from './roster-builder.js';

export class Draws extends RandomSource {
  of<T>(items: readonly T[]): T {
    return items[this.below(items.length)]!;
  }
}

const template = (id: string, earliest: number, latest: number, hours: number): ShiftTemplate => ({
  id,
  title: id,
  earliestStartMinute: earliest,
  latestStartMinute: latest,
  startStepMinutes: 30,
  lengthMinutes: hours * 60,
  activities: [
    { activityTypeId: 'break', lengthMinutes: 15, earliestStartMinutes: 60, latestStartMinutes: 150 },
    { activityTypeId: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 270 },
  ],
});

const TEMPLATES = [template('early', 360, 480, 8), template('day', 540, 660, 9), template('late', 780, 900, 8)];
const ZONES = ['Asia/Tokyo', 'Europe/Berlin', 'America/New_York'] as const;

/** Unpaid time between two pieces of a day's work. */
export const ownTimeType: ActivityType = { id: OWN_TIME, title: 'Own time', paid: false, contactWork: false };

/** A published week in which every must rule holds: some agents, two skills, several contracts, a day of leave here and there. */
export function exchangeBook(seed: number, agentCount: number): ExchangeBook {
  const draws = new Draws(seed);
  const zone = draws.of(ZONES);
  // Weeks with a clock change in some of the zones.
  const startsOn = draws.of(['2026-11-02', '2026-03-23', '2026-10-19']);
  const agents = Array.from({ length: agentCount }, (_, i): Agent => ({
    id: `a${i}`,
    name: `A${i}`,
    zone,
    siteId: 'main',
    contractId: draws.of(['all', 'all', 'days', 'free']),
    skillIds: draws.of([['voice'], ['voice'], ['chat'], ['voice', 'chat']]),
  }));
  const contract = (
    id: string,
    templateIds: string[],
    [least, most, daysPerWeekMax]: readonly [number, number, number],
  ) => ({
    id,
    title: id,
    templateIds,
    weeklyMinutesMin: least,
    weeklyMinutesMax: most,
    daysPerWeekMax,
  });
  const leave = agents.flatMap(({ id }) => {
    if (draws.below(5) > 0) return [];
    const on = addDays(startsOn, draws.below(7));
    return [
      {
        agentId: id,
        startAt: startOfLocalDay(on, zone),
        endAt: startOfLocalDay(addDays(on, 1), zone),
        paidMinutes: 420,
      },
    ];
  });
  const problem = problemOf({
    activityTypes: [...activityTypes, ownTimeType],
    zone,
    startsOn,
    agents,
    templates: TEMPLATES,
    contracts: [
      contract('all', ['early', 'day', 'late'], [840, 2520, 5]),
      contract('days', ['early', 'day'], [840, 2100, 4]),
      contract('free', ['early', 'day', 'late'], [0, 2880, 6]),
    ],
    rules: defaultRuleSettings(),
    timeOff: leave,
    demand: ['voice', 'chat'].map((skillId) => {
      const grid = localDaysGrid(startsOn, 7, zone, 15);
      const level = Math.max(1, Math.round(agentCount / 4));
      return { queueId: `q-${skillId}`, skillId, grid, agentsToRoster: Array<number>(grid.count).fill(level) };
    }),
  });
  const shifts = agents.flatMap((agent) => legalWeek(problem, agent, draws));
  return {
    problem,
    now: startOfLocalDay(addDays(startsOn, draws.below(2)), zone),
    shifts: shifts.map((shift, i): PlacedShift => ({ ...shift, id: `s${i}` })),
    policies: [],
  };
}

/** Draws days until the week breaks nothing; an agent for whom no draw does has a week of the least that fits. */
function legalWeek(problem: RosterProblem, agent: Agent, draws: Draws): Shift[] {
  for (let attempt = 0; attempt < 200; attempt++) {
    const days = [0, 1, 2, 3, 4, 5, 6].filter(() => draws.below(9) < 5);
    const shifts = days.map((day) => drawnShift(problem, agent, day, draws));
    if (judgeAgent(problem, agent.id, shifts).hardBreaches === 0) return shifts;
  }
  throw new Error(`no legal week found for ${agent.id}; the case asks too much`);
}

/** A shift of one of the contract's templates on that day, its breaks anywhere in their windows. */
export function drawnShift(problem: RosterProblem, agent: Agent, day: number, draws: Draws): Shift {
  const contract = problem.contracts.find(({ id }) => id === agent.contractId)!;
  const templateId = draws.of(contract.templateIds);
  const chosen = problem.templates.find(({ id }) => id === templateId)!;
  const steps = (chosen.latestStartMinute - chosen.earliestStartMinute) / chosen.startStepMinutes;
  const minute = chosen.earliestStartMinute + draws.below(steps + 1) * chosen.startStepMinutes;
  const startAt = instantOfLocal(addDays(problem.startsOn, day), minute, agent.zone);
  const span = { startAt, endAt: startAt + chosen.lengthMinutes * MINUTE_MILLIS };
  const placed = chosen.activities.map(
    ({ activityTypeId, lengthMinutes, earliestStartMinutes, latestStartMinutes }) => {
      const at =
        startAt +
        (earliestStartMinutes + 15 * draws.below((latestStartMinutes - earliestStartMinutes) / 15 + 1)) * MINUTE_MILLIS;
      return { activityTypeId, startAt: at, endAt: at + lengthMinutes * MINUTE_MILLIS };
    },
  );
  return { agentId: agent.id, ...span, templateId: chosen.id, activities: tileActivities(span, placed, 'contact') };
}

/** Anything somebody might ask for, sensible or not. */
export function drawnRequest({ problem, shifts }: ExchangeBook, draws: Draws): ExchangeRequest {
  const shift = draws.of(shifts);
  const agentId = draws.of(problem.agents).id;
  const quarter = 15 * MINUTE_MILLIS;
  const hours = (count: number) => count * 60 * MINUTE_MILLIS;
  switch (draws.below(8)) {
    case 0:
    case 1:
      return { kind: 'swap', giveShiftId: shift.id, takeShiftId: draws.of(shifts).id };
    case 2:
      return { kind: 'give-away', shiftId: shift.id, toAgentId: agentId };
    case 3: {
      const three = [shift, draws.of(shifts), draws.of(shifts)];
      return {
        kind: 'cycle',
        moves: three.map(({ id }, i) => ({ shiftId: id, toAgentId: three[(i + 1) % 3]!.agentId })),
      };
    }
    case 4: {
      const other = draws.of(shifts);
      const from = draws.of([shift.startAt, other.startAt, shift.startAt + hours(2)]);
      const spans = [{ startAt: from, endAt: draws.of([shift.endAt, other.endAt, from + hours(3)]) }];
      return { kind: 'swap-part', fromAgentId: shift.agentId, toAgentId: agentId, spans };
    }
    case 5: {
      const activity = draws.of(shift.activities);
      const startAt = activity.startAt + (draws.below(9) - 4) * quarter;
      return { kind: 'break-change', shiftId: shift.id, activityStartAt: activity.startAt, startAt };
    }
    case 6: {
      const half = hours(1 + draws.below(4));
      const span = draws.of([
        { startAt: shift.startAt, endAt: shift.startAt + half },
        { startAt: shift.endAt - half, endAt: shift.endAt },
        { startAt: shift.startAt, endAt: shift.endAt },
      ]);
      return { kind: 'voluntary-time-off', shiftId: shift.id, span };
    }
    default: {
      const agent = problem.agents.find(({ id }) => id === agentId)!;
      const open = drawnShift(problem, agent, draws.below(7), draws);
      const after = { startAt: shift.endAt, endAt: shift.endAt + hours(1 + draws.below(3)) };
      return draws.below(2) === 0
        ? { kind: 'pick-up', agentId, work: open }
        : { kind: 'overtime', agentId: shift.agentId, work: after };
    }
  }
}

/** Some shifts on offer, each with a day or two in which another would be welcome. */
export function drawnOffers({ problem, shifts }: ExchangeBook, draws: Draws, count: number): SwapOffer[] {
  const chosen = new Map<string, SwapOffer>();
  for (let i = 0; i < count; i++) {
    const { id } = draws.of(shifts);
    const accepts = Array.from({ length: 1 + draws.below(3) }, () => {
      const on = addDays(problem.startsOn, draws.below(7));
      const span = { startAt: startOfLocalDay(on, problem.zone), endAt: startOfLocalDay(addDays(on, 1), problem.zone) };
      return { ...span, worth: draws.of([0.25, 0.5, 1]) };
    });
    chosen.set(id, { shiftId: id, accepts: draws.below(5) === 0 ? [] : accepts });
  }
  return [...chosen.values()];
}
