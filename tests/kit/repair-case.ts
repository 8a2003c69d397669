import { queueServiceOf, type PlacedShift } from '@yotei/scheduling/exchanges';
import type { RepairCase } from '@yotei/scheduling/repair';
import { coverageGrid, insertActivity, type RosterProblem } from '@yotei/scheduling/roster';
import { addDays, HOUR_MILLIS, MINUTE_MILLIS, startOfLocalDay } from '@yotei/time';
import { exchangeBook } from './exchange-case.js';

/** A published day that went otherwise than planned. */
export interface DisturbedDay {
  readonly seed: number;
  /** Of the week, 0 = its first. */
  readonly day: number;
  /** Now, hours after midnight. */
  readonly hour: number;
  /** What comes, as shares of what was planned, two hours each, the queues apart by one. */
  readonly factors: readonly number[];
  /** Agents who did not come, and agents with a training or back office where contact work was. */
  readonly missing: readonly number[];
  readonly trainings: readonly number[];
  /** Half of those with both skills are bound to the second queue, whose work can wait. */
  readonly bound: boolean;
  readonly agents?: number;
}

const EXTRA_TYPES = [
  { id: 'training', title: 'Training', paid: true, contactWork: false },
  { id: 'back-office', title: 'Back office', paid: true, contactWork: false },
];
const HANDLE_SECONDS = 300;

/** A week in which every must rule holds, disturbed; contacts such that the agents planned answer about 80 % in time. */
export function disturbedDay(disturbed: DisturbedDay): RepairCase {
  const book = exchangeBook(disturbed.seed, disturbed.agents ?? 24);
  const problem = {
    ...withDemand(book.problem, disturbed),
    activityTypes: [...book.problem.activityTypes, ...EXTRA_TYPES],
  };
  const startAt = startOfLocalDay(addDays(problem.startsOn, disturbed.day), problem.zone);
  const untilAt = startOfLocalDay(addDays(problem.startsOn, disturbed.day + 1), problem.zone);
  const now = startAt + disturbed.hour * HOUR_MILLIS;
  const agentAt = (i: number) => problem.agents[i % problem.agents.length]!.id;
  const away = new Set(disturbed.missing.map(agentAt));
  const shifts = book.shifts.map((shift) => dressed(shift, { problem, disturbed, now, away }));
  return {
    problem,
    shifts,
    now,
    untilAt,
    missing: [...away].map((agentId) => ({ agentId, startAt: now, endAt: untilAt })),
    service: serviceOf(problem),
    waitingQueueIds: disturbed.bound ? [problem.demand[1]!.queueId] : [],
  };
}

function withDemand(problem: RosterProblem, { factors }: DisturbedDay): RosterProblem {
  const demand = problem.demand.map((queue, q) => ({
    ...queue,
    agentsToRoster: queue.agentsToRoster.map(
      (agents, slot) => (agents / 2) * factors[(Math.floor(slot / 8) + q) % factors.length]!,
    ),
  }));
  return { ...problem, demand };
}

function dressed(
  shift: PlacedShift,
  of: { problem: RosterProblem; disturbed: DisturbedDay; now: number; away: ReadonlySet<string> },
): PlacedShift {
  const index = Number(shift.agentId.slice(1));
  const startAt = Math.ceil((of.now + HOUR_MILLIS) / (15 * MINUTE_MILLIS)) * 15 * MINUTE_MILLIS;
  const place = { startAt, endAt: startAt + HOUR_MILLIS };
  const isFree = shift.activities.some(
    (one) => one.activityTypeId === 'contact' && one.startAt <= place.startAt && one.endAt >= place.endAt,
  );
  let dress = shift;
  if (of.disturbed.trainings.some((i) => i % of.problem.agents.length === index) && isFree) {
    const activityTypeId = index % 2 === 0 ? 'training' : 'back-office';
    dress = { ...shift, ...insertActivity(shift, { activityTypeId, ...place }, 'contact')!.shift };
  }
  const skills = of.problem.agents.find(({ id }) => id === shift.agentId)!.skillIds;
  if (!of.disturbed.bound || skills.length < 2 || index % 2 === 0) return dress;
  const queueId = of.problem.demand[1]!.queueId;
  const bind = (one: PlacedShift['activities'][number]) =>
    one.activityTypeId === 'contact' ? { ...one, queueId } : one;
  return { ...dress, activities: dress.activities.map(bind) };
}

function serviceOf(problem: RosterProblem) {
  const grid = coverageGrid(problem);
  return problem.demand.map(({ queueId, agentsToRoster }) =>
    queueServiceOf({
      queueId,
      modelId: 'erlang-c',
      goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
      shrinkageFraction: 0,
      grid,
      loadAt: (slot) => {
        const agents = agentsToRoster[slot]!;
        if (agents <= 0) return null;
        const contacts = (0.8 * agents * 900) / HANDLE_SECONDS;
        return { contacts, intervalSeconds: 900, averageHandleSeconds: HANDLE_SECONDS };
      },
    }),
  );
}
