import { findTeamRule, type MessageLanguage } from '../../rules/index.js';

/** A rule across agents as the planner called it, else as the catalogue does. */
export function teamRuleText(
  { ruleId, title }: { readonly ruleId: string; readonly title?: string | undefined },
  language: MessageLanguage,
): string {
  const named = title ?? findTeamRule(ruleId)?.title[language] ?? ruleId;
  return language === 'ja' ? `チームルール「${named}」` : `the team rule “${named}”`;
}
