import type { Agent, RuleParameters, Shift } from '../../roster/index.js';
import type { TeamDay, TeamRuleParameterSpec, TeamView } from './team-rule.js';

/** The parameter's value as set, or its default; true and false count as 1 and 0. */
export function teamValue(spec: TeamRuleParameterSpec, parameters: RuleParameters): number {
  const value = parameters[spec.key];
  if (typeof value === 'boolean') return Number(value);
  return typeof value === 'number' ? value : spec.default;
}

/** Members who work on the day, each with the first shift that starts on it. */
export function workingOn(view: TeamView, { day }: TeamDay): { agent: Agent; shift: Shift }[] {
  return view.members.flatMap((agent) => {
    const shift = view.shiftsOf(agent).find((one) => view.dayOf(agent, one) === day);
    return shift ? [{ agent, shift }] : [];
  });
}

/** `agents`: how many the rule is about. */
export const agentsParameter = (en: string, ja: string): TeamRuleParameterSpec => ({
  key: 'agents',
  title: { en, ja },
  unit: 'count',
  min: 0,
  max: 10_000,
  default: 1,
});

export const contactOnlyParameter: TeamRuleParameterSpec = {
  key: 'contactOnly',
  title: { en: 'Count only contact work, not breaks', ja: '休憩を除き応対中だけを数える' },
  unit: 'yes-no',
  min: 0,
  max: 1,
  default: 0,
};
