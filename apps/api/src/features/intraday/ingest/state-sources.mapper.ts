import type { AgentState } from '@yotei/scheduling/adherence';
import type { StateMeaning } from './state-sources.graphql-types.js';

/** A mapping as a list for the screen, in order of word. */
export function meaningsOf(states: Readonly<Record<string, AgentState>> = {}): StateMeaning[] {
  return Object.entries(states)
    .map(([word, state]) => ({ word, state }))
    .sort((a, b) => a.word.localeCompare(b.word));
}
