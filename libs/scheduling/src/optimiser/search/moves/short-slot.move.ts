import type { RuinMove } from './ruin-move.js';
import { servesWithin } from './presence.js';

/** Hours on either side of the slot in which an agent's work could be moved to it. */
const NEAR_SLOTS = 12;

/** Around a short slot: agents who could serve it, working near it without being there. */
export const shortSlot: RuinMove = {
  id: 'short-slot',
  title: 'Around a short slot',
  weight: 4,
  supports: (prepared) => prepared.table.columns.length > 0,
  propose: (context, size) => {
    const { state, random } = context;
    const found = state.cover.nextShort(random.below(state.cover.cellCount));
    if (found < 0) return;
    const slot = Math.floor(found / state.cover.skillCount);
    const bit = 1 << (found % state.cover.skillCount);
    const { masks } = state.prepared.groups;
    const near = (unit: number) => servesWithin(state, unit, slot - NEAR_SLOTS, slot + NEAR_SLOTS);
    const there = (unit: number) => servesWithin(state, unit, slot, slot + 1);
    context.chooseWhere(
      Math.ceil(size / 2),
      (unit) => (masks[state.spaceOf(unit).group]! & bit) !== 0 && near(unit) && !there(unit),
    );
    context.chooseWhere(size, (unit) => (masks[state.spaceOf(unit).group]! & bit) !== 0 && !there(unit));
  },
};
