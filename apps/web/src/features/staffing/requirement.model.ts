import { addDays, startOfLocalDay } from '@yotei/time';
import type { RequirementFieldsFragment } from '../../graphql/generated/graphql.js';

export type RequirementView = RequirementFieldsFragment;
export type QueueRequirement = RequirementView['queues'][number];

/** One interval of one queue as the heat table shows it. Null: closed, or no answer for the reason in the note. */
export interface Cell {
  readonly at: number;
  readonly agentsToRoster: number | null;
  /** Chance that the goals are met; null = not known. */
  readonly chance: number | null;
  readonly loadErlangs: number | null;
  readonly note: string;
}

export interface HeatRow {
  readonly queue: QueueRequirement['queue'];
  readonly cells: readonly Cell[];
}

export interface HeatDay {
  readonly stepMinutes: number;
  /** Starts of the columns, from the first to the last interval in which any queue is open. */
  readonly starts: readonly number[];
  readonly rows: readonly HeatRow[];
  /** Sum over queues at each column; the roster shares agents, so it is an upper bound where skills overlap. */
  readonly totals: readonly number[];
  readonly largest: number;
}

function cellAt(requirement: QueueRequirement, at: number): Cell {
  const index = Math.round((at - Date.parse(requirement.startAt)) / (requirement.stepMinutes * 60_000));
  const note = requirement.notes[index] ?? '';
  return {
    at,
    agentsToRoster: requirement.agentsToRoster[index] ?? null,
    chance: requirement.chanceToMeet[index] ?? null,
    loadErlangs: requirement.loadErlangs[index] ?? null,
    note,
  };
}

/** Contacts are expected, and no number of agents could be told for them. */
export const isUnanswered = ({ agentsToRoster, note }: Cell): boolean =>
  agentsToRoster === null && note !== '' && note !== 'closed';
const isShown = (cell: Cell): boolean => cell.agentsToRoster !== null || isUnanswered(cell);

/** One local day of the view, cut to the hours in which something is open. `zone` is the site's. */
export function heatDay(view: RequirementView, on: string, zone: string): HeatDay {
  const stepMinutes = Math.min(60, ...view.queues.map((one) => one.stepMinutes));
  const from = startOfLocalDay(on, zone);
  const until = startOfLocalDay(addDays(on, 1), zone);
  const all: number[] = [];
  for (let at = from; at < until; at += stepMinutes * 60_000) all.push(at);
  const isOpen = (at: number) => view.queues.some((one) => isShown(cellAt(one, at)));
  const open = all.filter(isOpen);
  const starts = open.length ? all.filter((at) => at >= open[0]! && at <= open.at(-1)!) : [];
  const rows = view.queues.map((one) => ({ queue: one.queue, cells: starts.map((at) => cellAt(one, at)) }));
  const totals = starts.map((_, column) =>
    rows.reduce((sum, row) => sum + (row.cells[column]?.agentsToRoster ?? 0), 0),
  );
  const values = rows.flatMap(({ cells }) => cells.map(({ agentsToRoster }) => agentsToRoster ?? 0));
  return { stepMinutes, starts, rows, totals, largest: Math.max(1, ...values) };
}

/** Hours of agents a local day asks for, summed over queues. */
export function dayHours(view: RequirementView, on: string, zone: string): number {
  const { totals, stepMinutes } = heatDay(view, on, zone);
  return (totals.reduce((sum, agents) => sum + agents, 0) * stepMinutes) / 60;
}
