import type { RuinMove } from './ruin-move.js';

/** Agents with the same skills and the same paid lengths in the same week: they can exchange whole days. */
export const alikeAgents: RuinMove = {
  id: 'alike-agents',
  title: 'Agents with the same skills and hours',
  weight: 2,
  supports: (prepared) => prepared.problem.agents.length > 1,
  propose: (context, size) => {
    const { spaces } = context.state.prepared;
    const first = context.random.below(spaces.length);
    const model = spaces[first]!;
    const lengths = model.paidLengths.join();
    context.choose(first);
    context.chooseWhere(size, (unit) => {
      const space = spaces[unit]!;
      return space.week === model.week && space.group === model.group && space.paidLengths.join() === lengths;
    });
  },
};
