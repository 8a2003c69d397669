import { InvalidInput, NotFound } from '../../platform/graphql/shared.graphql-types.js';
import { fileOf } from './base/base-file.js';
import type { BaseBasis, BaseGap } from './base/base-gap.js';
import type { BaseResult, BuiltBase } from './base/scenario-base.service.js';
import {
  ScenarioBaseGap,
  ScenarioBaseMissing,
  ScenarioBaseView,
  type ScenarioBaseResult,
  type ScenarioBasisPart,
} from './scenario-base.graphql-types.js';

const GAP_TEXTS: Readonly<Record<BaseGap['kind'], { readonly en: string; readonly ja: string }>> = {
  'no-forecast': {
    en: 'There is no forecast of these days; the queue counts as closed.',
    ja: 'この期間の予測がないため、キューは休みとして計算します。',
  },
  'long-range': {
    en: 'These days are the week of the long-range forecast in the shape of the last eight weeks.',
    ja: 'この期間は長期予測の週合計を、直近8週間の形に配分しています。',
  },
  'no-roster': {
    en: 'There is no whole roster for these days; what the goals require is what works.',
    ja: 'この期間全体のシフト表がないため、必要人数がそのまま働くものとして計算します。',
  },
  'no-people': { en: 'No people are known here.', ja: '人員が登録されていません。' },
  'no-costs': {
    en: 'What work costs is not set up, so costs are not shown.',
    ja: '費用が設定されていないため、費用は表示されません。',
  },
};

export function gapOf({ kind, queueId, fromOn, untilOn }: BaseGap): ScenarioBaseGap {
  return Object.assign(new ScenarioBaseGap(), { kind, queueId, fromOn, untilOn, text: { ...GAP_TEXTS[kind] } });
}

export function basisPartsOf(basis: BaseBasis): ScenarioBasisPart[] {
  return Object.entries(basis).map(([name, version]) => {
    const [kind, id] = name.split(':');
    return { kind: kind!, id: id ?? null, version };
  });
}

export function baseViewOf({ range, base, basis, gaps }: BuiltBase): ScenarioBaseView {
  return Object.assign(new ScenarioBaseView(), {
    ...range,
    ...fileOf(base),
    basis: basisPartsOf(basis),
    gaps: gaps.map(gapOf),
  });
}

export function baseMissingOf(gaps: readonly BaseGap[]): ScenarioBaseMissing {
  return Object.assign(new ScenarioBaseMissing(), { message: 'forecast these days first', gaps: gaps.map(gapOf) });
}

export function baseResultOf(result: BaseResult): typeof ScenarioBaseResult {
  if (result.kind === 'not-found') return NotFound.of('site');
  if (result.kind === 'invalid') return InvalidInput.of(result.path, result.message);
  return result.kind === 'built' ? baseViewOf(result.built) : baseMissingOf(result.gaps);
}
