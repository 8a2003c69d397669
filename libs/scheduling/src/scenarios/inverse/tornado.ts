import { rateCvOf, rateFactorOf, type LocalisedText } from '../../staffing/index.js';
import { answerBase } from '../answer-base.js';
import { applyScenario } from '../apply-scenario.js';
import type { ScenarioFigures } from '../scenario-answer.js';
import type { ScenarioBase, ScenarioQueue } from '../scenario-base.js';
import type { ScenarioChange } from '../scenario-change.js';

/** Something assumed, at a low and at a high value: as changes of the base. */
export interface Assumption {
  readonly id: string;
  readonly title: LocalisedText;
  readonly low: readonly ScenarioChange[];
  readonly high: readonly ScenarioChange[];
}

export type TornadoMeasure = 'hoursToRoster' | 'requiredFte' | 'requiredCost' | 'serviceLevel' | 'occupancy' | 'cost';

/** A bar: the measure at the assumption's low and high value; null where it cannot be changed so. */
export interface TornadoBar {
  readonly id: string;
  readonly title: LocalisedText;
  readonly low: number;
  readonly high: number;
}

export interface Tornado {
  readonly measure: TornadoMeasure;
  readonly base: number;
  /** The widest first. */
  readonly bars: readonly TornadoBar[];
}

/** Mean cv of the queue's rate, weighted by contacts; 0 where it is not known. */
function meanRateCv({ forecast }: ScenarioQueue): number {
  let [sum, weight] = [0, 0];
  for (let index = 0; index < forecast.grid.count; index += 1) {
    const [cv, contacts] = [rateCvOf(forecast, index), forecast.contacts[index]!];
    if (!(contacts > 0) || Number.isNaN(cv)) continue;
    sum += cv * contacts;
    weight += contacts;
  }
  return weight > 0 ? sum / weight : 0;
}

/** Each queue's contacts at a quantile of its rate, all at once: rates of a bad week go together. */
function volumeAt(base: ScenarioBase, share: number): readonly ScenarioChange[] {
  return base.queues.flatMap((queue) => {
    const cv = meanRateCv(queue);
    return cv > 0 ? [{ kind: 'volume' as const, queueIds: [queue.id], factor: rateFactorOf(share, cv) }] : [];
  });
}

function shrinkageBy(base: ScenarioBase, more: number): readonly ScenarioChange[] {
  return base.queues.flatMap(({ id, plan }) =>
    (plan.shrinkage ?? []).map((reason) => ({
      kind: 'shrinkage' as const,
      queueIds: [id],
      reason: { ...reason, fraction: Math.min(0.95, reason.fraction * more) },
    })),
  );
}

/**
 * What is usually unsure: contacts at the 10 and 90 % quantiles of the forecast's rate, handle time ± 5 %, patience
 * ± 25 %, each reason of shrinkage ± a quarter of itself, wages ± 3 %. Those that touch nothing on this base are left out.
 */
export function usualAssumptions(base: ScenarioBase): readonly Assumption[] {
  const all: readonly Assumption[] = [
    {
      id: 'volume',
      title: { en: 'Contacts, P10 to P90', ja: 'コンタクト数（P10～P90）' },
      low: volumeAt(base, 0.1),
      high: volumeAt(base, 0.9),
    },
    {
      id: 'handle-time',
      title: { en: 'Handle time ± 5%', ja: '処理時間±5%' },
      low: [{ kind: 'handle-time', factor: 0.95 }],
      high: [{ kind: 'handle-time', factor: 1.05 }],
    },
    ...(base.queues.some(({ plan }) => plan.patienceSeconds !== undefined)
      ? [
          {
            id: 'patience',
            title: { en: 'Patience ± 25%', ja: '忍耐時間±25%' },
            low: [{ kind: 'patience', factor: 0.75 } as const],
            high: [{ kind: 'patience', factor: 1.25 } as const],
          },
        ]
      : []),
    {
      id: 'shrinkage',
      title: { en: 'Shrinkage ± a quarter', ja: 'シュリンケージ±25%' },
      low: shrinkageBy(base, 0.75),
      high: shrinkageBy(base, 1.25),
    },
    ...(base.costs
      ? [
          {
            id: 'wages',
            title: { en: 'Wages ± 3%', ja: '賃金±3%' },
            low: [{ kind: 'wages', factor: 0.97 } as const],
            high: [{ kind: 'wages', factor: 1.03 } as const],
          },
        ]
      : []),
  ];
  return all.filter(({ low }) => low.length > 0);
}

function valueOf(figures: ScenarioFigures, measure: TornadoMeasure): number {
  if (measure === 'cost' || measure === 'requiredCost') return figures[measure]?.total ?? Number.NaN;
  return figures[measure];
}

/**
 * How much a measure depends on what was assumed: each assumption at its low and high value with all others as they are,
 * the widest bar first. Assumptions that cannot be applied to the base are left out.
 */
export function tornado(
  base: ScenarioBase,
  measure: TornadoMeasure,
  assumptions: readonly Assumption[] = usualAssumptions(base),
): Tornado {
  const at = (changes: readonly ScenarioChange[]): number => {
    const applied = applyScenario(base, changes);
    if (applied.kind === 'faulty') return Number.NaN;
    return valueOf(answerBase(applied.base, { withChance: false }).total, measure);
  };
  const bars = assumptions
    .map(({ id, title, low, high }) => ({ id, title, low: at(low), high: at(high) }))
    .filter(({ low, high }) => !Number.isNaN(low) && !Number.isNaN(high))
    .sort((a, b) => Math.abs(b.high - b.low) - Math.abs(a.high - a.low));
  return { measure, base: at([]), bars };
}
