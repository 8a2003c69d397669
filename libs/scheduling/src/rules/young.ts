import { localDateOf, type Instant } from '@yotei/time';
import type { AgentView } from './work-rule.js';

/** Whether the agent is under age on the day on which something begins. */
export function isYoungAt({ agent }: AgentView, at: Instant): boolean {
  return agent.youngUntilOn !== undefined && localDateOf(at, agent.zone) < agent.youngUntilOn;
}
