import {
  addDays,
  daysBetween,
  instantOfLocal,
  localDateOf,
  localMinuteOfDay,
  MINUTE_MILLIS,
  weekdayOf,
} from '@yotei/time';
import type { Highs } from 'highs';
import { slotCost } from '@yotei/scheduling/evaluation';
import { tileActivities, type Agent, type Roster, type RosterProblem, type Shift } from '@yotei/scheduling/roster';

const DAYS = 7;
/** Defaults of the rules on rest and on days in a row. */
const REST_MINUTES = 660;
const MOST_DAYS_IN_ROW = 6;

/** One way to work one day: a start of a template with a place for every activity. */
interface Placing {
  readonly shift: Shift;
  readonly slots: readonly number[];
  readonly paidMinutes: number;
  readonly cost: number;
}

/** Columns and rows of a mixed-integer model while it grows. */
class Model {
  readonly cost: number[] = [];
  readonly upper: number[] = [];
  readonly whole: number[] = [];
  readonly starts: number[] = [0];
  readonly indices: number[] = [];
  readonly values: number[] = [];
  readonly rowLower: number[] = [];
  readonly rowUpper: number[] = [];

  row(lower: number, upper: number): number {
    this.rowLower.push(lower);
    return this.rowUpper.push(upper) - 1;
  }

  column(
    one: { cost: number; upper: number; whole: boolean },
    entries: readonly (readonly [number, number])[],
  ): number {
    this.cost.push(one.cost);
    this.upper.push(one.upper);
    this.whole.push(Number(one.whole));
    const joined = new Map<number, number>();
    for (const [row, value] of entries) joined.set(row, value + (joined.get(row) ?? 0));
    for (const [row, value] of joined) {
      this.indices.push(row);
      this.values.push(value);
    }
    this.starts.push(this.indices.length);
    return this.cost.length - 1;
  }

  /** Values of the columns at the proved optimum; null where no values fit. */
  solve(highs: Highs): Float64Array | null {
    const [numCols, numRows] = [this.cost.length, this.rowLower.length];
    const matrix = {
      format: 'csc' as const,
      numRows,
      numCols,
      starts: this.starts,
      indices: this.indices,
      values: this.values,
    };
    const data = {
      numCols,
      numRows,
      colCost: this.cost,
      colLower: this.cost.map(() => 0),
      colUpper: this.upper,
      rowLower: this.rowLower,
      rowUpper: this.rowUpper,
      matrix,
      integrality: Int32Array.from(this.whole),
    };
    return highs.withModel(data, (model): Float64Array | null => {
      model.options.set({ output_flag: false, mip_rel_gap: 0, mip_abs_gap: 1e-7, random_seed: 1 });
      model.run();
      const status = model.getModelStatus();
      const { optimal, infeasible } = highs.constants.modelStatus;
      if (status === infeasible) return null;
      if (status !== optimal) throw new Error(`model status (${status}) must be optimal; make the problem smaller`);
      return model.getSolution().colValue;
    });
  }
}

/**
 * The best roster of a small problem by a mixed-integer model over every placing of every day: no code of the engine, and
 * none of its ideas. For one week in one zone without given shifts, with must rules on contract, rest (11 hours), days in a
 * row (6), availability, time off, templates and one day off a week, wishes as the only cost beside the cover. Null when no
 * roster keeps them.
 */
export function exactRoster(problem: RosterProblem, highs: Highs): Roster | null {
  const model = new Model();
  const cover = coverRows(model, problem);
  const taken: { readonly column: number; readonly shift: Shift }[] = [];
  for (const agent of problem.agents) {
    const days = Array.from({ length: DAYS }, (_, day) => placingsOn(problem, agent, day));
    const rows = contractRows(model, problem, agent);
    const rest = restRows(model, problem, agent, days);
    days.forEach((placings, day) => {
      const once = model.row(0, 1);
      for (const one of placings) {
        const entries = [
          [once, 1],
          [rows.days, 1],
          [rows.minutes, one.paidMinutes],
          ...rows.runs.filter((run) => run.from <= day && day <= run.until).map((run) => [run.row, 1] as const),
          ...rest(one, day).map((row) => [row, 1] as const),
          ...one.slots.map((slot) => [cover.presence(agent, slot), 1] as const),
        ] as (readonly [number, number])[];
        const column = model.column({ cost: one.cost, upper: 1, whole: true }, entries);
        taken.push({ column, shift: one.shift });
      }
    });
  }
  const solved = model.solve(highs);
  if (!solved) return null;
  const shifts = taken.filter(({ column }) => solved[column]! > 0.5).map(({ shift }) => shift);
  return {
    shifts: shifts.sort((a, b) => (a.agentId < b.agentId ? -1 : a.agentId > b.agentId ? 1 : a.startAt - b.startAt)),
  };
}

function placingsOn(problem: RosterProblem, agent: Agent, day: number): Placing[] {
  const on = addDays(problem.startsOn, day);
  const contract = problem.contracts.find(({ id }) => id === agent.contractId)!;
  const window = agent.availability?.find(({ weekday }) => weekday === weekdayOf(on));
  if (agent.availability && !window) return [];
  const placings: Placing[] = [];
  for (const template of problem.templates.filter(({ id }) => contract.templateIds.includes(id))) {
    const { earliestStartMinute, latestStartMinute, startStepMinutes, lengthMinutes } = template;
    for (let minute = earliestStartMinute; minute <= latestStartMinute; minute += startStepMinutes) {
      if (window && (minute < window.fromMinute || minute + lengthMinutes > window.untilMinute)) continue;
      const startAt = instantOfLocal(on, minute, agent.zone);
      const span = { startAt, endAt: startAt + lengthMinutes * MINUTE_MILLIS };
      if (
        problem.timeOff.some((off) => off.agentId === agent.id && off.startAt < span.endAt && span.startAt < off.endAt)
      )
        continue;
      for (const places of breakPlaces(problem, template.activities, lengthMinutes)) {
        const parts = template.activities.map((activity, i) => ({
          activityTypeId: activity.activityTypeId,
          startAt: startAt + places[i]! * MINUTE_MILLIS,
          endAt: startAt + (places[i]! + activity.lengthMinutes) * MINUTE_MILLIS,
        }));
        placings.push(
          placingOf(
            problem,
            { agentId: agent.id, templateId: template.id, ...span, activities: tileActivities(span, parts, 'contact') },
            agent,
          ),
        );
      }
    }
  }
  return placings;
}

/** Every legal choice of starts, minutes after the shift's start. */
function breakPlaces(
  problem: RosterProblem,
  activities: RosterProblem['templates'][number]['activities'],
  length: number,
): number[][] {
  let all: number[][] = [[]];
  activities.forEach((activity, i) => {
    const next: number[][] = [];
    for (const before of all) {
      const after = i === 0 ? 0 : before[i - 1]! + activities[i - 1]!.lengthMinutes + (activity.minGapMinutes ?? 0);
      for (let at = activity.earliestStartMinutes; at <= activity.latestStartMinutes; at += problem.slotMinutes)
        if (at >= after && at + activity.lengthMinutes <= length) next.push([...before, at]);
    }
    all = next;
  });
  return all;
}

function placingOf(problem: RosterProblem, shift: Shift, agent: Agent): Placing {
  const gridStart = problem.demand[0]!.grid.startAt;
  const slotMillis = problem.slotMinutes * MINUTE_MILLIS;
  const slots: number[] = [];
  let paidMinutes = 0;
  for (const { activityTypeId, startAt, endAt } of shift.activities) {
    const type = problem.activityTypes.find(({ id }) => id === activityTypeId)!;
    if (type.paid) paidMinutes += (endAt - startAt) / MINUTE_MILLIS;
    if (!type.contactWork) continue;
    for (let at = startAt; at < endAt; at += slotMillis) {
      const slot = (at - gridStart) / slotMillis;
      if (slot >= 0 && slot < problem.demand[0]!.grid.count) slots.push(slot);
    }
  }
  const on = localDateOf(shift.startAt, agent.zone);
  const minute = localMinuteOfDay(shift.startAt, agent.zone);
  const against = problem.preferences.filter((wish) => {
    if (wish.agentId !== agent.id) return false;
    if (wish.kind === 'day-off') return wish.on === on;
    return minute < wish.fromMinute! || minute > wish.untilMinute!;
  });
  return { shift, slots, paidMinutes, cost: against.reduce((sum, { weight }) => sum + weight, 0) };
}

function contractRows(model: Model, problem: RosterProblem, agent: Agent) {
  const contract = problem.contracts.find(({ id }) => id === agent.contractId)!;
  const off = problem.timeOff.filter(({ agentId }) => agentId === agent.id);
  const credited = off.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0);
  const worked = new Set(
    problem.history
      .filter(({ agentId }) => agentId === agent.id)
      .map((shift) => daysBetween(problem.startsOn, localDateOf(shift.startAt, agent.zone))),
  );
  const runs: { row: number; from: number; until: number }[] = [];
  for (let from = -MOST_DAYS_IN_ROW; from + MOST_DAYS_IN_ROW < DAYS; from++) {
    const until = from + MOST_DAYS_IN_ROW;
    let before = 0;
    for (let day = from; day < 0; day++) before += Number(worked.has(day));
    if (until >= 0) runs.push({ row: model.row(0, MOST_DAYS_IN_ROW - before), from, until });
  }
  return {
    days: model.row(0, Math.min(contract.daysPerWeekMax, DAYS - 1)),
    minutes: model.row(contract.weeklyMinutesMin - credited, contract.weeklyMinutesMax - credited),
    runs,
  };
}

/** For each end of a day's shifts: none of the shifts that end then or later beside those of the next day too soon after. */
function restRows(model: Model, problem: RosterProblem, agent: Agent, days: readonly (readonly Placing[])[]) {
  const before = problem.history.filter(({ agentId }) => agentId === agent.id).map(({ endAt }) => endAt);
  const ends = days.map((placings) => [...new Set(placings.map(({ shift }) => shift.endAt))]);
  const rows = ends.map((each, day) =>
    day === DAYS - 1 ? [] : each.map((endAt) => ({ endAt, row: model.row(0, 1) })),
  );
  const never = model.row(0, 0);
  const tooSoon = (startAt: number, endAt: number) => startAt - endAt < REST_MINUTES * MINUTE_MILLIS;
  return (one: Placing, day: number): number[] => [
    ...rows[day]!.filter(({ endAt }) => one.shift.endAt >= endAt).map(({ row }) => row),
    ...(rows[day - 1] ?? []).filter(({ endAt }) => tooSoon(one.shift.startAt, endAt)).map(({ row }) => row),
    ...(before.some((endAt) => tooSoon(one.shift.startAt, endAt)) ? [never] : []),
  ];
}

/** People of each skill set in each slot, shared over the queues, at the cost of every further agent on a queue. */
function coverRows(model: Model, problem: RosterProblem) {
  const scale = problem.slotMinutes / 15;
  const { count } = problem.demand[0]!.grid;
  const sets = [...new Set(problem.agents.map(({ skillIds }) => [...skillIds].sort().join()))];
  const rows = new Map<string, number>();
  for (let slot = 0; slot < count; slot++) {
    const onQueue = problem.demand.map((queue) => {
      const row = model.row(0, 0);
      const cost = (n: number) => slotCost(n, queue.agentsToRoster[slot]!, problem.weights) * scale;
      const able = problem.agents.filter(({ skillIds }) => skillIds.includes(queue.skillId)).length;
      for (let n = 1; n <= able; n++)
        model.column({ cost: cost(n) - cost(n - 1), upper: 1, whole: false }, [[row, -1]]);
      return row;
    });
    for (const set of sets) {
      const row = model.row(0, 0);
      rows.set(`${set}/${slot}`, row);
      problem.demand.forEach((queue, i) => {
        if (set.split(',').includes(queue.skillId))
          model.column({ cost: 0, upper: problem.agents.length, whole: false }, [
            [row, -1],
            [onQueue[i]!, 1],
          ]);
      });
    }
  }
  return { presence: (agent: Agent, slot: number) => rows.get(`${[...agent.skillIds].sort().join()}/${slot}`)! };
}
