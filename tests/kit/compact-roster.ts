import { findRule } from '@yotei/scheduling/rules';
import type { Contract, RosterProblem } from '@yotei/scheduling/roster';
import { ModelBuilder, type MixedIntegerSolver } from '@yotei/scheduling/solver';
import { CoverRows } from '../../libs/scheduling/src/optimiser/polish/cover-rows.js';
import { prepare, type PreparedProblem } from '../../libs/scheduling/src/optimiser/problem/prepare.js';
import {
  PART_DISTANCE,
  PART_EARLIEST,
  PART_FIELDS,
  PART_LATEST,
  PART_LENGTH,
} from '../../libs/scheduling/src/optimiser/problem/shift-pattern.js';
import { DAYS, type TourSpace } from '../../libs/scheduling/src/optimiser/problem/tour-space.js';

/** A column of the model that adds presence in padded slots `from` to `until - 1`, or takes it away. */
interface Column {
  readonly cost: number;
  readonly entries: (readonly [row: number, value: number])[];
}

/**
 * The peer "a solver alone": one week as a compact mixed-integer model, breaks by their start beside the shifts (Bechtold
 * and Jacobs 1990: as many breaks as shifts of their windows), rest and days in a row by rows. For centres of the seeded
 * generator: contracts, rest, runs of days and wishes on single days are all that limits a week. Answers the cost found and
 * the bound proved in that time, infinite where there is none.
 */
export function compactRoster(
  problem: RosterProblem,
  { solver, seconds }: { readonly solver: MixedIntegerSolver; readonly seconds: number },
): { readonly cost: number; readonly bound: number } {
  const prepared = prepare(problem, { find: findRule });
  const model = new ModelBuilder();
  const groups = prepared.groups.masks.length;
  const { slotCount } = prepared.frame;
  const cover = new CoverRows(model, prepared, new Int32Array(slotCount * groups));
  const most = new Int32Array(groups);
  for (const { group } of prepared.spaces) most[group]!++;
  for (let slot = 0; slot < slotCount; slot++) cover.addSlot(slot, most);
  for (const space of prepared.spaces) addAgent(prepared, model, space, cover);
  const empty = prepared.table.emptyCost.reduce((sum, cost) => sum + cost, 0);
  const answer = solver(model, { start: null, nodes: 1e9, seconds, shouldStop: () => false });
  if (!answer.values) return { cost: Number.POSITIVE_INFINITY, bound: answer.bound + empty };
  return {
    cost: answer.values.reduce((sum, value, i) => sum + value * model.cost[i]!, empty),
    bound: answer.bound + empty,
  };
}

function addAgent(prepared: PreparedProblem, model: ModelBuilder, space: TourSpace, cover: CoverRows): void {
  const week = weekRows(prepared, model, space);
  for (let day = 0; day < DAYS; day++) {
    const columns = new Map<number, { start: number; pattern: number; column: Column }>();
    const once = model.row(0, 1);
    for (let choice = space.dayFrom[day]!; choice < space.dayFrom[day + 1]!; choice++) {
      const pattern = space.pattern[choice]!;
      const start = space.startSlot[choice]!;
      const entries = [[once, 1], ...week(day, choice)] as [number, number][];
      addPresence(prepared, entries, cover, {
        group: space.group,
        from: start,
        length: prepared.patterns[pattern]!.lengthSlots,
        sign: 1,
      });
      columns.set(choice, { start, pattern, column: { cost: space.cost[choice]!, entries } });
    }
    const all = [...columns.values()];
    const breaks = [...new Set(all.map(({ pattern }) => pattern))].flatMap((pattern) =>
      breakColumns(prepared, model, { space, cover, pattern, shifts: all.filter((one) => one.pattern === pattern) }),
    );
    for (const { cost, entries } of [...all.map(({ column }) => column), ...breaks]) {
      model.column(cost, 1, true);
      for (const [row, value] of entries) model.entry(row, value);
    }
  }
}

interface PatternShifts {
  readonly space: TourSpace;
  readonly cover: CoverRows;
  readonly pattern: number;
  readonly shifts: readonly { readonly start: number; readonly column: Column }[];
}

/** One column for each padded slot in which an activity of the pattern may start that day. */
function breakColumns(
  prepared: PreparedProblem,
  model: ModelBuilder,
  { space, cover, pattern, shifts }: PatternShifts,
): Column[] {
  const { parts, partCount } = prepared.patterns[pattern]!;
  const first = Math.min(...shifts.map(({ start }) => start));
  const last = Math.max(...shifts.map(({ start }) => start));
  const byPart: Map<number, Column>[] = [];
  for (let part = 0; part < partCount; part++) {
    const at = part * PART_FIELDS;
    const [earliest, latest] = [parts[at + PART_EARLIEST]!, parts[at + PART_LATEST]!];
    const columns = new Map<number, Column>();
    for (let slot = first + earliest; slot <= last + latest; slot++) {
      const entries: [number, number][] = [];
      addPresence(prepared, entries, cover, {
        group: space.group,
        from: slot,
        length: parts[at + PART_LENGTH]!,
        sign: -1,
      });
      columns.set(slot, { cost: 0, entries });
    }
    const all = [...columns];
    const as = (holds: (slot: number) => boolean, ofShift: (start: number) => boolean, lower: number) => {
      const row = model.row(lower, 0);
      for (const [slot, { entries }] of all) if (holds(slot)) entries.push([row, 1]);
      for (const { start, column } of shifts) if (ofShift(start)) column.entries.push([row, -1]);
    };
    as(
      () => true,
      () => true,
      0,
    );
    for (const [limit] of all) {
      as(
        (slot) => slot <= limit,
        (start) => start <= limit - earliest,
        Number.NEGATIVE_INFINITY,
      );
      as(
        (slot) => slot >= limit,
        (start) => start >= limit - latest,
        Number.NEGATIVE_INFINITY,
      );
      if (part === 0) continue;
      const row = model.row(Number.NEGATIVE_INFINITY, 0);
      for (const [slot, { entries }] of all) if (slot <= limit) entries.push([row, 1]);
      for (const [slot, { entries }] of byPart[part - 1]!)
        if (slot <= limit - parts[at + PART_DISTANCE]!) entries.push([row, -1]);
    }
    byPart.push(columns);
  }
  return byPart.flatMap((columns) => [...columns.values()]);
}

function addPresence(
  { frame }: PreparedProblem,
  entries: [number, number][],
  cover: CoverRows,
  { group, from, length, sign }: { group: number; from: number; length: number; sign: number },
): void {
  for (let slot = from - frame.pad; slot < from - frame.pad + length; slot++) {
    const row = slot >= 0 && slot < frame.slotCount ? cover.rowFor(slot, group) : -1;
    if (row >= 0) entries.push([row, sign]);
  }
}

/** Rows of the agent's contract, rest and days in a row; the entries of one choice in them. */
function weekRows(prepared: PreparedProblem, model: ModelBuilder, space: TourSpace) {
  const { problem } = prepared;
  const agent = problem.agents[space.agent]!;
  const contract: Contract = problem.contracts.find(({ id }) => id === agent.contractId)!;
  const off = problem.timeOff.filter(({ agentId }) => agentId === agent.id);
  const credited = off.reduce((sum, { paidMinutes }) => sum + paidMinutes, 0);
  const minutes = model.row(contract.weeklyMinutesMin - credited, contract.weeklyMinutesMax - credited);
  const days = model.row(0, Math.min(contract.daysPerWeekMax, DAYS - 1));
  const run = prepared.carried[space.agent]!.runDays;
  // The run of last week may go on for so many days; six in a row inside the week are held by the days of the week.
  const runRow = run > 0 ? model.row(0, Math.max(0, space.maxRunDays - run)) : -1;
  const restRows = Array.from({ length: DAYS }, (_, day) =>
    [...new Set(space.readyMinute.subarray(space.dayFrom[day], space.dayFrom[day + 1]))].map((ready) => ({
      ready,
      row: model.row(0, 1),
    })),
  );
  const ready = prepared.carried[space.agent]!.readyMinute;
  return (day: number, choice: number): [number, number][] => [
    [minutes, space.paidLengths[space.paidIndex[choice]!]!],
    [days, 1],
    ...(runRow >= 0 && day <= space.maxRunDays - run ? ([[runRow, 1]] as [number, number][]) : []),
    ...restRows[day]!.filter((rest) => space.readyMinute[choice]! >= rest.ready).map(({ row }): [number, number] => [
      row,
      1,
    ]),
    ...(restRows[day - 1] ?? [])
      .filter((rest) => space.startMinute[choice]! < rest.ready)
      .map(({ row }): [number, number] => [row, 1]),
    ...(space.startMinute[choice]! < ready ? ([[model.row(0, 0), 1]] as [number, number][]) : []),
  ];
}
