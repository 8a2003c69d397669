import type { LawAgreement, LawParameter } from '../law-pack.js';
import { by, hours, of } from './pack-parts.js';

/** A promise of predictable weeks, as some cities ask of shops and kitchens. */
export const FAIR_WORKWEEK: LawAgreement = {
  id: 'fair-workweek',
  title: { en: 'Fair workweek, by choice', ja: '公正な勤務予定（任意）' },
  text: {
    en: 'Local laws on predictable weeks rarely cover contact centres; a centre may keep to them by choice.',
    ja: '勤務予定の予測可能性に関する条例がコールセンターに及ぶことはまれですが、自主的に守ることができます。',
  },
};

/** What holds in every state. */
export const FEDERAL: readonly LawParameter[] = [
  {
    id: 'us.overtime',
    level: 'pay',
    from: '1940-10-24',
    rule: by('max-week-minutes', { maxMinutes: hours(40) }),
    values: [...of('hours', 40), ...of('percent', 50)],
    source: { article: 'FLSA section 7', key: 'us-overtime' },
    certain: 'yes',
    title: { en: 'Overtime pay', ja: '時間外手当' },
    text: {
      en: 'Hours beyond 40 in a week are paid half as much again. The law sets no most.',
      ja: '週40時間を超える分には50%の割増があります。上限の定めはありません。',
    },
  },
  {
    id: 'us.short_breaks',
    level: 'pay',
    from: '1961-01-11',
    values: of('minutes', 5, 20),
    source: { article: '29 CFR 785.18', key: 'us-breaks' },
    certain: 'yes',
    title: { en: 'Short breaks are paid', ja: '短い休憩は有給' },
    text: {
      en: 'No break has to be given under federal law; breaks of 5 to 20 minutes count as work and are paid.',
      ja: '連邦法に休憩の義務はありませんが、5分から20分の休憩は労働時間として賃金が支払われます。',
    },
  },
  {
    id: 'us.fww.rest',
    level: 'policy',
    from: '2017-07-01',
    rule: by('min-rest-between-shifts', { restMinutes: hours(10) }),
    values: of('hours', 10, 11),
    when: [FAIR_WORKWEEK.id],
    source: { article: 'fair workweek ordinances', key: 'us-notice' },
    certain: 'yes',
    title: { en: 'Rest between shifts, by choice', ja: '勤務間の休息（任意）' },
    text: {
      en: 'At least 10 hours between shifts unless the person agrees. A policy here: the ordinances rarely cover contact centres.',
      ja: '本人の同意がなければ、勤務の間は10時間以上あけます。条例の対象外が多いため、方針として守ります。',
    },
  },
  {
    id: 'us.fww.notice',
    level: 'policy',
    from: '2017-07-01',
    values: of('days', 14),
    when: [FAIR_WORKWEEK.id],
    source: { article: 'fair workweek ordinances', key: 'us-notice' },
    certain: 'yes',
    title: { en: 'Notice of the week, by choice', ja: '勤務予定の予告（任意）' },
    text: {
      en: 'Weeks are published 14 days before they begin; later changes are rare and paid.',
      ja: '勤務予定は14日前までに公開し、その後の変更はまれで、手当があります。',
    },
  },
  {
    id: 'us.young',
    level: 'hard',
    from: '1938-10-24',
    values: [],
    source: { article: 'FLSA section 12', key: 'none' },
    certain: 'believed',
    title: { en: 'Young people', ja: '年少者' },
    text: {
      en: 'Believed, not checked on a page: from 16 on federal law sets no hours; states do. Ask before you plan anybody under 18.',
      ja: '未確認：16歳以上の労働時間に連邦法の定めはなく、州法が定めます。18歳未満の方を計画する前に確かめてください。',
    },
  },
];
