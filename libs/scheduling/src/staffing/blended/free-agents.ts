import type { ServiceGoal, StaffingLoad } from '../staffing-model.js';
import { leastIdleAgents } from './least-idle-agents.js';

export interface InboundInterval {
  /** Null where the queue is closed or nothing is known: nobody is lent then. */
  readonly load: StaffingLoad | null;
  /** Agents on the inbound queue; NaN = none known. */
  readonly agents: number;
}

/** What the idle time of inbound agents offers to work that can wait, one value an interval. */
export interface FreeAgents {
  /** Agents on other work on average; feed it to the deferred plan as `freeAgents`. */
  readonly freeAgents: Float64Array;
  /** Idle agents to keep for inbound contacts; NaN where nobody is lent. */
  readonly idleAgentsKept: Float64Array;
}

/**
 * The capacity an inbound queue's agents have for other work in each interval while inbound contacts still reach
 * their goal. 0 where the goal is out of reach: nobody is lent then. A fraction of an agent in a requirement is left
 * out. Throws for mistakes.
 */
export function freeAgentsOf(
  intervals: readonly InboundInterval[],
  other: { readonly goal: ServiceGoal; readonly otherHandleSeconds: number; readonly interruptible?: boolean },
): FreeAgents {
  const freeAgents = new Float64Array(intervals.length);
  const idleAgentsKept = new Float64Array(intervals.length).fill(Number.NaN);
  intervals.forEach(({ load, agents }, index) => {
    if (!load || !(agents >= 1)) return;
    const answer = leastIdleAgents({ load, agents: Math.floor(agents), ...other });
    if (answer.kind !== 'blended') return;
    freeAgents[index] = answer.state.otherAgents;
    idleAgentsKept[index] = answer.idleAgentsKept;
  });
  return { freeAgents, idleAgentsKept };
}
