import type { RuinMove } from './ruin-move.js';

/** Any agents: keeps the search from favouring one place. */
export const randomAgents: RuinMove = {
  id: 'random-agents',
  title: 'Random agents',
  weight: 2,
  supports: () => true,
  propose: (context, size) => {
    const units = context.state.tours.length;
    for (let i = 0; i < size; i++) context.choose(context.random.below(units));
  },
};
