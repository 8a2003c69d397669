import type { StartHarms } from './session-desk.js';

/** A start with those who would come, cheapest first. */
export interface GroupChoice {
  readonly slot: number;
  readonly agentIds: readonly string[];
  /** Sum of what each absence alone costs: the cost of all together is never below it, because cover is convex. */
  readonly harm: number;
}

export interface GroupLimits {
  readonly least: number;
  /** Most who may come at the start slot. */
  readonly mostAt: (slot: number) => number;
  readonly mayStart: (slot: number) => boolean;
}

/** Every start with its best attendees: most attendees first, then least harm, then earliest. */
export function groupChoices(harms: ReadonlyMap<string, StartHarms>, limits: GroupLimits): GroupChoice[] {
  const bySlot = new Map<number, { agentId: string; harm: number }[]>();
  for (const [agentId, own] of harms) {
    for (const [slot, harm] of own) {
      if (!limits.mayStart(slot)) continue;
      const able = bySlot.get(slot);
      if (able) able.push({ agentId, harm });
      else bySlot.set(slot, [{ agentId, harm }]);
    }
  }
  const choices: GroupChoice[] = [];
  for (const [slot, able] of bySlot) {
    const group = able.sort((a, b) => a.harm - b.harm).slice(0, Math.max(0, limits.mostAt(slot)));
    if (group.length === 0 || group.length < limits.least) continue;
    const harm = group.reduce((sum, one) => sum + one.harm, 0);
    choices.push({ slot, agentIds: group.map(({ agentId }) => agentId), harm });
  }
  return choices.sort((a, b) => b.agentIds.length - a.agentIds.length || a.harm - b.harm || a.slot - b.slot);
}
