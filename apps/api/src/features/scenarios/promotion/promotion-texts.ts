import type { ScenarioChangeKind } from '@yotei/scheduling/scenarios';
import type { LocalisedText } from '@yotei/scheduling/staffing';

/** How a change becomes part of the plan, or what it waits for. */
export const OUTCOME_TEXTS = {
  edit: {
    en: 'An edit of the forecast with this scenario as its reason.',
    ja: 'このシナリオを理由とする予測の調整になります。',
  },
  settings: { en: 'Saved in the settings of the queues.', ja: 'キューの設定に保存します。' },
  costs: {
    en: 'A new version of the costs from the first day of the scenario.',
    ja: 'シナリオの初日から適用する費用の新しい版になります。',
  },
  noCosts: {
    en: 'Only administrators and managers change costs.',
    ja: '費用は管理者とマネージャーだけが変更できます。',
  },
  tooCoarse: {
    en: 'Over so long a time it is known by the hour only: take it over in scenarios of up to five weeks.',
    ja: '長い期間では時間単位でしか分かりません。5週間以内のシナリオで反映してください。',
  },
  hours: {
    en: 'Worked hours in the settings of the queues; contacts that move with them as edits of the forecast.',
    ja: 'キューの設定の稼働時間になり、移る件数は予測の調整になります。',
  },
  newHours: {
    en: 'Worked hours in the settings of the queues. Hours that are new have contacts once the forecast knows some.',
    ja: 'キューの設定の稼働時間になります。新しい時間帯の件数は、予測に含まれてから反映されます。',
  },
  choosePeople: {
    en: 'It says how many are away and not who: choose the people, and it becomes their time off.',
    ja: '人数だけで、誰が休むかは決まっていません。人を選ぶと、その人の休みになります。',
  },
  timeOff: {
    en: 'Approved time off of the people chosen.',
    ja: '選んだ人の承認済みの休みになります。',
  },
} satisfies Readonly<Record<string, LocalisedText>>;

const REASONS: Readonly<Partial<Record<ScenarioChangeKind, LocalisedText>>> = {
  headcount: {
    en: 'People are hired and leave in real life: enter them in Set-up.',
    ja: '採用や退職は実際の人の登録が必要です。設定で登録してください。',
  },
  hiring: {
    en: 'People are hired and leave in real life: plan classes under Capacity.',
    ja: '採用は要員計画で計画してください。',
  },
  attrition: {
    en: 'People leave by themselves; plan for it under Capacity.',
    ja: '離職は要員計画で見込んでください。',
  },
  contract: {
    en: 'Contracts are agreed with people: change them in Set-up.',
    ja: '契約は本人との合意が必要です。設定で変更してください。',
  },
  'law-pack': {
    en: 'A law is chosen for a site in Set-up, after a look at who it would have spoken of.',
    ja: '法令は設定の画面で、影響を確かめてから拠点ごとに選びます。',
  },
  site: { en: 'Sites are opened and closed in Set-up.', ja: '拠点の開設・閉鎖は設定で行います。' },
  'new-channel': {
    en: 'Add the queue in Set-up and import or type its first contacts.',
    ja: '設定でキューを追加し、最初の件数を取り込むか入力してください。',
  },
  'merge-queues': {
    en: 'Queues are joined in Set-up by giving their agents all skills.',
    ja: 'キューの統合は、設定でエージェントに全スキルを割り当てて行います。',
  },
};
const NO_REASON: LocalisedText = {
  en: 'This cannot be written into the plan by itself.',
  ja: '自動では計画に反映できません。',
};

/** Why a kind of change cannot be written into the plan by itself. */
export const reasonAgainst = (kind: ScenarioChangeKind): LocalisedText => REASONS[kind] ?? NO_REASON;
