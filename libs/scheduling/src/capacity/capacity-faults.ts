import { isLocalDate, weekdayOf } from '@yotei/time';
import type { LocalisedText } from '../staffing/index.js';
import type { CapacityGroup, CapacityPlan } from './capacity-plan.js';
import { headcountOf } from './headcount.js';

export interface CapacityFault {
  /** `groups.2.contacts.14`, `classes.0.heads`. */
  readonly path: string;
  readonly message: LocalisedText;
}

/** Three years and a bit; a hundred skills. */
const MOST_WEEKS = 160;
const MOST_GROUPS = 100;
const MOST_CLASSES = 2000;

interface Range {
  readonly least: number;
  readonly most: number;
  readonly whole?: boolean;
}

const FRACTION: Range = { least: 0, most: 1 };
const BELOW_ONE: Range = { least: 0, most: 0.99 };
const AMOUNT: Range = { least: 0, most: 1e9 };

const WEEKLY: Readonly<Record<string, Range>> = {
  contacts: AMOUNT,
  handleSeconds: { least: 0, most: 1e6 },
  spreadFraction: { least: 0, most: 2 },
  inOfficeShrinkage: BELOW_ONE,
  outOfOfficeShrinkage: BELOW_ONE,
  weeklyAttrition: FRACTION,
  headChange: { least: -1e5, most: 1e5 },
  overtimeMax: FRACTION,
  timeOffMax: FRACTION,
  outsourcedMin: FRACTION,
  outsourcedMax: FRACTION,
};

const HIRING: Readonly<Record<string, Range>> = {
  minHeads: { least: 0, most: 10_000, whole: true },
  maxHeads: { least: 0, most: 10_000, whole: true },
  firstWeek: { least: 0, most: MOST_WEEKS, whole: true },
  everyWeeks: { least: 1, most: MOST_WEEKS, whole: true },
  trainingWeeks: { least: 0, most: 52, whole: true },
  trainerHoursPerHead: { least: 0, most: 100 },
  trainingAttrition: FRACTION,
};

const PRICES = [
  'perHour',
  'overtimePerHour',
  'timeOffSavedPerHour',
  'outsourcedPerHour',
  'perHire',
  'perTrainingWeek',
  'shortPerHour',
] as const;

function rangeFault(path: string, value: unknown, { least, most, whole }: Range): CapacityFault[] {
  if (typeof value === 'number' && value >= least && value <= most && (!whole || Number.isInteger(value))) return [];
  const [en, ja] = whole ? ['whole number', '整数'] : ['number', '数値'];
  return [
    {
      path,
      message: {
        en: `${String(value)} must be a ${en} from ${least} to ${most}`,
        ja: `${String(value)}は${least}〜${most}の${ja}にしてください`,
      },
    },
  ];
}

function weeklyFaults(group: CapacityGroup, path: string, weeks: number): CapacityFault[] {
  return Object.entries(WEEKLY).flatMap(([name, range]) => {
    const values = (group as unknown as Record<string, unknown>)[name];
    if (!Array.isArray(values) || values.length !== weeks)
      return [
        {
          path: `${path}.${name}`,
          message: { en: `needs one value for each of the ${weeks} weeks`, ja: `${weeks}週それぞれの値が必要です` },
        },
      ];
    return values.flatMap((value, week) => rangeFault(`${path}.${name}.${week}`, value, range));
  });
}

function orderFaults(group: CapacityGroup, path: string): CapacityFault[] {
  const faults: CapacityFault[] = [];
  const { minHeads, maxHeads } = group.hiring;
  if (maxHeads > 0 && minHeads > maxHeads)
    faults.push({
      path: `${path}.hiring.minHeads`,
      message: {
        en: `the smallest class (${minHeads}) must not be above the largest (${maxHeads})`,
        ja: `最少人数(${minHeads})は最多人数(${maxHeads})以下にしてください`,
      },
    });
  group.outsourcedMin.forEach((least, week) => {
    if (least > group.outsourcedMax[week]!)
      faults.push({
        path: `${path}.outsourcedMin.${week}`,
        message: {
          en: `the least share (${least}) must not be above the most (${group.outsourcedMax[week]})`,
          ja: `下限(${least})は上限(${group.outsourcedMax[week]})以下にしてください`,
        },
      });
  });
  if (group.prices.timeOffSavedPerHour > group.prices.shortPerHour)
    faults.push({
      path: `${path}.prices.shortPerHour`,
      message: {
        en: 'a missing hour must not be held cheaper than what time off saves, or everybody would be sent home',
        ja: '不足1時間の評価額は、早上がりで節約できる額以上にしてください(全員を帰す計画になってしまいます)',
      },
    });
  return faults;
}

function groupFaults(group: CapacityGroup, path: string, weeks: number): CapacityFault[] {
  const faults = [
    ...weeklyFaults(group, path, weeks),
    ...rangeFault(`${path}.heads`, group.heads, { least: 0, most: 1e5 }),
    ...rangeFault(`${path}.paidHours`, group.paidHours, { least: 0, most: 100 }),
    ...rangeFault(`${path}.requirement.rootHours`, group.requirement?.rootHours, { least: -1e4, most: 1e4 }),
    ...rangeFault(`${path}.requirement.baseHours`, group.requirement?.baseHours, { least: 0, most: 1e6 }),
    ...rangeFault(`${path}.requirement.maxOccupancyFraction`, group.requirement?.maxOccupancyFraction, {
      least: 0.05,
      most: 1,
    }),
    ...Object.entries(HIRING).flatMap(([name, range]) =>
      rangeFault(
        `${path}.hiring.${name}`,
        (group.hiring as unknown as Record<string, unknown> | undefined)?.[name],
        range,
      ),
    ),
    ...PRICES.flatMap((name) => rangeFault(`${path}.prices.${name}`, group.prices?.[name], AMOUNT)),
    ...speedFaults(group.hiring?.speedUp, `${path}.hiring.speedUp`),
    ...tenureFaults(group, path),
  ];
  return faults.length > 0 ? faults : orderFaults(group, path);
}

function speedFaults(speeds: unknown, path: string): CapacityFault[] {
  if (!Array.isArray(speeds) || speeds.length > 104)
    return [{ path, message: { en: 'must be a list of at most 104 weeks', ja: '104週以内の一覧にしてください' } }];
  return speeds.flatMap((speed, week) => rangeFault(`${path}.${week}`, speed, { least: 0, most: 2 }));
}

function tenureFaults({ hiring }: CapacityGroup, path: string): CapacityFault[] {
  if (!Array.isArray(hiring?.tenure) || hiring.tenure.length > 20)
    return [{ path: `${path}.hiring.tenure`, message: { en: 'must be a short list', ja: '短い一覧にしてください' } }];
  return hiring.tenure.flatMap(({ untilWeek, factor }, index) => [
    ...rangeFault(`${path}.hiring.tenure.${index}.untilWeek`, untilWeek, { least: 1, most: 1000, whole: true }),
    ...rangeFault(`${path}.hiring.tenure.${index}.factor`, factor, { least: 0, most: 100 }),
  ]);
}

const unknownGroup = (path: string, id: unknown): CapacityFault => ({
  path,
  message: { en: `no group ${String(id)} in the plan`, ja: `計画にグループ${String(id)}がありません` },
});

function decisionFaults({ groups, classes, moves, crossTraining, weeks }: CapacityPlan): CapacityFault[] {
  const ids = new Set(groups.map(({ id }) => id));
  const week: Range = { least: 0, most: weeks - 1, whole: true };
  const heads: Range = { least: 1, most: 10_000, whole: true };
  return [
    ...crossTraining.flatMap((terms, i) => [
      ...[terms.fromId, terms.toId].flatMap((id) => (ids.has(id) ? [] : [unknownGroup(`crossTraining.${i}`, id)])),
      ...rangeFault(`crossTraining.${i}.maxHeads`, terms.maxHeads, { least: 0, most: 10_000, whole: true }),
      ...rangeFault(`crossTraining.${i}.trainingWeeks`, terms.trainingWeeks, { least: 0, most: 52, whole: true }),
      ...rangeFault(`crossTraining.${i}.perHead`, terms.perHead, AMOUNT),
      ...speedFaults(terms.speedUp, `crossTraining.${i}.speedUp`),
    ]),
    ...classes.flatMap((one, i) => [
      ...(ids.has(one.groupId) ? [] : [unknownGroup(`classes.${i}.groupId`, one.groupId)]),
      ...rangeFault(`classes.${i}.week`, one.week, week),
      ...rangeFault(`classes.${i}.heads`, one.heads, heads),
    ]),
    ...moves.flatMap((one, i) => [
      ...(crossTraining.some(({ fromId, toId }) => fromId === one.fromId && toId === one.toId)
        ? []
        : [unknownGroup(`moves.${i}`, `${one.fromId} → ${one.toId}`)]),
      ...rangeFault(`moves.${i}.week`, one.week, week),
      ...rangeFault(`moves.${i}.heads`, one.heads, heads),
    ]),
  ];
}

/** More people gone over to other groups than there are. */
function moveFaults(plan: CapacityPlan): CapacityFault[] {
  if (plan.moves.length === 0) return [];
  return headcountOf(plan).flatMap(({ heads }, index) => {
    const week = heads.findIndex((count) => count < -1e-6);
    if (week < 0) return [];
    const { title } = plan.groups[index]!;
    return [
      {
        path: 'moves',
        message: {
          en: `${title.en} has fewer people than go over to other groups by week ${week + 1}`,
          ja: `第${week + 1}週までに、${title.ja}の人数を超える人が異動しています`,
        },
      },
    ];
  });
}

/** Lists of things that are no things, and groups without a name: nothing else can be asked of them. */
function shapeFaults(plan: CapacityPlan): CapacityFault[] {
  const lists = { groups: plan.groups, classes: plan.classes, moves: plan.moves, crossTraining: plan.crossTraining };
  const message = { en: 'must be an object', ja: 'オブジェクトにしてください' };
  const odd = Object.entries(lists).flatMap(([name, list]) =>
    list.flatMap((one: unknown, i) =>
      typeof one === 'object' && one !== null ? [] : [{ path: `${name}.${i}`, message }],
    ),
  );
  if (odd.length > 0) return odd;
  return plan.groups.flatMap(({ title }, i) =>
    typeof title?.en === 'string' && typeof title.ja === 'string'
      ? []
      : [{ path: `groups.${i}.title`, message: { en: 'needs en and ja', ja: 'enとjaが必要です' } }],
  );
}

/** Everything wrong with a plan that came from outside; none = it can be evaluated. At most a hundred are named. */
export function capacityFaults(plan: CapacityPlan): CapacityFault[] {
  if (typeof plan !== 'object' || plan === null)
    return [{ path: 'plan', message: { en: 'must be an object', ja: 'オブジェクトにしてください' } }];
  const { firstOn, weeks, groups, risk } = plan;
  const head: CapacityFault[] = [
    ...rangeFault('weeks', weeks, { least: 1, most: MOST_WEEKS, whole: true }),
    ...rangeFault('fullTimeHours', plan.fullTimeHours, { least: 1, most: 100 }),
    ...rangeFault('risk.planFor', risk?.planFor, { least: 0.01, most: 0.99 }),
    ...rangeFault('risk.weekCorrelation', risk?.weekCorrelation, BELOW_ONE),
    ...rangeFault('risk.groupCorrelation', risk?.groupCorrelation, BELOW_ONE),
    ...[plan.groups, plan.classes, plan.moves, plan.crossTraining].flatMap((list, index) =>
      Array.isArray(list) && list.length <= (index === 0 ? MOST_GROUPS : MOST_CLASSES)
        ? []
        : [{ path: 'plan', message: { en: 'a list is missing or too long', ja: '一覧がないか、長すぎます' } }],
    ),
  ];
  if (typeof firstOn !== 'string' || !isLocalDate(firstOn) || weekdayOf(firstOn) !== 1)
    head.push({ path: 'firstOn', message: { en: 'must be a Monday', ja: '月曜日の日付にしてください' } });
  if (!/^[A-Z]{3}$/.test(plan.currency ?? ''))
    head.push({ path: 'currency', message: { en: 'must be three capitals, such as JPY', ja: 'JPYのような3文字です' } });
  if (head.length > 0) return head;
  const shape = shapeFaults(plan);
  if (shape.length > 0) return shape.slice(0, 100);
  if (new Set(groups.map(({ id }) => id)).size < groups.length)
    return [{ path: 'groups', message: { en: 'a group is there twice', ja: '同じグループが2つあります' } }];
  const inner = [
    ...groups.flatMap((group, index) => groupFaults(group, `groups.${index}`, weeks)),
    ...decisionFaults(plan),
  ];
  return (inner.length > 0 ? inner : moveFaults(plan)).slice(0, 100);
}
