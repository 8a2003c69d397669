import type { ImpossibleCode } from '@yotei/scheduling/exchanges';

/** Why an exchange ended or cannot be carried out, where no rule or policy says so. */
export type EndCode = ImpossibleCode | 'shift-changed' | 'deadline-passed' | 'not-published' | 'refused-by-manager';

const TEXTS: Readonly<Record<EndCode, { readonly en: string; readonly ja: string }>> = {
  'unknown-shift': { en: 'The shift is no longer in the schedule', ja: 'この勤務はもう予定にありません' },
  'unknown-agent': { en: 'The colleague is not in this schedule', ja: '相手はこの予定に含まれていません' },
  'same-agent': { en: 'Both sides are the same person', ja: '同じ人どうしでは交換できません' },
  'repeated-party': { en: 'Somebody is named twice', ja: '同じ人が二度含まれています' },
  'not-a-cycle': {
    en: 'Everyone who gives a shift must take one',
    ja: '渡す人は全員、別の勤務を受け取る必要があります',
  },
  locked: { en: 'The planner has locked this shift', ja: 'この勤務は計画担当者が固定しています' },
  'in-the-past': { en: 'It has already begun', ja: 'すでに始まっています' },
  'nothing-changes': { en: 'Nothing would change', ja: '何も変わりません' },
  'span-outside-shift': {
    en: 'The time must lie at the start or the end of the shift',
    ja: '時間は勤務の始めか終わりに接している必要があります',
  },
  'not-a-break': { en: 'Only breaks and lunch can be moved', ja: '動かせるのは休憩と昼休みだけです' },
  'covers-another-activity': { en: 'Another activity is there', ja: 'その時間には別の活動があります' },
  'empty-span': { en: 'The time is empty', ja: '時間が指定されていません' },
  'shift-changed': {
    en: 'A shift in it has been changed meanwhile; propose it again',
    ja: '対象の勤務がその後変更されました。もう一度申し込んでください',
  },
  'deadline-passed': { en: 'Nobody decided in time', ja: '期限までに決まりませんでした' },
  'not-published': { en: 'The schedule is not published', ja: 'この予定はまだ公開されていません' },
  'refused-by-manager': { en: 'A manager has refused it', ja: '管理者が却下しました' },
};

export function impossibleText(code: EndCode): { en: string; ja: string } {
  return { ...TEXTS[code] };
}
