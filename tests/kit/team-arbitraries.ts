import type { AgentSelector, TeamRuleSetting } from '@yotei/scheduling/roster';
import fc from 'fast-check';

const selector: fc.Arbitrary<AgentSelector> = fc.oneof(
  fc.constant({}),
  fc.record({ skillIds: fc.subarray(['voice', 'chat', 'mail'], { maxLength: 2 }) }),
  fc.record({ agentIds: fc.subarray(['a0', 'a1', 'a2', 'a3', 'a4'], { minLength: 1 }) }),
);

const window = fc.constantFrom<Pick<TeamRuleSetting, 'fromMinute' | 'untilMinute'>>(
  {},
  { fromMinute: 540, untilMinute: 720 },
  { fromMinute: 1320, untilMinute: 1800 },
);

/** A few settings of rules across agents; some mean nobody in a small centre. */
export const teamRules: fc.Arbitrary<TeamRuleSetting[]> = fc
  .array(
    fc.record({
      ruleId: fc.constantFrom(
        'minimum-on-duty',
        'maximum-on-duty',
        'maximum-off',
        'exclusion',
        'pairing',
        'same-start',
      ),
      level: fc.constantFrom('must' as const, 'prefer' as const),
      weight: fc.constantFrom(0.5, 3),
      agents: fc.nat({ max: 3 }),
      contactOnly: fc.boolean(),
      who: selector,
      partners: selector,
      weekdays: fc.option(fc.subarray([1, 2, 3, 4, 5, 6, 7], { minLength: 1 }), { nil: undefined }),
      window,
    }),
    { minLength: 1, maxLength: 4 },
  )
  .map((drawn) =>
    drawn.map(({ agents, contactOnly, window: times, partners, ...setting }, i): TeamRuleSetting => {
      const onDuty = setting.ruleId.endsWith('on-duty');
      const counts = onDuty || setting.ruleId === 'maximum-off' || setting.ruleId === 'exclusion';
      return {
        id: `s${i}`,
        ...setting,
        ...(onDuty && times),
        ...(setting.ruleId === 'pairing' && { partners }),
        ...(counts && {
          parameters: { agents, ...(setting.ruleId === 'minimum-on-duty' && { contactOnly }) },
        }),
      };
    }),
  );
