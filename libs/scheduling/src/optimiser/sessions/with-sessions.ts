import { evaluateRoster, type Evaluation } from '../../evaluation/index.js';
import { selectAgents, type Roster, type RosterProblem } from '../../roster/index.js';
import { findRule } from '../../rules/index.js';
import { occurrencesOf, placeSessions, type SessionPlace, type UnplacedSession } from './index.js';
import type { PreparedProblem } from '../problem/prepare.js';

/** A planned roster with the problem's sessions in it. */
export interface RosterWithSessions {
  readonly roster: Roster;
  readonly evaluation: Evaluation;
  /** Null where the problem has none. */
  readonly sessions: { readonly places: readonly SessionPlace[]; readonly unplaced: readonly UnplacedSession[] } | null;
  /** Most by which sessions can make any roster cheaper: to be taken off a bound that knows nothing of them. */
  readonly mostSaved: number;
}

/** Places the sessions once the shifts are known. */
export function withSessions(prepared: PreparedProblem, roster: Roster, evaluation: Evaluation): RosterWithSessions {
  const { problem } = prepared;
  if (!problem.sessions?.length) return { roster, evaluation, sessions: null, mostSaved: 0 };
  const { roster: placed, places, unplaced } = placeSessions(problem, roster);
  return {
    roster: placed,
    evaluation: evaluateRoster(problem, placed),
    sessions: { places, unplaced },
    mostSaved: mostSaved(prepared),
  };
}

/**
 * Taking somebody off contact work saves at most the dearest price of an agent too many and of contact work itself in each
 * slot, and what a run of contact work across the whole shift may cost.
 */
function mostSaved(prepared: PreparedProblem): number {
  const { problem, table } = prepared;
  const surplus = Math.max(
    problem.weights.overStaffing[2],
    ...problem.demand.map(({ weights }) => weights?.overStaffing[2] ?? 0),
  );
  let own = 0;
  for (const { ownWorth } of prepared.spaces) if (ownWorth) for (const worth of ownWorth) own = Math.max(own, -worth);
  const longest = Math.max(0, ...problem.templates.map(({ lengthMinutes }) => lengthMinutes));
  const runs = problem.rules
    .filter(({ ruleId, level }) => level === 'prefer' && findRule(ruleId)?.tour.kind === 'max-contact-run')
    .reduce((sum, { weight = 1 }) => sum + weight * longest, 0);
  return attendances(problem).reduce(
    (sum, { count, slots }) => sum + count * (slots * (surplus * table.slotScale + own) + runs),
    0,
  );
}

/** Most attendances of each session over the horizon. */
function attendances(problem: RosterProblem): { readonly count: number; readonly slots: number }[] {
  return (problem.sessions ?? []).map((session) => ({
    count:
      occurrencesOf(problem, session).length * (session.attendees ?? selectAgents(session.who, problem.agents).length),
    slots: session.lengthMinutes / problem.slotMinutes,
  }));
}
