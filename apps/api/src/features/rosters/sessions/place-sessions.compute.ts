import type { Roster, RosterProblem } from '@yotei/scheduling/roster';
import { placeSessions } from '@yotei/scheduling/sessions';

export interface PlaceSessionsInput {
  readonly problem: RosterProblem;
  readonly roster: Roster;
  readonly sessionIds: readonly string[];
}

/** Runs in a thread, so that a large centre's placement keeps nobody else's request waiting. */
export async function compute({ problem, roster, sessionIds }: PlaceSessionsInput): Promise<Roster> {
  return placeSessions(problem, roster, sessionIds).roster;
}
