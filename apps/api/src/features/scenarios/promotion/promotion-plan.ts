import type { DemandLayer } from '@yotei/forecast/edits';
import {
  applyScenario,
  type HandleTimeChange,
  type ScenarioBase,
  type ScenarioChange,
  type ScenarioChangeKind,
  type VolumeChange,
} from '@yotei/scheduling/scenarios';
import type { CostTerms } from '@yotei/scheduling/costs';
import type { StaffingPlan } from '@yotei/scheduling/staffing';
import { gridEnd, startOfLocalDay } from '@yotei/time';

export interface BothTexts {
  readonly en: string;
  readonly ja: string;
}

/** What becomes of one change, by its place in the list. */
export interface PromotionLine {
  readonly index: number;
  readonly kind: ScenarioChangeKind;
  readonly promoted: boolean;
  /** How it is made the plan, or why it cannot be. */
  readonly text: BothTexts;
}

export interface PromotionPlan {
  readonly lines: readonly PromotionLine[];
  /** Edits of the forecast by queue, in the order they are laid. */
  readonly layers: ReadonlyMap<string, readonly DemandLayer[]>;
  readonly settings: ReadonlyMap<string, StaffingPlan>;
  readonly costs: CostTerms | null;
}

const SETTINGS_KINDS: readonly ScenarioChangeKind[] = ['goal', 'patience', 'shrinkage', 'occupancy-cap'];

const EDIT: BothTexts = {
  en: 'An edit of the forecast with this scenario as its reason.',
  ja: 'このシナリオを理由とする予測の調整になります。',
};
const SETTINGS: BothTexts = { en: 'Saved in the settings of the queues.', ja: '窓口の設定に保存します。' };
const COSTS: BothTexts = {
  en: 'A new version of the costs from the first day of the scenario.',
  ja: 'シナリオの初日から適用する費用の新しい版になります。',
};
const NO_COSTS: BothTexts = {
  en: 'Only administrators and managers change costs.',
  ja: '費用は管理者とマネージャーだけが変更できます。',
};
const OTHER_CLOCK: BothTexts = {
  en: 'Its hours are those of another time zone than the queue’s; edit the forecast on Demand.',
  ja: '窓口と異なるタイムゾーンの時間帯です。需要の画面で予測を調整してください。',
};

/** Why a kind of change cannot be written into the plan by itself. */
const REASONS: Readonly<Partial<Record<ScenarioChangeKind, BothTexts>>> = {
  absence: {
    en: 'It says how many are away and not who: report absences on the live day.',
    ja: '人数だけで、誰が休むかは決まっていません。当日の画面で欠勤を登録してください。',
  },
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
  'opening-hours': {
    en: 'Customers must be told: set opening hours in Set-up.',
    ja: 'お客様への案内が必要です。営業時間は設定で変更してください。',
  },
  'law-pack': {
    en: 'A law is chosen for a site in Set-up, after a look at who it would have spoken of.',
    ja: '法令は設定の画面で、影響を確かめてから拠点ごとに選びます。',
  },
  site: { en: 'Sites are opened and closed in Set-up.', ja: '拠点の開設・閉鎖は設定で行います。' },
  'new-channel': {
    en: 'Add the queue in Set-up and import or type its first contacts.',
    ja: '設定で窓口を追加し、最初の件数を取り込むか入力してください。',
  },
  'merge-queues': {
    en: 'Queues are joined in Set-up by giving their agents all skills.',
    ja: '窓口の統合は、設定で担当者に全スキルを割り当てて行います。',
  },
  mix: {
    en: 'It moves contacts between queues; edit both forecasts on Demand.',
    ja: '窓口間で件数が移ります。需要の画面で両方の予測を調整してください。',
  },
  deflection: {
    en: 'A bot is not there yet; when it is, edit the forecast on Demand.',
    ja: 'ボットが稼働してから、需要の画面で予測を調整してください。',
  },
  'repeat-contacts': {
    en: 'Repeats come back by themselves and reach the forecast with the facts.',
    ja: '再問い合わせは実績を通じて予測に反映されます。',
  },
};
const NO_REASON: BothTexts = {
  en: 'This cannot be written into the plan by itself.',
  ja: '自動では計画に反映できません。',
};

interface Terms {
  readonly mayEditCosts: boolean;
  /** Zone of each queue's wall clock, by id. */
  readonly zoneOf: ReadonlyMap<string, string>;
}

/** What of a scenario can be made the plan, and how; the rest with its reason. Changes must be sound on the base. */
export function promotionPlan(base: ScenarioBase, changes: readonly ScenarioChange[], terms: Terms): PromotionPlan {
  const layers = new Map<string, DemandLayer[]>();
  const line = (index: number, promoted: boolean, text: BothTexts): PromotionLine => ({
    ...{ index, promoted, text },
    kind: changes[index]!.kind,
  });
  const kept: ScenarioChange[] = [];
  const lines = changes.map((change, index) => {
    if (change.kind === 'volume' || change.kind === 'handle-time') {
      const queueIds = change.queueIds ?? base.queues.map(({ id }) => id);
      const known = queueIds.filter((id) => terms.zoneOf.has(id));
      if (hasClock(change) && known.some((id) => terms.zoneOf.get(id) !== base.zone))
        return line(index, false, OTHER_CLOCK);
      for (const id of known) layers.set(id, [...(layers.get(id) ?? []), ...layersOf(change, base)]);
      return line(index, true, EDIT);
    }
    if (SETTINGS_KINDS.includes(change.kind)) {
      kept.push(change);
      return line(index, true, SETTINGS);
    }
    if (change.kind === 'wages') {
      if (!terms.mayEditCosts) return line(index, false, NO_COSTS);
      kept.push(change);
      return line(index, true, COSTS);
    }
    return line(index, false, REASONS[change.kind] ?? NO_REASON);
  });
  const applied = applyScenario(base, kept);
  const after = applied.kind === 'applied' ? applied.base : base;
  return { lines, layers, settings: changedPlans(base, after), costs: after.costs === base.costs ? null : after.costs };
}

function changedPlans(base: ScenarioBase, after: ScenarioBase): ReadonlyMap<string, StaffingPlan> {
  const before = new Map(base.queues.map(({ id, plan }) => [id, plan]));
  return new Map(
    after.queues.filter(({ id, plan }) => before.has(id) && before.get(id) !== plan).map(({ id, plan }) => [id, plan]),
  );
}

const hasClock = ({ weekdays, fromMinute, untilMinute }: VolumeChange | HandleTimeChange): boolean =>
  weekdays !== undefined || fromMinute !== undefined || untilMinute !== undefined;

const EVERY_DAY = [1, 2, 3, 4, 5, 6, 7];

/** The change as layers over its dates of the base; a factor and seconds of handle time are two. */
function layersOf(change: VolumeChange | HandleTimeChange, { grid, zone }: ScenarioBase): DemandLayer[] {
  const { fromOn, untilOn, weekdays = EVERY_DAY, fromMinute = 0, untilMinute = 1440 } = change;
  const startAt = Math.max(grid.startAt, fromOn ? startOfLocalDay(fromOn, zone) : grid.startAt);
  const endAt = Math.min(gridEnd(grid), untilOn ? startOfLocalDay(untilOn, zone) : gridEnd(grid));
  if (startAt >= endAt) return [];
  const pattern = hasClock(change) ? { weekdays, fromMinute, untilMinute } : null;
  const layer = (measure: DemandLayer['measure'], operation: 'percent' | 'add', value: number): DemandLayer => ({
    ...{ measure, operation, value, startAt, endAt, pattern },
  });
  const percent = (factor: number) => Math.round((factor - 1) * 1e8) / 1e6;
  if (change.kind === 'volume') return [layer('contacts', 'percent', percent(change.factor))];
  const { factor = 1, addSeconds = 0 } = change;
  return [
    ...(factor === 1 ? [] : [layer('handle_seconds', 'percent', percent(factor))]),
    ...(addSeconds === 0 ? [] : [layer('handle_seconds', 'add', addSeconds)]),
  ];
}
