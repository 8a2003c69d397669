import { durationText, findRule } from '../../rules/index.js';
import type { ConflictMember } from '../../optimiser/explain/conflict-members.js';
import { parameterText } from './limit-words.js';
import { spanText } from './moment-words.js';
import type { ExplanationWords } from './names.js';
import { teamRuleText } from './team-rule-words.js';

/** One member of a conflict: `Rest between shifts (11 h)`, `the absence of Tue 3 Nov`. */
export function conflictMemberText(member: ConflictMember, agentId: string, words: ExplanationWords): string {
  const { language } = words;
  if (member.kind === 'rule') return ruleText(member, language);
  if (member.kind === 'team-rule') return teamRuleText(member, language);
  const span = spanText(member.span, words.zoneOf(agentId), language);
  if (member.kind === 'absence') {
    const reason = member.reason === undefined ? '' : ` (${member.reason})`;
    return language === 'ja' ? `${span}の休暇${reason}` : `the absence of ${span}${reason}`;
  }
  if (member.kind === 'given-shift')
    return language === 'ja' ? `動かせない勤務 ${span}` : `the shift of ${span}, which must stay`;
  return language === 'ja' ? `前の期間の勤務 ${span}` : `the shift worked on ${span}`;
}

function ruleText({ ruleId, limits }: Extract<ConflictMember, { kind: 'rule' }>, language: 'en' | 'ja'): string {
  const rule = findRule(ruleId);
  if (!rule) return ruleId;
  const told = { ...limits };
  const values: string[] = [];
  if (told['min'] !== undefined && told['max'] !== undefined && rule.amountUnit === 'minutes') {
    const [min, max] = [durationText(told['min'], language), durationText(told['max'], language)];
    values.push(min === max ? min : `${min}${language === 'ja' ? '〜' : ' to '}${max}`);
    delete told['min'];
    delete told['max'];
  }
  for (const [key, value] of Object.entries(told)) {
    const spec = rule.parameters.find((parameter) => parameter.key === key);
    const unit = spec?.unit ?? (rule.amountUnit === 'days' ? 'days' : 'count');
    if (key !== 'toleranceMinutes' || value !== 0) values.push(parameterText(value, unit, language));
  }
  const inner = values.join(', ');
  return inner === '' ? rule.title[language] : `${rule.title[language]} (${inner})`;
}
