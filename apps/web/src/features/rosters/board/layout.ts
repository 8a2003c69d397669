import { agentPaidMinutes, shiftsOnDay, type BoardModel } from './model.js';
import type { BoardGroupBy } from './view-choices.js';

/** Key of the group of agents kept at the top. */
export const PINNED = 'pinned';
export type BoardSort = 'start' | 'name' | 'hours' | 'breaches';

export type BoardRow =
  | { readonly kind: 'group'; readonly key: string; readonly agents: readonly number[]; readonly folded: boolean }
  | { readonly kind: 'agent'; readonly agent: number };

export interface RowOptions {
  readonly groupBy: BoardGroupBy;
  readonly sort: BoardSort;
  /** Free text: name or reading contains it, letter case ignored. */
  readonly text: string;
  /** Empty = all teams. */
  readonly teamIds: readonly string[];
  readonly onlyBreaches: boolean;
  readonly folded: ReadonlySet<string>;
  /** Index of the day by whose starts the rows are sorted. */
  readonly day: number;
  readonly breachCounts: ReadonlyMap<number, number>;
  /** Order of the groups' keys; a group not named goes last. */
  readonly groupOrder: readonly string[];
  /** Ids of agents kept at the top, whatever is filtered. */
  readonly pinned: ReadonlySet<string>;
  readonly compareText: (a: string, b: string) => number;
}

/** Rows of the board in the order shown: group rows with their agents under them, or agents alone. */
export function buildRows(model: BoardModel, options: RowOptions): BoardRow[] {
  const isPinned = (agent: number) => options.pinned.has(model.agents[agent]!.id);
  const shown = model.agents.flatMap((_, agent) => (isPinned(agent) || passes(model, agent, options) ? [agent] : []));
  const ordered = sortAgents(model, shown, options);
  const groups = new Map<string, number[]>([PINNED, ...options.groupOrder].map((id) => [id, []]));
  for (const agent of ordered) {
    const key = isPinned(agent) ? PINNED : groupKey(model, agent, options.groupBy);
    groups.set(key, [...(groups.get(key) ?? []), agent]);
  }
  if (options.groupBy === 'none' && groups.get(PINNED)!.length === 0)
    return ordered.map((agent) => ({ kind: 'agent', agent }));
  return [...groups]
    .filter(([, agents]) => agents.length > 0)
    .flatMap(([key, agents]) => groupRows(key, agents, options.folded.has(key)));
}

/** Group of an agent: team, site, or the whole set of skills (so that everybody stands in one row). */
export function groupKey(model: BoardModel, agent: number, groupBy: BoardGroupBy): string {
  const { teamId, siteId, skillIds } = model.agents[agent]!;
  if (groupBy === 'skill') return [...skillIds].sort().join(' ');
  return groupBy === 'site' ? siteId : groupBy === 'team' ? teamId : 'others';
}

function groupRows(key: string, agents: readonly number[], folded: boolean): BoardRow[] {
  const head: BoardRow = { kind: 'group', key, agents, folded };
  return folded ? [head] : [head, ...agents.map((agent): BoardRow => ({ kind: 'agent', agent }))];
}

function passes(model: BoardModel, index: number, options: RowOptions): boolean {
  const agent = model.agents[index]!;
  if (options.teamIds.length > 0 && !options.teamIds.includes(agent.teamId)) return false;
  if (options.onlyBreaches && !options.breachCounts.get(index)) return false;
  const text = options.text.trim().toLocaleLowerCase();
  return text === '' || [agent.name, agent.nameReading ?? ''].some((name) => name.toLocaleLowerCase().includes(text));
}

/** A copy in the order asked for; equal ones by name, then by place in the list. */
function sortAgents(model: BoardModel, agents: readonly number[], options: RowOptions): number[] {
  const key = new Map(agents.map((agent) => [agent, sortKey(model, agent, options)]));
  return [...agents].sort(
    (a, b) => key.get(a)! - key.get(b)! || options.compareText(model.agents[a]!.name, model.agents[b]!.name) || a - b,
  );
}

function sortKey(model: BoardModel, agent: number, { sort, day, breachCounts }: RowOptions): number {
  if (sort === 'start') return shiftsOnDay(model, agent, day)[0]?.start ?? Number.MAX_SAFE_INTEGER;
  if (sort === 'hours') return -agentPaidMinutes(model, agent);
  if (sort === 'breaches') return -(breachCounts.get(agent) ?? 0);
  return 0;
}

/** Tops of the rows in pixels; one more entry than rows, the last is the whole height. */
export interface BoardLayout {
  readonly rows: readonly BoardRow[];
  readonly tops: Int32Array;
}

export interface RowHeights {
  readonly agent: number;
  readonly group: number;
}

/** Places the rows under each other. */
export function layoutRows(rows: readonly BoardRow[], heights: RowHeights): BoardLayout {
  const tops = new Int32Array(rows.length + 1);
  rows.forEach((row, i) => {
    tops[i + 1] = tops[i]! + heights[row.kind];
  });
  return { rows, tops };
}

/** Index of the row at that pixel, clamped to the rows; -1 when there are none. */
export function rowAt(layout: BoardLayout, y: number): number {
  let low = 0;
  let high = layout.rows.length - 1;
  if (high < 0) return -1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if (layout.tops[middle]! <= y) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** Half-open range of row indices that touch the pixels. */
export function rowsBetween(
  layout: BoardLayout,
  top: number,
  bottom: number,
): { readonly first: number; readonly last: number } {
  if (layout.rows.length === 0 || bottom <= top) return { first: 0, last: 0 };
  return { first: rowAt(layout, Math.max(0, top)), last: Math.min(layout.rows.length, rowAt(layout, bottom - 1) + 1) };
}

/** Index of the agent's row, or -1 when it is filtered out or folded away. */
export function rowOfAgent(layout: BoardLayout, agent: number): number {
  return layout.rows.findIndex((row) => row.kind === 'agent' && row.agent === agent);
}
