import { coverageOf, type QueueCoverage } from '../evaluation/index.js';
import { factsOf, unsocialKindsOf } from '../objective/index.js';
import { groupByAgent, type Agent, type Roster, type RosterProblem } from '../roster/index.js';
import { measurePerson, plannedLoads, type QueueWork } from '../wellbeing/index.js';

/** What a roster comes to for the people in it, and for coverage. */
export interface ProtectionFigures {
  readonly requiredHours: number;
  /** Agent-hours short of what is required, over all queues and slots. */
  readonly shortHours: number;
  readonly overHours: number;
  /** Rests under 11 hours. */
  readonly shortRests: number;
  readonly lateToEarly: number;
  /** Contact work of over two hours in one run. */
  readonly longStretches: number;
  /** Minutes above 85 % occupancy, everybody's; NaN where the work that comes in is not known. */
  readonly minutesOverCap: number;
  /** Nights, lates, earlies and weekends by agent. */
  readonly unsocial: ReadonlyMap<string, number>;
  /** Expected minutes with hard contacts by agent; empty where they are not known. */
  readonly hardMinutes: ReadonlyMap<string, number>;
}

/**
 * The figures of a roster, by the same measures that people see. What is not known of the days before the history does not
 * count, so that rosters of one problem are judged alike.
 *
 * @param work what is expected to come in; absent: nothing is said of occupancy and hard contacts
 */
export function protectionFigures(
  problem: RosterProblem,
  { shifts }: Roster,
  work?: readonly QueueWork[],
): ProtectionFigures {
  const coverage = coverageOf(problem, { shifts });
  const loads = work && plannedLoads(coverage, work);
  const own = groupByAgent(shifts);
  const history = groupByAgent(problem.history);
  const activityTypes = new Map(problem.activityTypes.map((type) => [type.id, type]));
  const sums = { shortRests: 0, lateToEarly: 0, longStretches: 0, minutesOverCap: work ? 0 : Number.NaN };
  const unsocial = new Map<string, number>();
  const hardMinutes = new Map<string, number>();
  const grid = coverage[0]?.grid;
  for (const { id, zone, skillIds } of problem.agents) {
    const planned = own.get(id) ?? [];
    unsocial.set(
      id,
      planned.reduce((sum, shift) => sum + unsocialKindsOf(factsOf(shift, zone), new Set()).length, 0),
    );
    if (!grid) continue;
    const measured = measurePerson({
      agentId: id,
      zone,
      period: { startAt: grid.startAt, endAt: grid.startAt + grid.count * grid.stepMinutes * 60_000 },
      shifts: [...(history.get(id) ?? []), ...planned],
      historyFromAt: Number.NEGATIVE_INFINITY,
      activityTypes,
      ...(loads && { load: loads(skillIds) }),
    });
    for (const { measureId, answer } of measured) {
      if (answer.kind !== 'measured') continue;
      if (measureId === 'quick-return') sums.shortRests += answer.value;
      if (measureId === 'rotation-direction') sums.lateToEarly += answer.parts.length;
      if (measureId === 'continuous-contact') sums.longStretches += answer.parts.filter(isLong).length;
      if (measureId === 'occupancy-run') sums.minutesOverCap += answer.also!['minutesOver']!;
      if (measureId === 'hard-contact-dose')
        hardMinutes.set(
          id,
          answer.parts.reduce((sum, { amount }) => sum + amount, 0),
        );
    }
  }
  return { ...sums, ...hoursOf(coverage), unsocial, hardMinutes };
}

const LONG_MINUTES = 120;
const isLong = ({ amount }: { readonly amount: number }): boolean => amount > LONG_MINUTES;

function hoursOf(coverage: readonly QueueCoverage[]) {
  const sums = { requiredHours: 0, shortHours: 0, overHours: 0 };
  for (const { grid, agentsToRoster, staffingGap } of coverage) {
    const hours = grid.stepMinutes / 60;
    for (let slot = 0; slot < grid.count; slot++) {
      sums.requiredHours += agentsToRoster[slot]! * hours;
      sums.shortHours += Math.max(0, -staffingGap[slot]!) * hours;
      sums.overHours += Math.max(0, staffingGap[slot]!) * hours;
    }
  }
  return sums;
}

/** Standard deviation of a figure over agents around the mean of their contract; agents without one are left out. */
export function spreadWithinContracts(
  agents: readonly Pick<Agent, 'id' | 'contractId'>[],
  figures: ReadonlyMap<string, number>,
): number {
  const groups = new Map<string, number[]>();
  for (const { id, contractId } of agents) {
    const figure = figures.get(id);
    if (figure !== undefined) groups.set(contractId, [...(groups.get(contractId) ?? []), figure]);
  }
  let squares = 0;
  let count = 0;
  for (const group of groups.values()) {
    const mean = group.reduce((sum, value) => sum + value, 0) / group.length;
    squares += group.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    count += group.length;
  }
  return count === 0 ? 0 : Math.sqrt(squares / count);
}
