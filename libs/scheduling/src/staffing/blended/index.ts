export type { BlendedLoad } from './idle-threshold.js';
export { blendedState, type BlendedState } from './blended-state.js';
export { leastIdleAgents, type BlendedAnswer, type BlendedTask } from './least-idle-agents.js';
export { freeAgentsOf, type FreeAgents, type InboundInterval } from './free-agents.js';
export {
  abandonedOfConnected,
  attemptHandleSeconds,
  numbersToDial,
  outboundLoadErlangs,
  type AbandonedCallLimit,
  type OutboundAttempts,
} from './outbound.js';
