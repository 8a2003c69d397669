import { addDays, type LocalDate } from '@yotei/time';
import { moneyText } from '../costs/index.js';
import type { TextLanguage } from '../staffing/index.js';
import type { CapacityPlan, HeadMove, HiringClass } from './capacity-plan.js';
import { sumByPeriod, totalWeeks, wholeOf } from './capacity-periods.js';
import { evaluateCapacity, type CapacityAnswer, type CapacityWeek } from './evaluate-capacity.js';

/** Numbers, money and days as sentences of one language say them. */
function toldIn(plan: CapacityPlan, language: TextLanguage) {
  const locale = language === 'ja' ? 'ja-JP' : 'en-GB';
  const whole = new Intl.NumberFormat(locale, { maximumFractionDigits: 0 });
  const tenth = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'short', year: 'numeric', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  const at = (on: LocalDate): Date => new Date(`${on}T00:00:00Z`);
  return {
    ...{ whole: (n: number) => whole.format(n), tenth: (n: number) => tenth.format(n) },
    percent: (n: number) => percent.format(n),
    money: (n: number) => moneyText(n, plan.currency, { language, isWhole: true }),
    week: (week: number) => day.format(at(addDays(plan.firstOn, 7 * week))),
    month: (on: LocalDate) => month.format(at(on)),
    title: (groupId: string) => plan.groups.find(({ id }) => id === groupId)?.title[language] ?? groupId,
  };
}

type Told = ReturnType<typeof toldIn>;

/** What a decision prevents: the weeks it helps, who would be missing then, and what it saves. */
interface Prevented {
  readonly fromWeek: number;
  readonly untilWeek: number;
  readonly missingFte: number;
  readonly shortHours: number;
  readonly boughtHours: number;
  readonly saved: number;
}

const bought = (week: CapacityWeek): number => week.overtimeHours + week.outsourcedHours;

function prevented(plan: CapacityPlan, without: CapacityPlan, groupId: string): Prevented | null {
  const [now, then] = [evaluateCapacity(plan), evaluateCapacity(without)];
  const index = plan.groups.findIndex(({ id }) => id === groupId);
  const [own, other] = [now.groups[index]!, then.groups[index]!];
  const more = (week: number): number =>
    other[week]!.shortHours + bought(other[week]!) - own[week]!.shortHours - bought(own[week]!);
  const helped = own.flatMap((_, week) => (more(week) > 0.05 ? [week] : []));
  if (helped.length === 0) return null;
  const sum = (of: (week: CapacityWeek) => number): number =>
    helped.reduce((all, week) => all + of(other[week]!) - of(own[week]!), 0);
  return {
    fromWeek: helped[0]!,
    untilWeek: helped.at(-1)!,
    missingFte: helped.reduce((all, week) => all + Math.max(0, -other[week]!.gapFte), 0) / helped.length,
    shortHours: Math.max(
      0,
      sum(({ shortHours }) => shortHours),
    ),
    boughtHours: Math.max(0, sum(bought)),
    saved: then.cost + then.shortPenalty - now.cost - now.shortPenalty,
  };
}

function reason(effect: Prevented | null, told: Told, language: TextLanguage): string {
  if (!effect)
    return language === 'ja'
      ? 'ただし、この計画では不足や残業の減る週がありません。'
      : 'In this plan, though, no week is less short for it.';
  const { fromWeek, untilWeek, missingFte, shortHours, boughtHours, saved } = effect;
  const [from, until] = [told.week(fromWeek), told.week(untilWeek)];
  if (language === 'ja')
    return (
      `いなければ、${from}から${until}の週まで平均${told.tenth(missingFte)} FTE足りず、` +
      `不足が${told.whole(shortHours)}時間、残業と外部委託が${told.whole(boughtHours)}時間増えます。` +
      (saved >= 0
        ? `不足の評価額を含めて差し引き${told.money(saved)}得になります。`
        : `差し引きでは${told.money(-saved)}の負担です。`)
    );
  return (
    `Otherwise ${told.tenth(missingFte)} FTE would be missing on average from ${from} to the week of ${until}: ` +
    `${told.whole(shortHours)} more hours short, ${told.whole(boughtHours)} more of overtime and outsourcing. ` +
    (saved >= 0
      ? `Missing hours at their price counted, it saves ${told.money(saved)}.`
      : `All in all it costs ${told.money(-saved)} more than it saves.`)
  );
}

/** Why a class is in the plan, judged by the plan without it. */
export function classInWords(plan: CapacityPlan, one: HiringClass, language: TextLanguage): string {
  const told = toldIn(plan, language);
  const without = { ...plan, classes: plan.classes.filter(({ id }) => id !== one.id) };
  const why = reason(prevented(plan, without, one.groupId), told, language);
  const group = told.title(one.groupId);
  return language === 'ja'
    ? `${group}で${told.week(one.week)}から${told.whole(one.heads)}人を採用します。${why}`
    : `Hire ${told.whole(one.heads)} for ${group} starting ${told.week(one.week)}. ${why}`;
}

/** Why people go over to another group. */
export function moveInWords(plan: CapacityPlan, one: HeadMove, language: TextLanguage): string {
  const told = toldIn(plan, language);
  const without = { ...plan, moves: plan.moves.filter(({ id }) => id !== one.id) };
  const why = reason(prevented(plan, without, one.toId), told, language);
  const [from, to] = [told.title(one.fromId), told.title(one.toId)];
  return language === 'ja'
    ? `${told.week(one.week)}から${from}の${told.whole(one.heads)}人に${to}の研修を行います。${why}`
    : `Train ${told.whole(one.heads)} of ${from} for ${to} from ${told.week(one.week)}. ${why}`;
}

/** The plan in three sentences: where it is shortest, what it costs, who comes and goes. */
export function capacityInWords(plan: CapacityPlan, answer: CapacityAnswer, language: TextLanguage): readonly string[] {
  if (plan.groups.length === 0) return [];
  const told = toldIn(plan, language);
  const worst = worstMonth(plan, answer);
  const total = sumOf(answer);
  const hired = plan.classes.reduce((sum, { heads }) => sum + heads, 0);
  const [handled, classes] = [told.whole(hired), told.whole(plan.classes.length)];
  const end = told.week(plan.weeks - 1);
  if (language === 'ja')
    return [
      worst
        ? `最も足りないのは${told.month(worst.on)}の${told.title(worst.groupId)}で、必要${told.tenth(worst.requiredFte)} FTEに対し${told.tenth(worst.missingFte)} FTE不足します(残業・委託前)。`
        : 'どの月も、どのグループも必要人員を満たしています。',
      `${end}の週までの費用は${told.money(answer.cost)}で、うち給与${told.money(total.wages)}、採用・研修${told.money(total.hiringCost + total.trainingCost)}、残業・外部委託${told.money(total.overtimeCost + total.outsourcedCost)}です。`,
      `${classes}回で${handled}人を採用し、約${told.whole(total.left)}人が離れる見込みで、必要時間の${told.percent(total.shortFraction)}が不足のまま残ります。`,
    ];
  return [
    worst
      ? `${told.title(worst.groupId)} is shortest in ${told.month(worst.on)}: ${told.tenth(worst.missingFte)} of ${told.tenth(worst.requiredFte)} FTE are missing before overtime and outsourcing.`
      : 'No group lacks people in any month.',
    `Until the week of ${end} it costs ${told.money(answer.cost)}: ${told.money(total.wages)} in wages, ${told.money(total.hiringCost + total.trainingCost)} for hiring and training, ${told.money(total.overtimeCost + total.outsourcedCost)} for overtime and outsourcing.`,
    `It hires ${handled} in ${classes} ${plan.classes.length === 1 ? 'class' : 'classes'} while about ${told.whole(total.left)} leave, and ${told.percent(total.shortFraction)} of the required hours stay short.`,
  ];
}

/** What the second plan does against the first, in three sentences. */
export function comparisonInWords(
  [first, second]: readonly [CapacityPlan, CapacityPlan],
  names: readonly [string, string],
  language: TextLanguage,
): readonly string[] {
  const told = toldIn(second, language);
  const [a, b] = [evaluateCapacity(first), evaluateCapacity(second)];
  const [sumA, sumB] = [sumOf(a), sumOf(b)];
  const hires = [first, second].map(({ classes }) => classes.reduce((sum, { heads }) => sum + heads, 0));
  const more = b.cost - a.cost;
  const short = [sumA, sumB].map(({ shortFraction }) => told.percent(shortFraction));
  const occupancy = [sumA, sumB].map(({ occupancyFraction }) => told.percent(occupancyFraction));
  if (language === 'ja')
    return [
      `「${names[1]}」は「${names[0]}」より${told.money(Math.abs(more))}${more >= 0 ? '高く' : '安く'}なります(${told.money(b.cost)}と${told.money(a.cost)})。`,
      `採用は${told.whole(hires[0]!)}人から${told.whole(hires[1]!)}人になり、不足のまま残る割合は${short[0]}から${short[1]}になります。`,
      `稼働率は${occupancy[0]}から${occupancy[1]}になります。`,
    ];
  return [
    `“${names[1]}” costs ${told.money(Math.abs(more))} ${more >= 0 ? 'more' : 'less'} than “${names[0]}” (${told.money(b.cost)} against ${told.money(a.cost)}).`,
    `It hires ${told.whole(hires[1]!)} people instead of ${told.whole(hires[0]!)}, and leaves ${short[1]} of the required hours short instead of ${short[0]}.`,
    `Occupancy comes to ${occupancy[1]} instead of ${occupancy[0]}.`,
  ];
}

/** The whole plan as one row. */
const sumOf = (answer: CapacityAnswer): CapacityWeek => wholeOf(totalWeeks(answer.groups));

function worstMonth(plan: CapacityPlan, answer: CapacityAnswer) {
  let worst: { groupId: string; on: LocalDate; missingFte: number; requiredFte: number } | null = null;
  plan.groups.forEach(({ id }, index) => {
    for (const { fromOn, gapFte, requiredFte } of sumByPeriod(answer.groups[index]!, plan.firstOn, 'month'))
      if (-gapFte > (worst?.missingFte ?? 0.05)) worst = { groupId: id, on: fromOn, missingFte: -gapFte, requiredFte };
  });
  return worst as { groupId: string; on: LocalDate; missingFte: number; requiredFte: number } | null;
}
