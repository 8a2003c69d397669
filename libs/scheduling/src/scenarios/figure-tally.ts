import { addCost, costSumOf, noCost, type CostTally, type CostTerms } from '../costs/index.js';
import { agentHours, fullTimeEquivalents } from '../staffing/index.js';
import type { ScenarioFigures } from './scenario-answer.js';

/** Sums behind {@link ScenarioFigures}, of any intervals of any queues; agents are agent-intervals. */
export interface FigureTally {
  contacts: number;
  handleSeconds: number;
  /** Of the contacts that are answered, by those who work and by those required. */
  handledSeconds: number;
  requiredHandledSeconds: number;
  required: number;
  toRoster: number;
  requiredPaid: number;
  working: number;
  paid: number;
  served: number;
  servedOf: number;
  waitedSeconds: number;
  waitedOf: number;
  abandoned: number;
  abandonedOf: number;
  busy: number;
  busyOf: number;
  intervals: number;
  missed: number;
  bot: number;
  readonly cost: CostTally;
  readonly requiredCost: CostTally;
}

export function emptyTally(): FigureTally {
  return {
    contacts: 0,
    handleSeconds: 0,
    handledSeconds: 0,
    requiredHandledSeconds: 0,
    required: 0,
    toRoster: 0,
    requiredPaid: 0,
    working: 0,
    paid: 0,
    served: 0,
    servedOf: 0,
    waitedSeconds: 0,
    waitedOf: 0,
    abandoned: 0,
    abandonedOf: 0,
    busy: 0,
    busyOf: 0,
    intervals: 0,
    missed: 0,
    bot: 0,
    cost: noCost(),
    requiredCost: noCost(),
  };
}

const SUMS = [
  'contacts',
  'handleSeconds',
  'handledSeconds',
  'requiredHandledSeconds',
  'required',
  'toRoster',
  'requiredPaid',
  'working',
  'paid',
  'served',
  'servedOf',
  'waitedSeconds',
  'waitedOf',
  'abandoned',
  'abandonedOf',
  'busy',
  'busyOf',
  'intervals',
  'missed',
  'bot',
] as const;

export function addTally(to: FigureTally, more: FigureTally): void {
  for (const sum of SUMS) to[sum] += more[sum];
  addCost(to.cost, more.cost);
  addCost(to.requiredCost, more.requiredCost);
}

export function sumOfTallies(tallies: readonly FigureTally[]): FigureTally {
  const sum = emptyTally();
  for (const tally of tallies) addTally(sum, tally);
  return sum;
}

/** What cannot be summed: most agents at one time, and the chance. */
export interface FigureExtremes {
  readonly peakRequiredAgents: number;
  readonly peakAgentsToRoster: number;
  readonly chanceToMeet: number;
}

export interface FigureTerms {
  readonly stepMinutes: number;
  /** Local days of the time, for full-time equivalents. */
  readonly dayCount: number;
  readonly fullTimeHoursPerWeek: number;
  readonly costs: CostTerms | null;
}

const share = (part: number, of: number): number => (of > 0 ? part / of : Number.NaN);

/** The figures a tally comes to. Hours are rounded once, to a hundredth; all else is as computed. */
export function figuresOf(tally: FigureTally, extremes: FigureExtremes, terms: FigureTerms): ScenarioFigures {
  const { stepMinutes, dayCount, fullTimeHoursPerWeek, costs } = terms;
  const hoursOf = (agentIntervals: number): number => agentHours([agentIntervals], stepMinutes);
  const fteOf = (agentIntervals: number): number =>
    fullTimeEquivalents((agentIntervals * stepMinutes) / 60, (fullTimeHoursPerWeek * dayCount) / 7);
  return {
    contacts: tally.contacts,
    averageHandleSeconds: share(tally.handleSeconds, tally.contacts),
    requiredHours: hoursOf(tally.required),
    hoursToRoster: hoursOf(tally.toRoster),
    requiredPaidHours: hoursOf(tally.requiredPaid),
    ...extremes,
    requiredFte: fteOf(tally.requiredPaid),
    workingHours: hoursOf(tally.working),
    paidHours: hoursOf(tally.paid),
    workingFte: fteOf(tally.paid),
    serviceLevel: share(tally.served, tally.servedOf),
    asaSeconds: share(tally.waitedSeconds, tally.waitedOf),
    abandonment: share(tally.abandoned, tally.abandonedOf),
    occupancy: share(tally.busy, tally.busyOf),
    intervals: tally.intervals,
    missedIntervals: tally.missed,
    botContacts: tally.bot,
    cost: costs && costSumOf(tally.cost, costs),
    requiredCost: costs && costSumOf(tally.requiredCost, costs),
  };
}
