import {
  ASSUMPTION_ROWS,
  numberOf,
  withEdits,
  type CapacityGroup,
  type CapacityPlan,
  type CapacityUnit,
  type HiringClass,
  type TableEdit,
} from '@yotei/scheduling/capacity';
import { addDays } from '@yotei/time';

/** The Monday of a week of the plan. */
export const weekOn = (plan: CapacityPlan, week: number): string => addDays(plan.firstOn, 7 * week);

/** Where a plan was, is and would be again. */
export interface PlanHistory {
  readonly past: readonly CapacityPlan[];
  readonly now: CapacityPlan;
  readonly future: readonly CapacityPlan[];
}

export type PlanStep =
  | { readonly kind: 'change'; readonly plan: CapacityPlan }
  | { readonly kind: 'undo' }
  | { readonly kind: 'redo' }
  /** Another plan is opened, or this one as somebody else saved it. */
  | { readonly kind: 'open'; readonly plan: CapacityPlan };

const MOST_STEPS = 200;

export const opened = (plan: CapacityPlan): PlanHistory => ({ past: [], now: plan, future: [] });

export function stepped(history: PlanHistory, step: PlanStep): PlanHistory {
  const { past, now, future } = history;
  switch (step.kind) {
    case 'open':
      return opened(step.plan);
    case 'change':
      return step.plan === now ? history : { past: [...past, now].slice(-MOST_STEPS), now: step.plan, future: [] };
    case 'undo':
      return past.length === 0 ? history : { past: past.slice(0, -1), now: past.at(-1)!, future: [now, ...future] };
    case 'redo':
      return future.length === 0 ? history : { past: [...past, now], now: future[0]!, future: future.slice(1) };
  }
}

/** A typed number as the plan holds it: shares are typed and shown as percent. Null = not a number. */
export function typedValue(text: string, unit: CapacityUnit): number | null {
  const value = numberOf(text);
  if (value === null) return null;
  return unit === 'fraction' && !text.normalize('NFKC').includes('%') ? value / 100 : value;
}

/** A number as it stands in a cell to be typed over or copied. */
export const plainValue = (value: number, unit: CapacityUnit): string =>
  String(Math.round((unit === 'fraction' ? 100 * value : value) * 1e4) / 1e4);

/** Texts put into cells of a group, as far as they can be read; the others by row and week. */
export function readEntries(
  group: CapacityGroup,
  entries: readonly { readonly row: number; readonly column: number; readonly text: string }[],
): { readonly edits: readonly TableEdit[]; readonly unreadable: number } {
  const edits: TableEdit[] = [];
  let unreadable = 0;
  for (const { row, column, text } of entries) {
    const wanted = ASSUMPTION_ROWS[row];
    if (!wanted || text.trim() === '') continue;
    const value = typedValue(text, wanted.unit);
    if (value === null) unreadable += 1;
    else edits.push({ groupId: group.id, row: wanted.id, week: column, value });
  }
  return { edits, unreadable };
}

export const withCells = withEdits;

export const withGroup = (plan: CapacityPlan, group: CapacityGroup): CapacityPlan => ({
  ...plan,
  groups: plan.groups.map((one) => (one.id === group.id ? group : one)),
});

/** A class that starts as early as one can, of the least size. */
export function addedClass(plan: CapacityPlan, group: CapacityGroup): CapacityPlan {
  const numbers = plan.classes.map(({ id }) => Number(/^own-(\d+)$/.exec(id)?.[1] ?? 0));
  const id = `own-${Math.max(0, ...numbers) + 1}`;
  const week = Math.min(plan.weeks - 1, group.hiring.firstWeek);
  return {
    ...plan,
    classes: [...plan.classes, { id, groupId: group.id, week, heads: Math.max(1, group.hiring.minHeads) }],
  };
}

/** Moves or resizes a class within the plan; nobody left takes it out. */
export function withClass(
  plan: CapacityPlan,
  id: string,
  change: Partial<Pick<HiringClass, 'week' | 'heads'>>,
): CapacityPlan {
  return {
    ...plan,
    classes: plan.classes.flatMap((one) => {
      if (one.id !== id) return [one];
      const next = { ...one, ...change };
      const week = Math.min(plan.weeks - 1, Math.max(0, Math.round(next.week)));
      return next.heads >= 1 ? [{ ...next, week, heads: Math.round(next.heads) }] : [];
    }),
  };
}

/** The plan with those classes and moves of a proposal that were taken. */
export function withProposal(
  plan: CapacityPlan,
  proposal: { readonly keep: boolean; readonly classes: unknown; readonly moves: unknown; readonly id: string },
  taken: ReadonlySet<string>,
): CapacityPlan {
  const base = proposal.keep ? plan : { ...plan, classes: [], moves: [] };
  const own = <One extends { readonly id: string }>(list: unknown): One[] =>
    (list as One[])
      .filter(({ id }) => taken.has(id))
      .map((one) => ({ ...one, id: `${one.id}-${proposal.id.slice(-6)}` }));
  const classes = own<HiringClass>(proposal.classes);
  const moves = own<CapacityPlan['moves'][number]>(proposal.moves);
  const without = <One extends { readonly id: string }>(list: readonly One[], added: readonly One[]): One[] =>
    list.filter(({ id }) => !added.some((one) => one.id === id));
  return {
    ...base,
    classes: [...without(base.classes, classes), ...classes],
    moves: [...without(base.moves, moves), ...moves],
  };
}
