export { occurrencesOf, type Occurrence, type SessionWindow } from './occurrences.js';
export { placeSessions } from './place-sessions.js';
export { sessionProposals, tryPlace, type SessionProposal, type SessionTry } from './session-proposals.js';
export type * from './session-report.js';
