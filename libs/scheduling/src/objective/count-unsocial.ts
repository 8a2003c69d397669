import type { LocalDate, ZoneId } from '@yotei/time';
import type { Shift, UnsocialKind, UnsocialMemory } from '../roster/index.js';
import { factsOf } from './shift-facts.js';
import { unsocialKindsOf } from './unsocial.js';

/** Unsocial shifts of each agent and kind, as memory for the weeks a problem's history does not hold. */
export function countUnsocial(
  shifts: readonly Shift[],
  agents: readonly { readonly id: string; readonly zone: ZoneId }[],
  holidays: ReadonlySet<LocalDate> = new Set(),
): UnsocialMemory[] {
  const zones = new Map(agents.map(({ id, zone }) => [id, zone]));
  const counts = new Map<string, { agentId: string; kind: UnsocialKind; count: number }>();
  for (const shift of shifts) {
    const zone = zones.get(shift.agentId);
    if (zone === undefined) continue;
    for (const kind of unsocialKindsOf(factsOf(shift, zone), holidays)) {
      const key = `${shift.agentId}/${kind}`;
      const known = counts.get(key);
      if (known) known.count++;
      else counts.set(key, { agentId: shift.agentId, kind, count: 1 });
    }
  }
  return [...counts.values()];
}
