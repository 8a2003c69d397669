import type { OptimiseResult } from '@yotei/scheduling/optimiser';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { formatLocal } from '@yotei/time';

type Sessions = NonNullable<Extract<OptimiseResult, { kind: 'roster' }>['sessions']>;

/** Where sessions were placed, what each place costs, the next best starts, and who has none and why. */
export function sessionsDocument({ places, unplaced }: Sessions, { zone }: RosterProblem): object {
  return {
    places: places.map(({ sessionId, startAt, endAt, agentIds, harm, shortMinutes, alternatives }) => ({
      session: sessionId,
      start: formatLocal(startAt, zone),
      end: formatLocal(endAt, zone),
      agents: agentIds,
      harm,
      shortMinutes,
      alternatives: alternatives.map((other) => ({
        start: formatLocal(other.startAt, zone),
        agents: other.agents,
        harm: other.harm,
      })),
    })),
    unplaced: unplaced.map(({ sessionId, agentIds, why }) => ({ session: sessionId, agents: agentIds, why })),
  };
}
