import { moneyText } from '@yotei/scheduling/costs';
import {
  capacityInWords,
  sumByPeriod,
  totalWeeks,
  type CapacityAnswer,
  type CapacityPeriod,
  type CapacityPlan,
} from '@yotei/scheduling/capacity';
import { amountText, type TextLanguage } from '@yotei/scheduling/staffing';
import { textTable } from '../text-table.js';

const HEADER: Readonly<Record<TextLanguage, readonly string[]>> = {
  en: ['from', 'required FTE', 'effective FTE', 'gap FTE', 'people', 'joining', 'leaving', 'still short', 'cost'],
  ja: ['期間', '必要FTE', '実効FTE', '過不足FTE', '在籍人数', '入社', '退職', '不足率', '費用'],
};

/** The plan in three sentences, and what each period comes to over all groups. */
export function planText(
  plan: CapacityPlan,
  answer: CapacityAnswer,
  { language, period }: { readonly language: TextLanguage; readonly period: CapacityPeriod },
): string[] {
  const tenth = (value: number) => amountText({ value, unit: 'number' }, language, 1);
  const rows = sumByPeriod(totalWeeks(answer.groups), plan.firstOn, period).map((sum) => [
    sum.fromOn,
    ...[sum.requiredFte, sum.effectiveFte, sum.gapFte, sum.heads, sum.joined, sum.left].map(tenth),
    amountText({ value: sum.shortFraction, unit: 'fraction' }, language),
    moneyText(sum.cost, plan.currency, { language }),
  ]);
  return [...capacityInWords(plan, answer, language), '', ...textTable(HEADER[language], rows)];
}
