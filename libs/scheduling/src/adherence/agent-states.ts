/** What an agent can be doing, as our own words; each source's words are mapped to these. */
export const AGENT_STATES = [
  'available',
  'handling',
  'after-contact',
  'on-break',
  'at-lunch',
  'in-meeting',
  'in-training',
  'in-coaching',
  'back-office',
  'away',
  'offline',
] as const;
export type AgentState = (typeof AGENT_STATES)[number];

/** `unknown`: the source is silent. Derived, never stored. */
export type KnownState = AgentState | 'unknown';

/** States in which an agent serves the queue. */
export const CONTACT_STATES: readonly AgentState[] = ['available', 'handling', 'after-contact'];

const REST_STATES: readonly AgentState[] = ['on-break', 'at-lunch', 'away'];
const OTHER_WORK_STATES: readonly AgentState[] = ['in-meeting', 'in-training', 'in-coaching', 'back-office'];

/** States that adhere to an activity of this id while the organisation has chosen none. */
const DEFAULTS: Readonly<Record<string, readonly AgentState[]>> = {
  contact: CONTACT_STATES,
  break: REST_STATES,
  lunch: [...REST_STATES, 'offline'],
  training: ['in-training'],
  meeting: ['in-meeting'],
  coaching: ['in-coaching', 'in-meeting'],
  'back-office': ['back-office', 'after-contact'],
  absence: ['offline', 'away'],
};

/** An activity type as far as adherence needs to know it. */
export interface AdheringActivityType {
  readonly id: string;
  readonly paid: boolean;
  readonly contactWork: boolean;
  /** Chosen by the organisation; empty or absent means the defaults. */
  readonly adheringStates?: readonly string[];
}

export function isAgentState(word: string): word is AgentState {
  return (AGENT_STATES as readonly string[]).includes(word);
}

/**
 * States in which an agent adheres to an activity: those the organisation has chosen, else the defaults of its id, else
 * those of its kind: contact work as `contact`, unpaid time as `lunch`, other paid time every work off the queue.
 *
 * @throws RangeError for a chosen word that is no agent state
 */
export function adheringStatesOf(activityType: AdheringActivityType): readonly AgentState[] {
  const { id, paid, contactWork, adheringStates = [] } = activityType;
  const wrong = adheringStates.filter((word) => !isAgentState(word));
  if (wrong.length > 0)
    throw new RangeError(`adheringStates (${wrong.join(', ')}) must be agent states; use ${AGENT_STATES.join(', ')}`);
  if (adheringStates.length > 0) return adheringStates.filter(isAgentState);
  if (contactWork) return CONTACT_STATES;
  return DEFAULTS[id] ?? (paid ? OTHER_WORK_STATES : DEFAULTS['lunch']!);
}
