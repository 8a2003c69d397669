import {
  contactTypeOf,
  indexProblem,
  selects,
  tileActivities,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';

export interface TakenShift {
  readonly shift: Shift;
  /** A training or meeting in it was not meant for the taker and has become contact work. */
  readonly leftSession: boolean;
}

/** The shift as the agent would work it: sessions that do not mean the agent become contact work, all else stays. */
export function takenBy(problem: RosterProblem, shift: Shift, agentId: string): TakenShift {
  const contact = contactTypeOf(problem);
  const agent = indexProblem(problem).agents.get(agentId);
  const fits = (sessionId: string) => {
    const session = (problem.sessions ?? []).find(({ id }) => id === sessionId);
    return session && agent ? selects(session.who, agent) : false;
  };
  const kept = shift.activities.filter(({ sessionId }) => sessionId === undefined || fits(sessionId));
  const { startAt, endAt, templateId, agreedForm } = shift;
  const leftSession = kept.length < shift.activities.length;
  const activities = leftSession ? tileActivities(shift, kept, contact) : shift.activities;
  const taken = { agentId, startAt, endAt, templateId, ...(agreedForm && { agreedForm }), activities };
  return { shift: taken, leftSession };
}
