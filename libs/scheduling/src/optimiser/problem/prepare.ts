import { addDays, daysBetween, elapsedMinutes, localDateOf, startOfLocalDay } from '@yotei/time';
import {
  coverageGrid,
  indexProblem,
  type Agent,
  type Roster,
  type RosterProblem,
  type Shift,
} from '../../roster/index.js';
import { factsOf, objectiveTerms, type AgentTerms } from '../../objective/index.js';
import { buildAgentView } from '../../rules/index.js';
import { costTable, type CostTable } from '../cover/cost-table.js';
import type { ProgrammeSize } from '../tour/tour-programme.js';
import { OPEN_BOUNDARY, type TourSize, type WeekBoundary } from '../tour/tour.js';
import type { WeekLimits } from './contract-pairs.js';
import { activeRules, agentLimits, type AgentLimits, type RuleLookup } from './agent-limits.js';
import { dayChoices, dayOffCost, PossibleShifts, soonMinutes, type ChoiceContext } from './day-choices.js';
import { baselineOf, givenByDay, givenChoice, givenShifts, type BaselinePresence } from './given-shifts.js';
import { PART_EARLIEST, PART_FIELDS, PART_LATEST, shiftPattern, type ShiftPattern } from './shift-pattern.js';
import { skillGroups, type SkillGroups } from './skill-groups.js';
import { keptParts } from './kept-parts.js';
import { restBefore, type RestBefore } from './long-rest.js';
import { ownWorthOf, withWeekCost } from './own-worth.js';
import { TableCache } from './long-rules.js';
import { activeTrackers, longSpace, type ActiveTracker } from './long-space.js';
import { frameMinute, slotFrame, type SlotFrame } from './slot-frame.js';
import { readyAfterDays } from './ready-after-days.js';
import { DAYS, tourSpace, type DayChoice, type TourSpace } from './tour-space.js';

/** The problem in the engine's terms, made once. */
export interface PreparedProblem {
  readonly problem: RosterProblem;
  readonly frame: SlotFrame;
  readonly table: CostTable;
  readonly groups: SkillGroups;
  readonly patterns: readonly ShiftPattern[];
  /** By agent, then week: `unitFrom[agent]` to `unitFrom[agent + 1] - 1` are an agent's. */
  readonly spaces: readonly TourSpace[];
  readonly unitFrom: Int32Array;
  /** What each agent brings from before the horizon. */
  readonly carried: readonly CarriedState[];
  readonly given: readonly Shift[];
  readonly baseline: readonly BaselinePresence[];
  readonly programmeSize: ProgrammeSize;
  readonly tourSize: TourSize;
  /** Agent-hours asked for over the horizon. */
  readonly requiredHours: number;
}

/** What an agent brings into the horizon. */
export interface CarriedState extends WeekBoundary {
  readonly rest?: RestBefore;
}

export interface PrepareOptions {
  readonly find: RuleLookup;
  readonly resumeFrom?: Roster;
  /** Called between agents, a millisecond or two apart; may throw to give up. */
  readonly betweenAgents?: () => void;
}

/** What agents of a problem share while their tour spaces are made. */
export interface PreparationBase {
  readonly problem: RosterProblem;
  readonly frame: SlotFrame;
  readonly patterns: readonly ShiftPattern[];
  readonly possible: PossibleShifts;
  readonly given: readonly Shift[];
  readonly find: RuleLookup;
  readonly betweenAgents: () => void;
  /** Tables of long tours, shared by agents under the same rules. */
  readonly longTables: TableCache;
}

export function preparationBase(problem: RosterProblem, options: PrepareOptions): PreparationBase {
  const { activityTypes } = indexProblem(problem);
  const frame = slotFrame(problem);
  const patterns = problem.templates.map((template) => shiftPattern(template, problem.slotMinutes, activityTypes));
  return {
    problem,
    frame,
    patterns,
    possible: new PossibleShifts(frame, patterns),
    given: givenShifts(problem, options.resumeFrom),
    find: options.find,
    betweenAgents: options.betweenAgents ?? (() => undefined),
    longTables: new TableCache(),
  };
}

/** Turns the problem into typed arrays. Throws for templates off the slot grid and for names the problem does not know. */
export function prepare(problem: RosterProblem, options: PrepareOptions): PreparedProblem {
  return prepareFrom(preparationBase(problem, options));
}

/** {@link prepare} from a base that is at hand. */
export function prepareFrom(base: PreparationBase): PreparedProblem {
  const { problem } = base;
  const { frame, patterns, given } = base;
  const table = costTable(problem.demand, problem.weights, coverageGrid(problem));
  const groups = skillGroups(problem, table.columns);
  const perAgent = problem.agents.map((agent, index) => {
    base.betweenAgents();
    return agentWeeks(base, agent, { agent: index, group: groups.ofAgent[index]! });
  });
  const baseline = baselineOf(problem, given, frame, groups.groupOf);
  const spaces = perAgent.flatMap((agent) => agent.spaces);
  const unitFrom = new Int32Array(perAgent.length + 1);
  perAgent.forEach((agent, index) => (unitFrom[index + 1] = unitFrom[index]! + agent.spaces.length));
  const days = spaces.reduce((most, space) => Math.max(most, space.days), DAYS);
  const maxParts = Math.max(1, ...patterns.map((pattern) => pattern.partCount));
  const longest = Math.max(1, ...patterns.map((pattern) => pattern.lengthSlots));
  return {
    problem,
    frame,
    table,
    groups,
    patterns,
    spaces,
    unitFrom,
    carried: perAgent.map((agent) => agent.carried),
    given,
    baseline,
    programmeSize: {
      paddedSlots: frame.paddedSlots,
      pad: frame.pad,
      slotCount: frame.slotCount,
      maxParts,
      maxWindow: widestWindow(patterns),
    },
    tourSize: { days, maxParts, maxSlots: days * longest },
    requiredHours: requiredHours(table, frame),
  };
}

function widestWindow(patterns: readonly ShiftPattern[]): number {
  let widest = 1;
  for (const { parts, partCount } of patterns) {
    for (let part = 0; part < partCount; part++) {
      const from = part * PART_FIELDS;
      widest = Math.max(widest, parts[from + PART_LATEST]! - parts[from + PART_EARLIEST]! + 1);
    }
  }
  return widest;
}

function requiredHours(table: CostTable, frame: SlotFrame): number {
  let agents = 0;
  for (const { queues } of table.columns)
    for (const { required } of queues) for (const each of required) agents += each;
  return (agents * frame.slotMinutes) / 60;
}

/** Tour spaces of one agent, one a week or one over all, and what the agent brings into the first; without some rules. */
export function agentWeeks(
  base: PreparationBase,
  agent: Agent,
  place: { readonly agent: number; readonly group: number },
  without: ReadonlySet<string> = new Set(),
): { readonly spaces: TourSpace[]; readonly carried: CarriedState } {
  const { problem, frame } = base;
  const view = buildAgentView(problem, agent.id, []);
  const rules = activeRules(problem, agent, base.find, without);
  const limits = agentLimits(rules, view);
  const { days: givenDays, outside } = givenByDay(problem, agent, base.given);
  const terms = objectiveTerms(problem).get(agent.id)!;
  const kept = keptParts(problem, agent, frame);
  const context: ChoiceContext = {
    possible: base.possible,
    zone: agent.zone,
    patterns: base.patterns.flatMap(({ template }, index) =>
      view.contract.templateIds.includes(template.id) ? [index] : [],
    ),
    limits,
    terms,
  };
  const choicesOn = (day: number): DayChoice[] => {
    const shifts = givenDays.get(day);
    return shifts
      ? [givenChoice(problem, agent, shifts, { frame, terms, day })]
      : kept.choices(day, dayChoices(context, addDays(problem.startsOn, day), day));
  };
  const runCost = runCostOf(base, limits);
  const ownWorth = ownWorthOf(terms, frame);
  const shifts = [...view.shifts, ...outside];
  const carried = {
    ...carriedState(problem, agent, shifts, limits),
    soonMinutes: carriedSoon(base, agent, shifts, terms),
    ...carriedRest(limits, { problem, agent, view, frame, shifts }),
  };
  const parts: AgentParts = {
    place,
    limits,
    carried,
    runCost,
    ownWorth,
    followUpPrices: terms.followUps.map(({ price }) => price),
    loneOffCost: terms.loneOffCost,
    trackers: activeTrackers(rules, view),
    daysOf: (first, count) => {
      const days = Array.from({ length: count }, (_, day) => first + day);
      return {
        days: days.map(choicesOn),
        mustWork: days.map((day) => givenDays.has(day)),
        baseCost: days.reduce((sum, day) => sum + dayOffCost(terms, day), 0),
      };
    },
    weekLimits: limits.weeks.map((each, week) => kept.limits(week, withWeekCost(each, terms))),
  };
  return {
    spaces: parts.trackers.length > 0 ? [longTour(base, agent, parts)] : weekTours(base, agent, parts),
    carried,
  };
}

/** Cost of a run of contact work by its slots; null where nothing limits runs. */
function runCostOf({ patterns, frame }: PreparationBase, { contactRunCost }: AgentLimits): Float64Array | null {
  const longest = Math.max(1, ...patterns.map((pattern) => pattern.lengthSlots));
  return (
    contactRunCost &&
    Float64Array.from({ length: longest + 1 }, (_, slots) => contactRunCost(slots * frame.slotMinutes))
  );
}

/** What the tours of an agent are made of. */
interface AgentParts {
  readonly place: { readonly agent: number; readonly group: number };
  readonly limits: AgentLimits;
  readonly carried: CarriedState;
  readonly runCost: Float64Array | null;
  readonly ownWorth: Float64Array | null;
  readonly followUpPrices: readonly number[];
  readonly loneOffCost: number;
  readonly trackers: readonly ActiveTracker[];
  /** Choices, given days and cost of staying free, from a day of the horizon on. */
  readonly daysOf: (
    first: number,
    count: number,
  ) => { readonly days: DayChoice[][]; readonly mustWork: boolean[]; readonly baseCost: number };
  readonly weekLimits: readonly WeekLimits[];
}

function longTour(
  base: PreparationBase,
  agent: Agent,
  { place, limits, carried, weekLimits, daysOf, ...parts }: AgentParts,
): TourSpace {
  const { restMinutes, startDistanceMinutes, maxRunDays } = limits;
  return longSpace({
    ...place,
    ...parts,
    ...daysOf(0, weekLimits.length * DAYS),
    restMinutes,
    startDistanceMinutes,
    maxRunDays,
    carriedRunDays: carried.runDays,
    weeks: weekLimits,
    zone: agent.zone,
    cache: base.longTables,
  });
}

function weekTours({ problem, frame }: PreparationBase, agent: Agent, parts: AgentParts): TourSpace[] {
  const { place, limits, runCost, ownWorth, followUpPrices, loneOffCost } = parts;
  const { restMinutes, startDistanceMinutes, maxRunDays, longRest } = limits;
  const startOf = (week: number) =>
    frameMinute(frame, startOfLocalDay(addDays(problem.startsOn, week * DAYS), agent.zone));
  let freeFromMinute = parts.carried.freeFromMinute ?? OPEN_BOUNDARY.readyMinute;
  return parts.weekLimits.map((weekLimits, week) => {
    const days = parts.daysOf(week * DAYS, DAYS);
    const rest = longRest && { longRest: { limit: longRest, weekStartMinute: startOf(week), freeFromMinute } };
    const given = days.days.flatMap((choices, day) => (days.mustWork[day] ? choices : []));
    freeFromMinute = Math.max(freeFromMinute, ...given.map(({ endMinute }) => endMinute));
    return tourSpace({
      ...place,
      ...days,
      ...rest,
      week,
      lastWeek: week === problem.weeks - 1,
      restMinutes,
      startDistanceMinutes,
      maxRunDays,
      limits: weekLimits,
      ownWorth,
      followUpPrices,
      loneOffCost,
      runCost,
      weekEndMinute: startOf(week + 1),
    });
  });
}

/** The rest before the horizon and what it leaves to the first week; nothing where no rule asks. */
function carriedRest(
  { longRest }: AgentLimits,
  input: Parameters<typeof restBefore>[1],
): Pick<CarriedState, 'rest' | 'freeFromMinute' | 'needsRest'> {
  if (!longRest) return {};
  const rest = restBefore(longRest, input);
  return { rest, freeFromMinute: rest.freeFromMinute, needsRest: !rest.restedWeeks.includes(true) };
}

/** Follow-up thresholds that the agent's last shift before the horizon leaves. */
function carriedSoon(
  { problem, frame }: PreparationBase,
  agent: Agent,
  shifts: readonly Shift[],
  terms: AgentTerms,
): readonly number[] | undefined {
  if (terms.followUps.length === 0) return undefined;
  const before = shifts.filter(({ startAt }) => daysBetween(problem.startsOn, localDateOf(startAt, agent.zone)) < 0);
  const last = before.sort((a, b) => a.startAt - b.startAt).at(-1);
  return last && soonMinutes(terms, factsOf(last, agent.zone), frame);
}

/** Earliest start and run of days that the agent's shifts before the horizon leave. */
function carriedState(
  problem: RosterProblem,
  agent: Agent,
  shifts: readonly Shift[],
  limits: AgentLimits,
): WeekBoundary {
  const horizonStart = startOfLocalDay(problem.startsOn, problem.zone);
  const days = new Map<number, Shift[]>();
  for (const shift of shifts) {
    const day = daysBetween(problem.startsOn, localDateOf(shift.startAt, agent.zone));
    if (day < 0) days.set(day, [...(days.get(day) ?? []), shift]);
  }
  const readyMinute = readyAfterDays(days, limits, (at) => elapsedMinutes(horizonStart, at));
  let runDays = 0;
  while (days.has(-1 - runDays)) runDays++;
  return { ...OPEN_BOUNDARY, readyMinute, runDays };
}
