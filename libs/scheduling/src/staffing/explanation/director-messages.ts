import type { LocalisedText } from '../staffing-model.js';

/**
 * The clauses of the sentence for a director. Names in braces are amounts in words (with their unit), or clauses put
 * in. The sentence is the clauses in order, joined by a blank in English and by nothing in Japanese.
 */
export const DIRECTOR_MESSAGES = {
  work: {
    en: 'We expect {contacts} in {interval} at {handle} each, which is work for {load} without a pause.',
    ja: '{interval}に{contacts}（1件あたり{handle}）を見込んでおり、これは休みなく働いて{load}分の業務量です。',
  },
  'work-shared': {
    en: 'We expect {contacts} in {interval} at {handle} each, so that {open} are in hand at any moment; an agent handles up to {each}.',
    ja: '{interval}に{contacts}（1件あたり{handle}）を見込んでおり、常時{open}が対応中になります。1人が同時に対応できるのは{each}までです。',
  },
  'work-carried': {
    en: 'With what is in hand from before, and as the load moves, it comes to {load}.',
    ja: '前の時間帯から続く対応と負荷の動きを含めると{load}になります。',
  },
  'no-contacts': {
    en: 'No contacts are expected, so nobody is needed.',
    ja: 'コンタクトは見込まれないため、人員は不要です。',
  },
  'no-answer': {
    en: 'No number of agents can reach this goal for certain; a goal just short of certainty can be staffed.',
    ja: 'この目標を確実に満たす人数はありません。わずかに緩い目標であれば計算できます。',
  },
  'no-answer-lines': {
    en: 'No number of agents can reach this goal with so few lines; more lines or a looser goal can be staffed.',
    ja: 'この回線数では、何人いても目標に届きません。回線を増やすか目標を緩めれば計算できます。',
  },
  'no-answer-abandonment': {
    en: 'This goal counts those who give up as served, so it asks for nobody; with a limit on abandonment it can be staffed.',
    ja: 'この目標は諦めた人も応答済みに数えるため、人数が決まりません。放棄率の上限を加えれば計算できます。',
  },
  'needed-service-level': {
    en: 'To answer at least {target} within {within} we need {agents}.',
    ja: '{within}以内に{target}以上へ応答するには、{agents}が必要です。',
  },
  'needed-asa': {
    en: 'To answer within {target} on average we need {agents}.',
    ja: '平均応答時間を{target}以内にするには、{agents}が必要です。',
  },
  'needed-occupancy': {
    en: 'To keep agents busy at most {target} of the time we need {agents}.',
    ja: '稼働率を{target}以下に保つには、{agents}が必要です。',
  },
  'needed-abandonment': {
    en: 'So that at most {target} give up waiting we need {agents}.',
    ja: '放棄率を{target}以下にするには、{agents}が必要です。',
  },
  'needed-blocking': {
    en: 'So that at most {target} are turned away we need {agents}.',
    ja: '呼損率を{target}以下にするには、{agents}が必要です。',
  },
  'needed-hours': {
    en: 'To have {target} done within {within} we need {agents} at this time, to do the work of {done}.',
    ja: '{target}を{within}以内に処理するには、この時間帯に{agents}が必要です（{done}分の業務を処理）。',
  },
  'done-earlier': {
    en: 'Part of it has waited from before.',
    ja: 'そのうち一部は前の時間帯から残った分です。',
  },
  'left-for-later': {
    en: 'What may wait is left for later.',
    ja: '待てる分は後の時間帯に回します。',
  },
  'nothing-due': {
    en: 'What comes in may wait, so nobody is needed at this time.',
    ja: '届く業務は待てるため、この時間帯に人員は不要です。',
  },
  'gives-hours': {
    en: 'Over the whole plan {value} are done in time; with one agent fewer at all hours it would be {fewerValue}.',
    ja: '計画全体では{value}が時間内に処理されます。全時間帯で1人少なければ{fewerValue}です。',
  },
  'chance-hours-fewer': {
    en: 'The forecast is not exact: the week reaches the goal with a chance of {chance}; with one agent fewer at all hours it would be {fewer}.',
    ja: '予測には幅があり、この週が目標を満たす確率は{chance}です。全時間帯で1人少なければ{fewer}です。',
  },
  'chance-hours': {
    en: 'The forecast is not exact: the week reaches the goal with a chance of {chance}.',
    ja: '予測には幅があり、この週が目標を満たす確率は{chance}です。',
  },
  needed: {
    en: 'To do the work as agreed we need {agents}.',
    ja: '決められたとおりに処理するには、{agents}が必要です。',
  },
  'gives-service-level': {
    en: 'They reach {value}; with {fewer} it would be {fewerValue}.',
    ja: '{agents}なら{value}、{fewer}では{fewerValue}になります。',
  },
  'gives-asa': {
    en: 'They answer after {value} on average; with {fewer} it would be {fewerValue}.',
    ja: '{agents}なら平均{value}、{fewer}では{fewerValue}になります。',
  },
  'gives-occupancy': {
    en: 'They are busy {value} of the time; with {fewer} it would be {fewerValue}.',
    ja: '{agents}なら稼働率は{value}、{fewer}では{fewerValue}になります。',
  },
  'gives-abandonment': {
    en: 'Then {value} give up; with {fewer} it would be {fewerValue}.',
    ja: '{agents}なら放棄率は{value}、{fewer}では{fewerValue}になります。',
  },
  'gives-blocking': {
    en: 'Then {value} are turned away; with {fewer} it would be {fewerValue}.',
    ja: '{agents}なら呼損率は{value}、{fewer}では{fewerValue}になります。',
  },
  'other-goals': {
    en: 'The other goals are met with that too.',
    ja: 'その他の目標も満たします。',
  },
  'fewer-unstable': {
    en: 'With {fewer} the work would grow faster than it is done.',
    ja: '{fewer}では処理が追いつかず、待ちが増え続けます。',
  },
  'certain-enough': {
    en: 'The forecast is not exact: {pointAgents} would do if it were; {agents} meet the goal with a chance of {chance}.',
    ja: '予測には幅があります。予測どおりなら{pointAgents}で足りますが、{chance}の確率で目標を満たすには{agents}が必要です。',
  },
  'on-average': {
    en: 'The forecast is not exact: {pointAgents} would do if it were; it takes {agents} to meet the goal on average.',
    ja: '予測には幅があります。予測どおりなら{pointAgents}で足りますが、平均して目標を満たすには{agents}が必要です。',
  },
  roster: {
    en: 'As {shrinkage} of the paid time is lost to absence and the like, {roster} have to be on the roster.',
    ja: '勤務時間の{shrinkage}は欠勤などで失われるため、シフトには{roster}を配置します。',
  },
  short: {
    en: '{scheduled} are on the roster, {gap} too few.',
    ja: '現在の配置は{scheduled}で、{gap}不足しています。',
  },
  over: {
    en: '{scheduled} are on the roster, {gap} more than needed.',
    ja: '現在の配置は{scheduled}で、{gap}余裕があります。',
  },
  'just-right': {
    en: 'Exactly that many are on the roster.',
    ja: '現在の配置はちょうど{scheduled}です。',
  },
} as const satisfies Readonly<Record<string, LocalisedText>>;
export type DirectorMessageId = keyof typeof DIRECTOR_MESSAGES;
