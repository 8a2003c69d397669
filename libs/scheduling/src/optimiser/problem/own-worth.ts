import { MINUTE_MILLIS } from '@yotei/time';
import { contactCostOf, type AgentTerms } from '../../objective/index.js';
import type { WeekLimits } from './contract-pairs.js';
import { instantOfPaddedSlot, type SlotFrame } from './slot-frame.js';

/** Worth, negative, of the agent's contact work in each padded slot; null where none costs anything. */
export function ownWorthOf(terms: AgentTerms, frame: SlotFrame): Float64Array | null {
  if (terms.contactCosts.length === 0) return null;
  const worth = new Float64Array(frame.paddedSlots);
  for (let slot = frame.pad; slot < frame.pad + frame.slotCount; slot++) {
    const startAt = instantOfPaddedSlot(frame, slot);
    const { stability, wellbeing } = contactCostOf(terms.contactCosts, {
      startAt,
      endAt: startAt + frame.slotMinutes * MINUTE_MILLIS,
    });
    worth[slot] = -(stability + wellbeing);
  }
  return worth;
}

/** The week's limits with the overtime premium as a cost of its paid minutes. */
export function withWeekCost(limits: WeekLimits, { weekCost }: AgentTerms): WeekLimits {
  if (!weekCost) return limits;
  const { endCost } = limits;
  return { ...limits, endCost: (minutes, days) => weekCost(minutes) + (endCost?.(minutes, days) ?? 0) };
}
