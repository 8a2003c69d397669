import { DAYS } from '../../problem/tour-space.js';
import type { RuinMove } from './ruin-move.js';

/** Around a rule across agents: where one is broken, agents it looks at in that week; else any it looks at. */
export const teamRule: RuinMove = {
  id: 'team-rule',
  title: 'Around a rule across agents',
  weight: 4,
  supports: ({ problem }) => (problem.teamRules ?? []).length > 0,
  propose: (context, size) => {
    const { state, random } = context;
    const { team } = state;
    if (!team) return;
    const broken = team.brokenPlace(random);
    if (!broken) {
      context.chooseWhere(size, (unit) => team.isConcerned(state.spaceOf(unit).agent));
      return;
    }
    context.chooseWhere(size, (unit) => {
      const space = state.spaceOf(unit);
      const day = broken.day - space.week * DAYS;
      return day >= 0 && day < space.days && broken.concerns(space.agent);
    });
  },
};
