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

/** The week's limits with what whole weeks cost: the overtime premium by paid minutes, and unsocial turns together. */
export function withWeekCost(limits: WeekLimits, { weekCost, unsocialCost }: AgentTerms): WeekLimits {
  const { endCost } = limits;
  return {
    ...limits,
    unsocialCost,
    ...(weekCost && { endCost: (minutes, days) => weekCost(minutes) + (endCost?.(minutes, days) ?? 0) }),
  };
}
