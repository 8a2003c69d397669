import type { RuinMove } from './ruin-move.js';
import { servesWithin } from './presence.js';

/** Around a slot with more agents than it needs: those on duty there, and others who could take over. */
export const surplusSlot: RuinMove = {
  id: 'surplus-slot',
  title: 'Around a surplus slot',
  weight: 4,
  supports: (prepared) => prepared.table.columns.length > 0,
  propose: (context, size) => {
    const { state, random } = context;
    const found = state.cover.nextSurplus(random.below(state.cover.cellCount));
    if (found < 0) return;
    const slot = Math.floor(found / state.cover.skillCount);
    const bit = 1 << (found % state.cover.skillCount);
    const { masks } = state.prepared.groups;
    context.chooseWhere(
      Math.ceil(size * 0.7),
      (unit) => (masks[state.spaceOf(unit).group]! & bit) !== 0 && servesWithin(state, unit, slot, slot + 1),
    );
    context.chooseWhere(size, (unit) => (masks[state.spaceOf(unit).group]! & bit) !== 0);
  },
};
