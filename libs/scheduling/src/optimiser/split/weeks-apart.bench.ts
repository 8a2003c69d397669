import { rosterInstance } from '../../../../../tests/kit/roster-instances.js';
import { oracleAmounts } from '../../../../../tests/kit/roster-oracle.js';
import { evaluateRoster, type Evaluation } from '../../evaluation/index.js';
import type { Roster, RosterProblem } from '../../roster/index.js';
import type { OptimiseResult } from '../optimise.js';
import { optimiseRoster } from '../optimise-roster.js';
import { joinParts } from './join-rosters.js';
import { partProblem } from './roster-part.js';
import { splitProblem } from './split-problem.js';

interface BenchRow {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
}

type Found = Extract<OptimiseResult, { kind: 'roster' }>;

const SEED = 1;
const WEEKS = 4;
/** Workers that share the weeks, and the share of the time kept for planning the whole on: as in a roster job. */
const WORKERS = 3;
const MEND_FRACTION = 0.2;

/**
 * Several weeks planned apart, joined and planned on, beside the same weeks planned at once: with as many seconds as three
 * workers take for it, and with as much CPU as they use. Seconds of CPU on one thread, so that what else runs does not count.
 */
export function bench({ quick }: { readonly quick: boolean }): BenchRow[] {
  const [agents, seconds] = quick ? [60, 6] : [400, 30];
  const problem = rosterInstance({ agents, seed: SEED, weeks: WEEKS });
  const name = `${agents} agents, ${WEEKS} weeks`;
  const partSeconds = (seconds * (1 - MEND_FRACTION) * WORKERS) / WEEKS;
  const mendSeconds = seconds * MEND_FRACTION;
  const { joined, planned } = weeksApart(problem, partSeconds, mendSeconds);
  const all = WEEKS * partSeconds + mendSeconds;
  const apart = `${name}, apart on ${WORKERS} workers in ${seconds} s`;
  return [
    ...told(rosterRows(`${apart}, joined`, problem, joined)),
    ...told([...rosterRows(`${apart}, planned on`, problem, planned.roster), ...boundRows(apart, planned)]),
    ...told(wholeRows(`${name} at once in ${seconds} s`, problem, seconds)),
    ...told(wholeRows(`${name} at once in ${all} s`, problem, all)),
  ];
}

/** Says them as they come, because the whole takes minutes. */
function told(rows: BenchRow[]): BenchRow[] {
  for (const { name, value, unit } of rows) process.stderr.write(`${name}: ${value} ${unit}\n`);
  return rows;
}

function weeksApart(
  problem: RosterProblem,
  partSeconds: number,
  mendSeconds: number,
): { readonly joined: Roster; readonly planned: Found } {
  const split = splitProblem(problem, { by: 'week', assumed: { shifts: [] } });
  const parts = split.parts.map((part) => plan(partProblem(problem, part), partSeconds));
  const joined = joinParts(problem, split, parts).roster;
  return { joined, planned: plan(problem, mendSeconds, joined) };
}

function wholeRows(name: string, problem: RosterProblem, seconds: number): BenchRow[] {
  const whole = plan(problem, seconds);
  return [...rosterRows(name, problem, whole.roster), ...boundRows(name, whole)];
}

function plan(problem: RosterProblem, timeLimitSeconds: number, resumeFrom?: Roster): Found {
  const startedAt = cpuMillis();
  const nowMillis = () => cpuMillis() - startedAt;
  const result = optimiseRoster(problem, { seed: SEED, timeLimitSeconds, resumeFrom, nowMillis });
  if (result.kind !== 'roster') throw new Error(`result (${result.kind}) must be a roster; choose another seed`);
  return result;
}

function cpuMillis(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1000;
}

function rosterRows(name: string, problem: RosterProblem, roster: Roster): BenchRow[] {
  const evaluation = evaluateRoster(problem, roster);
  return [
    { name: `${name}: cost`, value: evaluation.cost, unit: 'units' },
    { name: `${name}: hours short`, value: hoursShort(evaluation), unit: 'agent-hours' },
    { name: `${name}: hard breaches`, value: hardBreaches(problem, roster), unit: 'of the oracle' },
  ];
}

function boundRows(name: string, { gapHours, requiredHours, lowerBound, seconds }: Found): BenchRow[] {
  return [
    { name: `${name}: lower bound`, value: lowerBound, unit: 'units' },
    { name: `${name}: gap`, value: gapHours, unit: 'agent-hours' },
    { name: `${name}: gap of required hours`, value: (100 * gapHours) / requiredHours, unit: '%' },
    { name: `${name}: took`, value: seconds, unit: 's' },
  ];
}

const hoursShort = ({ coverage }: Evaluation): number =>
  coverage.reduce(
    (sum, { grid, staffingGap }) =>
      sum + staffingGap.reduce((short, gap) => short + Math.max(0, -gap), 0) * (grid.stepMinutes / 60),
    0,
  );

function hardBreaches(problem: RosterProblem, { shifts }: Roster): number {
  const must = problem.rules.filter(({ level }) => level === 'must').map(({ ruleId }) => ruleId);
  return problem.agents.reduce((sum, agent) => {
    const own = shifts.filter(({ agentId }) => agentId === agent.id);
    const amounts = oracleAmounts(problem, agent, own);
    return sum + must.filter((ruleId) => (amounts[ruleId] ?? 0) > 0).length;
  }, 0);
}
