import { evaluateRoster, type CostParts, type Evaluation, type QueueCoverage } from '../evaluation/index.js';
import {
  groupByAgent,
  indexProblem,
  paidMinutesOf,
  type Roster,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import type { Breach, TeamBreach } from '../rules/index.js';
import { coverageDifferences, type CoverageDifference } from './coverage-differences.js';
import { shiftDifferences, type ShiftDifference } from './shift-differences.js';

export interface AgentDifference {
  readonly agentId: string;
  readonly shifts: readonly ShiftDifference[];
  readonly paidMinutesBefore: number;
  readonly paidMinutesAfter: number;
}

/** Totals of one of the two rosters. */
export interface RosterFigures {
  readonly cost: number;
  readonly parts: CostParts;
  readonly hardBreaches: number;
  readonly shortHours: number;
  readonly overHours: number;
}

/** What differs between two rosters of one problem: by person, by rule, by interval, and in the score. */
export interface RosterDifference {
  readonly before: RosterFigures;
  readonly after: RosterFigures;
  /** Agents with a difference, in the order of the problem. */
  readonly agents: readonly AgentDifference[];
  readonly goneBreaches: readonly (Breach | TeamBreach)[];
  readonly newBreaches: readonly (Breach | TeamBreach)[];
  /** Where a queue is more or less short, the greatest difference first. */
  readonly coverage: readonly CoverageDifference[];
}

/** Compares two rosters. Throws when one names an agent the problem does not know. */
export function rosterDifference(problem: RosterProblem, before: Roster, after: Roster): RosterDifference {
  const [old, fresh] = [evaluateRoster(problem, before), evaluateRoster(problem, after)];
  const [was, is] = [allBreaches(old), allBreaches(fresh)];
  return {
    before: figuresOf(old),
    after: figuresOf(fresh),
    agents: agentDifferences(problem, before, after),
    goneBreaches: was.filter((breach) => !has(is, breach)),
    newBreaches: is.filter((breach) => !has(was, breach)),
    coverage: coverageDifferences(old.coverage, fresh.coverage),
  };
}

function agentDifferences(problem: RosterProblem, before: Roster, after: Roster): AgentDifference[] {
  const [old, fresh] = [groupByAgent(before.shifts), groupByAgent(after.shifts)];
  const { activityTypes } = indexProblem(problem);
  const paid = (shifts: readonly Shift[]) =>
    shifts.reduce((sum, shift) => sum + paidMinutesOf(shift, activityTypes), 0);
  return problem.agents.flatMap((agent) => {
    const [was, is] = [old.get(agent.id) ?? [], fresh.get(agent.id) ?? []];
    const shifts = shiftDifferences(agent, was, is);
    if (shifts.length === 0) return [];
    return [{ agentId: agent.id, shifts, paidMinutesBefore: paid(was), paidMinutesAfter: paid(is) }];
  });
}

const allBreaches = ({ breaches, teamBreaches }: Evaluation): (Breach | TeamBreach)[] => [...breaches, ...teamBreaches];

function has(all: readonly (Breach | TeamBreach)[], one: Breach | TeamBreach): boolean {
  return all.some(
    (other) =>
      other.ruleId === one.ruleId &&
      other.level === one.level &&
      other.at === one.at &&
      other.amount === one.amount &&
      whoOf(other) === whoOf(one),
  );
}

const whoOf = (breach: Breach | TeamBreach): string => ('agentId' in breach ? breach.agentId : breach.agentIds.join());

function figuresOf({ cost, parts, hardBreaches, coverage }: Evaluation): RosterFigures {
  return {
    cost,
    parts,
    hardBreaches,
    shortHours: hoursOf(coverage, (gap) => Math.max(0, -gap)),
    overHours: hoursOf(coverage, (gap) => Math.max(0, gap)),
  };
}

function hoursOf(coverage: readonly QueueCoverage[], part: (gap: number) => number): number {
  let hours = 0;
  for (const { staffingGap, grid } of coverage)
    for (const gap of staffingGap) hours += (part(gap) * grid.stepMinutes) / 60;
  return hours;
}
