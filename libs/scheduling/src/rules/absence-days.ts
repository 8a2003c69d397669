import { epochDay, localDateOf } from '@yotei/time';
import type { AgentView } from './work-rule.js';

/** Epoch days, in the agent's zone, that an absence of the agent touches. */
export function absenceDays(view: AgentView): ReadonlySet<number> {
  const days = new Set<number>();
  for (const { startAt, endAt } of view.timeOff) {
    const last = epochDay(localDateOf(endAt - 1, view.agent.zone));
    for (let day = epochDay(localDateOf(startAt, view.agent.zone)); day <= last; day++) days.add(day);
  }
  return days;
}
