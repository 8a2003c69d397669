import type { PreparedProblem } from '../problem/prepare.js';
import { DAYS } from '../problem/tour-space.js';
import { runsCost } from '../tour/shift-values.js';
import type { Tour } from '../tour/tour.js';
import { CoverRows } from './cover-rows.js';
import type { FreeWeek, Placing } from './free-week.js';
import { ModelBuilder } from '../../solver/index.js';
import { contactSlots } from './placings.js';

/** Some units' weeks in question and everyone else's presence, as a mixed-integer model. */
export interface PartModel {
  readonly model: ModelBuilder;
  /** Of each free week: the column of each of its placings, and those of its other arcs by day. */
  readonly columns: readonly WeekColumns[];
  /** Slots whose cover the model holds. */
  readonly slots: readonly number[];
}

export interface WeekColumns {
  readonly week: FreeWeek;
  readonly placings: readonly number[];
  /** Column of each arc of the week, in the order of its arcs. */
  readonly arcs: readonly number[];
}

/** `base`: agents there by `slot * groups + group`, without the placings in question. */
export function partModel(prepared: PreparedProblem, weeks: readonly FreeWeek[], base: Int32Array): PartModel {
  const model = new ModelBuilder();
  const cover = new CoverRows(model, prepared, base);
  const slots = coverSlots(prepared, weeks, base, cover);
  return { model, columns: weeks.map((week) => addWeek(prepared, model, week, cover)), slots };
}

function coverSlots(
  prepared: PreparedProblem,
  weeks: readonly FreeWeek[],
  base: Int32Array,
  cover: CoverRows,
): readonly number[] {
  const groups = prepared.groups.masks.length;
  const most = new Map<number, Int32Array>();
  for (const { unit, placings } of weeks) {
    const { group } = prepared.spaces[unit]!;
    for (const slot of new Set(placings.flatMap((placing) => placing.slots))) {
      let counts = most.get(slot);
      if (!counts) most.set(slot, (counts = base.slice(slot * groups, (slot + 1) * groups)));
      counts[group]!++;
    }
  }
  const slots = [...most.keys()].sort((a, b) => a - b);
  for (const slot of slots) cover.addSlot(slot, most.get(slot)!);
  return slots;
}

/** One path through the graph; a placing for each choice taken. Arcs need not be whole: whole placings make them so. */
function addWeek(prepared: PreparedProblem, model: ModelBuilder, week: FreeWeek, cover: CoverRows): WeekColumns {
  const { graph, arcs, placings, unit } = week;
  const { group } = prepared.spaces[unit]!;
  const nodes = new Map<number, number>([[graph.root, model.row(-1, -1)]]);
  const nodeRow = (node: number) => {
    let row = nodes.get(node);
    if (row === undefined) nodes.set(node, (row = model.row(0, 0)));
    return row;
  };
  const choiceRow = new Map<number, number>();
  for (const { choice } of placings) if (!choiceRow.has(choice)) choiceRow.set(choice, model.row(0, 0));
  const arcColumns = arcs.map((arc) => {
    const choice = graph.choice[arc]!;
    const row = choiceRow.get(choice);
    const from = nodeRow(graph.from[arc]!);
    const to = nodeRow(graph.to[arc]!);
    const own = choice >= 0 && row === undefined ? prepared.spaces[unit]!.cost[choice]! : 0;
    const column = model.column(own + graph.price[arc]!, 1, false);
    model.entry(from, -1);
    model.entry(to, 1);
    if (row !== undefined) model.entry(row, 1);
    return column;
  });
  for (const { node, cost } of graph.ends) {
    if (!nodes.has(node) || cost === Number.POSITIVE_INFINITY) continue;
    const row = nodeRow(node);
    model.column(cost, 1, false);
    model.entry(row, -1);
  }
  return {
    week,
    arcs: arcColumns,
    placings: placings.map((placing) => addPlacing(model, placing, choiceRow, { cover, group })),
  };
}

function addPlacing(
  model: ModelBuilder,
  { choice, slots, cost }: Placing,
  choiceRow: ReadonlyMap<number, number>,
  { cover, group }: { readonly cover: CoverRows; readonly group: number },
): number {
  const column = model.column(cost, 1, true);
  model.entry(choiceRow.get(choice)!, -1);
  for (const slot of slots) {
    const row = cover.rowFor(slot, group);
    if (row >= 0) model.entry(row, 1);
  }
  return column;
}

/** The columns of the placings that the tour works. */
export function columnsOfTour(prepared: PreparedProblem, { week, placings }: WeekColumns, tour: Tour): number[] {
  const { maxParts } = prepared.tourSize;
  return week.placings.flatMap(({ day, choice, places }, i) =>
    tour.choice[day] === choice && places.every((at, part) => tour.places[day * maxParts + part] === at)
      ? [placings[i]!]
      : [],
  );
}

/** Writes the week that the values of the columns tell into `out`; days that were kept stay as they are there. */
export function readWeek(
  prepared: PreparedProblem,
  { week, placings }: WeekColumns,
  values: Float64Array,
  out: Tour,
): void {
  const { maxParts } = prepared.tourSize;
  const space = prepared.spaces[week.unit]!;
  for (let day = 0; day < DAYS; day++) {
    if (week.kept[day] !== undefined) continue;
    out.choice[day] = space.mustWork[day] === 1 ? space.dayFrom[day]! : -1;
  }
  week.placings.forEach(({ day, choice, places }, i) => {
    if (values[placings[i]!]! < 0.5) return;
    out.choice[day] = choice;
    for (let part = 0; part < places.length; part++) out.places[day * maxParts + part] = places[part]!;
  });
  renewTour(prepared, week.unit, out);
}

/** Brings slots and own cost of a tour up to its choices and places. */
function renewTour(prepared: PreparedProblem, unit: number, tour: Tour): void {
  const space = prepared.spaces[unit]!;
  const { pad, slotCount } = prepared.frame;
  const { maxParts } = prepared.tourSize;
  tour.slotCount = 0;
  let cost = 0;
  let pair = 0;
  for (let day = 0; day < DAYS; day++) {
    const choice = tour.choice[day]!;
    if (choice < 0) continue;
    pair = space.pairs.next[pair * space.paidLengths.length + space.paidIndex[choice]!]!;
    cost += space.cost[choice]!;
    if (space.pattern[choice]! < 0) continue;
    const pattern = prepared.patterns[space.pattern[choice]!]!;
    const start = space.startSlot[choice]!;
    const places = tour.places.subarray(day * maxParts, day * maxParts + pattern.partCount);
    if (space.runCost && pattern.activitiesInterrupt)
      cost += runsCost(pattern, space.runCost, places, { start, offset: 0 });
    for (const after of contactSlots(
      pattern,
      places.map((at) => at - start),
    )) {
      const padded = start + after;
      if (padded < pad || padded >= pad + slotCount) continue;
      tour.slots[tour.slotCount++] = padded - pad;
      if (space.ownWorth) cost -= space.ownWorth[padded]!;
    }
  }
  tour.ownCost = cost + space.pairs.endCost[pair]!;
}
