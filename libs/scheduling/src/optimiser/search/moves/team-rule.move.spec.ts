import { chosenOf, contextForTest } from '../../../../../../tests/kit/ruin-context-for-test.js';
import { teamRule } from './team-rule.move.js';

describe('around a rule across agents', () => {
  it('is only for problems that have one, and takes nobody out where none is kept', () => {
    const context = contextForTest();
    expect(teamRule.supports(context.state.prepared)).toBe(false);
    context.clear();
    teamRule.propose(context, 3);
    expect(chosenOf(context)).toEqual([]);
  });

  it('takes out agents the broken rule looks at', () => {
    const first = contextForTest().state.prepared.problem;
    const who = { agentIds: first.agents.slice(0, 2).map(({ id }) => id) };
    // More of them on duty than there are: broken at every hour of the window.
    const rule = { id: 'r', ruleId: 'minimum-on-duty', level: 'must' as const, who, parameters: { agents: 3 } };
    const context = contextForTest(12, { teamRules: [{ ...rule, fromMinute: 600, untilMinute: 660 }] });
    expect(teamRule.supports(context.state.prepared)).toBe(true);
    context.clear();
    teamRule.propose(context, 5);
    const agents = chosenOf(context).map((unit) => context.state.spaceOf(unit).agent);
    expect(new Set(agents)).toEqual(new Set([0, 1]));
  });
});
