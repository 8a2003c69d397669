import { goalParts, meetsGoal } from '../service-goal.js';
import type { GoalMeasure, ServiceGoal, StaffingLoad } from '../staffing-model.js';
import { leastWhole } from '../uncertainty/least-whole.js';
import { blendedState, type BlendedState } from './blended-state.js';

/** The goals a blended desk can be judged by. */
const JUDGED: readonly GoalMeasure[] = ['service-level', 'asa', 'abandonment', 'occupancy'];

export interface BlendedTask {
  readonly load: StaffingLoad;
  readonly agents: number;
  readonly otherHandleSeconds: number;
  /** See `BlendedLoad`. */
  readonly interruptible?: boolean;
  /** The inbound contacts' goal; a cap on occupancy counts inbound and other work together. */
  readonly goal: ServiceGoal;
}

export type BlendedAnswer =
  | { readonly kind: 'blended'; readonly idleAgentsKept: number; readonly state: BlendedState }
  /** Not even with no other work at all do the agents reach the inbound goal. */
  | { readonly kind: 'goal-unreachable'; readonly state: BlendedState };

/**
 * The fewest idle agents to keep so that inbound contacts still reach their goal, hence the most other work the idle
 * time of their agents can do. All measures get better with each agent kept. Throws for mistakes and when the goal
 * names nothing a blended desk is judged by.
 */
export function leastIdleAgents({ goal, ...desk }: BlendedTask): BlendedAnswer {
  const parts = goalParts(goal, JUDGED);
  if (parts.length === 0) {
    throw new RangeError(`goal (${JSON.stringify(goal)}) must hold one of ${JUDGED.join(', ')}; use for example 80/20`);
  }
  const stateWith = (idleAgentsKept: number): BlendedState => blendedState({ ...desk, idleAgentsKept });
  const { agents } = desk;
  const meets = (state: BlendedState): boolean => parts.every((part) => meetsGoal(part, state));
  const unblended = stateWith(agents);
  if (!meets(unblended)) return { kind: 'goal-unreachable', state: unblended };
  const holds = (kept: number): boolean => kept >= agents || meets(stateWith(kept));
  const idleAgentsKept = leastWhole(0, Math.min(agents, 2), holds) ?? agents;
  return { kind: 'blended', idleAgentsKept, state: stateWith(idleAgentsKept) };
}
