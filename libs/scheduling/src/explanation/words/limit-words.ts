import { durationText, findRule, findTeamRule, type RuleParameterSpec } from '../../rules/index.js';
import type { ShortReason } from '../explain-shortages.js';
import type { LimitKind, RelaxedLimit } from '../relaxations/relaxation.js';
import { teamRuleText } from './team-rule-words.js';
import { spanText, weekdayText } from './moment-words.js';
import type { ExplanationWords } from './names.js';

const TITLES: Readonly<Record<LimitKind, { readonly en: string; readonly ja: string }>> = {
  absence: { en: 'Absence', ja: '休暇' },
  'locked-shift': { en: 'Locked shift', ja: '固定された勤務' },
  availability: { en: 'Availability', ja: '勤務可能時間' },
  'start-window': { en: 'Start times of the shift templates', ja: '勤務パターンの開始時刻' },
  'break-window': { en: 'Times of breaks', ja: '休憩の時間帯' },
  contract: { en: 'Days and hours of the contract', ja: '契約の日数と時間' },
  rule: { en: 'Work rule', ja: '勤務ルール' },
  'team-rule': { en: 'Team rule', ja: 'チームルール' },
  skill: { en: 'Skill', ja: 'スキル' },
};

/** The limit that stops agents, as a heading. */
export function reasonTitle(
  { kind, ruleId, skillId, title }: Pick<ShortReason, 'kind' | 'ruleId' | 'skillId' | 'title'>,
  words: ExplanationWords,
): string {
  const { language } = words;
  if (kind === 'rule' && ruleId !== undefined) return findRule(ruleId)?.title[language] ?? ruleId;
  if (kind === 'team-rule' && ruleId !== undefined) return title ?? findTeamRule(ruleId)?.title[language] ?? ruleId;
  if (kind === 'skill' && skillId !== undefined)
    return language === 'ja' ? `スキル「${words.skill(skillId)}」` : `Skill ${words.skill(skillId)}`;
  return TITLES[kind][language];
}

/** A parameter's value in its unit: `11 h`, `6 days`. */
export function parameterText(value: number, unit: RuleParameterSpec['unit'], language: 'en' | 'ja'): string {
  if (unit === 'minutes') return durationText(value, language);
  if (unit !== 'days') return String(value);
  if (language === 'ja') return `${value}日`;
  return value === 1 ? '1 day' : `${value} days`;
}

/** What is different where the limit is let out: `without the absence of Fri 6 Nov`. */
export function limitText(limit: RelaxedLimit, agentId: string, words: ExplanationWords): string {
  return words.language === 'ja' ? limitJa(limit, agentId, words) : limitEn(limit, agentId, words);
}

function limitEn(limit: RelaxedLimit, agentId: string, words: ExplanationWords): string {
  switch (limit.kind) {
    case 'absence':
      return `without the absence of ${spanText(limit.span, words.zoneOf(agentId), 'en')}`;
    case 'locked-shift':
      return `if the shift of ${spanText(limit.span, words.zoneOf(agentId), 'en')} may move`;
    case 'availability':
      return limit.widerMinutes === null
        ? `if available all day on ${weekdayText(limit.weekday, 'en')}`
        : `if available ${durationText(limit.widerMinutes, 'en')} earlier and later on ${weekdayText(limit.weekday, 'en')}`;
    case 'start-window':
      return `if shifts may start ${durationText(limit.widerMinutes, 'en')} earlier or later`;
    case 'break-window':
      return `if breaks may be ${durationText(limit.widerMinutes, 'en')} earlier or later`;
    case 'contract':
      return `with ${contractEn(limit)} in the week`;
    case 'rule':
      return `with ${ruleValue(limit, limit.to, 'en')} instead of ${ruleValue(limit, limit.from, 'en')}`;
    case 'team-rule':
      return limit.to === null
        ? `without ${teamRuleText(limit, 'en')}`
        : `with ${limit.to} instead of ${limit.from} in ${teamRuleText(limit, 'en')}`;
    case 'skill':
      return `with the skill ${words.skill(limit.skillId)}`;
  }
}

function limitJa(limit: RelaxedLimit, agentId: string, words: ExplanationWords): string {
  switch (limit.kind) {
    case 'absence':
      return `${spanText(limit.span, words.zoneOf(agentId), 'ja')}の休暇がなければ`;
    case 'locked-shift':
      return `${spanText(limit.span, words.zoneOf(agentId), 'ja')}の勤務を動かせれば`;
    case 'availability':
      return limit.widerMinutes === null
        ? `${weekdayText(limit.weekday, 'ja')}に終日勤務できれば`
        : `${weekdayText(limit.weekday, 'ja')}の勤務可能時間が前後${durationText(limit.widerMinutes, 'ja')}広ければ`;
    case 'start-window':
      return `開始時刻を前後${durationText(limit.widerMinutes, 'ja')}広げれば`;
    case 'break-window':
      return `休憩の時間帯を前後${durationText(limit.widerMinutes, 'ja')}広げれば`;
    case 'contract':
      return `週${contractJa(limit)}増やせば`;
    case 'rule':
      return `${ruleValue(limit, limit.from, 'ja')}を${ruleValue(limit, limit.to, 'ja')}にすれば`;
    case 'team-rule':
      return limit.to === null
        ? `${teamRuleText(limit, 'ja')}がなければ`
        : `${teamRuleText(limit, 'ja')}を${limit.from}人から${limit.to}人にすれば`;
    case 'skill':
      return `スキル「${words.skill(limit.skillId)}」があれば`;
  }
}

interface MoreOfContract {
  readonly moreDays: number;
  readonly moreMinutes: number;
}

function contractEn({ moreDays, moreMinutes }: MoreOfContract): string {
  const days = moreDays === 1 ? 'one day more' : `${moreDays} days more`;
  const time = `${durationText(moreMinutes, 'en')} more`;
  if (moreDays > 0 && moreMinutes > 0) return `${days} and ${time}`;
  return moreDays > 0 ? days : time;
}

function contractJa({ moreDays, moreMinutes }: MoreOfContract): string {
  return [moreDays > 0 ? `${moreDays}日` : '', moreMinutes > 0 ? durationText(moreMinutes, 'ja') : '']
    .filter(Boolean)
    .join('・');
}

function ruleValue(
  { ruleId, parameter }: { readonly ruleId: string; readonly parameter: string },
  value: number,
  language: 'en' | 'ja',
): string {
  const unit = findRule(ruleId)?.parameters.find(({ key }) => key === parameter)?.unit ?? 'count';
  return parameterText(value, unit, language);
}
