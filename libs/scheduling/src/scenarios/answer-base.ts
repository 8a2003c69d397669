import { gridCalendar, type CalendarSpan, type GridCalendar } from '../staffing/index.js';
import { figuresOf, sumOfTallies, type FigureTally, type FigureTerms } from './figure-tally.js';
import {
  hasRoster,
  isAsRequired,
  requiredOutcome,
  scheduledAgents,
  workedOutcome,
  workingAgents,
} from './queue-outcome.js';
import { queueStaffing } from './queue-staffing.js';
import { tallyQueue, type WorkedQueue } from './queue-tally.js';
import type {
  ScenarioAnswer,
  ScenarioFigures,
  ScenarioPeriod,
  ScenarioQueueAnswer,
  ScenarioSeries,
} from './scenario-answer.js';
import type { ScenarioBase } from './scenario-base.js';
import { addPeopleCosts, perPaidHourOf, skillAnswers } from './skill-hours.js';

const FULL_TIME_HOURS = 40;

export interface AnswerOptions {
  /** False leaves the chances out (NaN), for searches; default true. */
  readonly withChance?: boolean;
}

/** What is there of each queue after absences, by interval; null = all. */
function presentShares(
  { away = [], queues }: ScenarioBase,
  scheduled: readonly Float64Array[],
): readonly (Float64Array | null)[] {
  const present = queues.map(({ id }) =>
    away.some(({ queueIds }) => queueIds.includes(id)) ? new Float64Array(scheduled[0]!.length).fill(1) : null,
  );
  for (const { queueIds, from, until, agentHours, fraction = 0 } of away) {
    const own = queues.flatMap(({ id }, queue) => (queueIds.includes(id) ? [queue] : []));
    let agents = 0;
    for (const queue of own)
      for (let index = from; index < until; index += 1) agents += scheduled[queue]![index]! * present[queue]![index]!;
    const { stepMinutes } = queues[0]!.forecast.grid;
    const lost = agentHours === undefined ? fraction : agents > 0 ? agentHours / ((agents * stepMinutes) / 60) : 0;
    for (const queue of own)
      for (let index = from; index < until; index += 1) present[queue]![index]! *= Math.max(0, 1 - lost);
  }
  return present;
}

/** Agents paid for: with the paid breaks and planned shrinkage that go with so much contact work. */
function paidAgents(agents: Float64Array, plannedShare: Float64Array, paidBreakFraction: number): Float64Array {
  return agents.map((count, index) => (count > 0 ? count / ((1 - plannedShare[index]!) * (1 - paidBreakFraction)) : 0));
}

function workedQueues(base: ScenarioBase, withChance: boolean): readonly WorkedQueue[] {
  const { queues, away = [], people } = base;
  const asRequired = queues.map((queue) => isAsRequired(queue, away));
  const staffings = queues.map((queue, index) => queueStaffing(queue, withChance && asRequired[index]!));
  const scheduled = queues.map((queue, index) => scheduledAgents(queue, staffings[index]!));
  const present = presentShares(base, scheduled);
  return queues.map((queue, index) => {
    const staffing = staffings[index]!;
    const paidOf = (agents: Float64Array): Float64Array =>
      paidAgents(agents, staffing.plannedShare, people?.paidBreakFraction ?? 0);
    const outcome = asRequired[index]!
      ? requiredOutcome(staffing)
      : workedOutcome(queue, staffing, { working: workingAgents(queue, staffing, present[index]!), withChance });
    return {
      queue,
      staffing,
      outcome,
      paid: paidOf(scheduled[index]!),
      requiredPaid: paidOf(staffing.requirement.agentsToRoster),
    };
  });
}

/** Of the periods' chances, the mean weighted by contacts. */
function meanChance(chances: readonly number[], contacts: readonly number[]): number {
  let [sum, weight] = [0, 0];
  chances.forEach((chance, index) => {
    if (Number.isNaN(chance) || !(contacts[index]! > 0)) return;
    sum += chance * contacts[index]!;
    weight += contacts[index]!;
  });
  return weight > 0 ? sum / weight : Number.NaN;
}

function peakOf(values: Float64Array, { from, until }: Pick<CalendarSpan, 'from' | 'until'>): number {
  let peak = 0;
  for (let index = from; index < until; index += 1) if (values[index]! > peak) peak = values[index]!;
  return peak;
}

const least = (values: readonly number[]): number => {
  const known = values.filter((value) => !Number.isNaN(value));
  return known.length > 0 ? Math.min(...known) : Number.NaN;
};

/** The figures of one queue or of all together, by day and week and in total. */
interface Summed {
  readonly total: ScenarioFigures;
  readonly days: readonly ScenarioPeriod[];
  readonly weeks: readonly ScenarioPeriod[];
}

function summed(
  tallies: readonly FigureTally[],
  given: {
    readonly calendar: GridCalendar;
    readonly required: Float64Array;
    readonly toRoster: Float64Array;
    readonly dayChances: readonly number[];
    readonly weekChances: readonly number[];
    readonly totalChance: (weekContacts: readonly number[]) => number;
    readonly terms: Omit<FigureTerms, 'dayCount'>;
  },
): Summed {
  const { calendar, required, toRoster, terms } = given;
  const extremesOf = (span: Pick<CalendarSpan, 'from' | 'until'>, chanceToMeet: number) => ({
    peakRequiredAgents: peakOf(required, span),
    peakAgentsToRoster: peakOf(toRoster, span),
    chanceToMeet,
  });
  const days = calendar.days.map((span, day) => ({
    fromOn: span.fromOn,
    untilOn: span.untilOn,
    ...figuresOf(tallies[day]!, extremesOf(span, given.dayChances[day]!), { ...terms, dayCount: 1 }),
  }));
  const weekTallies = calendar.weeks.map((_, week) =>
    tallies.filter((_tally, day) => calendar.weekOfDay[day] === week),
  );
  const weeks = calendar.weeks.map((span, week) => ({
    fromOn: span.fromOn,
    untilOn: span.untilOn,
    ...figuresOf(sumOfTallies(weekTallies[week]!), extremesOf(span, given.weekChances[week]!), {
      ...terms,
      dayCount: weekTallies[week]!.length,
    }),
  }));
  const chance = given.totalChance(weeks.map(({ contacts }) => contacts));
  const total = figuresOf(sumOfTallies(tallies), extremesOf({ from: 0, until: required.length }, chance), {
    ...terms,
    dayCount: tallies.length,
  });
  return { total, days, weeks };
}

function seriesOf({ staffing, outcome }: WorkedQueue): ScenarioSeries {
  const { requiredAgents, agentsToRoster, notes } = staffing.requirement;
  const { workingAgents: working, serviceLevel, occupancy, chanceToMeet } = outcome;
  return {
    contacts: staffing.contacts,
    requiredAgents,
    agentsToRoster,
    workingAgents: working,
    serviceLevel,
    occupancy,
    chanceToMeet,
    notes,
  };
}

/** Sum of the queues' agents in each interval; those without an answer count as none. */
function sumByInterval(values: readonly Float64Array[], count: number): Float64Array {
  const sum = new Float64Array(count);
  for (const own of values) for (let index = 0; index < count; index += 1) sum[index]! += own[index]! || 0;
  return sum;
}

const sumAcross = (byQueue: readonly (readonly FigureTally[])[], days: number): readonly FigureTally[] =>
  Array.from({ length: days }, (_, day) => sumOfTallies(byQueue.map((tallies) => tallies[day]!)));

/** What a base comes to as it stands. The same numbers for the same base, whatever was asked before. */
export function answerBase(base: ScenarioBase, { withChance = true }: AnswerOptions = {}): ScenarioAnswer {
  const { grid, zone, people, costs } = base;
  const calendar = gridCalendar(grid, zone);
  const hoursPerInterval = grid.stepMinutes / 60;
  const worked = workedQueues(base, withChance);
  const paidQueues = worked.map((one) => {
    const perPaidHour = costs ? perPaidHourOf(one.queue, people, costs) : 0;
    return { ...one, perPaidHour, tallies: tallyQueue(one, { calendar, costs, perPaidHour }) };
  });
  if (people && costs) addPeopleCosts(paidQueues, { people, costs, calendar, hoursPerInterval });
  const terms = {
    stepMinutes: grid.stepMinutes,
    fullTimeHoursPerWeek: people?.fullTimeHoursPerWeek ?? FULL_TIME_HOURS,
    costs,
  };
  const queues = paidQueues.map<ScenarioQueueAnswer>((one) => {
    const { queue, staffing, outcome, tallies } = one;
    const { dayChances, weekChances } = outcome;
    const { requiredAgents: required, agentsToRoster: toRoster } = staffing.requirement;
    const totalChance = (contacts: readonly number[]): number => meanChance(weekChances, contacts);
    return {
      queueId: queue.id,
      title: queue.title,
      channel: queue.channel,
      hasRoster: hasRoster(queue),
      ...summed(tallies, { calendar, required, toRoster, dayChances, weekChances, totalChance, terms }),
      series: seriesOf(one),
    };
  });
  const chancesBy = (periods: 'days' | 'weeks', count: number): number[] =>
    Array.from({ length: count }, (_, at) => least(queues.map((queue) => queue[periods][at]!.chanceToMeet)));
  const byQueue = paidQueues.map(({ tallies }) => tallies);
  const together = summed(sumAcross(byQueue, calendar.days.length), {
    calendar,
    required: sumByInterval(
      queues.map(({ series }) => series.requiredAgents),
      grid.count,
    ),
    toRoster: sumByInterval(
      queues.map(({ series }) => series.agentsToRoster),
      grid.count,
    ),
    dayChances: chancesBy('days', calendar.days.length),
    weekChances: chancesBy('weeks', calendar.weeks.length),
    totalChance: () => least(queues.map(({ total }) => total.chanceToMeet)),
    terms,
  });
  return {
    ...together,
    queues,
    skills: people ? skillAnswers(paidQueues, { people, calendar, hoursPerInterval }) : [],
    currency: costs?.currency ?? null,
  };
}
