import type { Loss, StaffingModelParameter } from '../staffing-model.js';

/** Mean patience, as `total queue time / abandonments`. Optional where a model also knows contacts that never leave. */
export function patienceParameter(required: boolean): StaffingModelParameter {
  return {
    key: 'patienceSeconds',
    title: { en: 'Mean patience', ja: '平均忍耐時間' },
    unit: 'seconds',
    min: 1,
    max: 86_400,
    default: required ? 180 : null,
    required,
  };
}

export const CONCURRENCY_PARAMETER: StaffingModelParameter = {
  key: 'concurrency',
  title: { en: 'Most chats an agent handles at once', ja: '同時対応数の上限' },
  unit: 'contacts',
  min: 1,
  max: 10,
  default: 2,
  required: false,
};

export const SLOWDOWN_PARAMETER: StaffingModelParameter = {
  key: 'slowdownFraction',
  title: { en: 'Each further chat makes all last longer by', ja: '同時対応1件ごとの処理時間の伸び' },
  unit: 'fraction',
  min: 0,
  max: 1,
  default: 0,
  required: false,
};

export const LINES_PARAMETER: StaffingModelParameter = {
  key: 'lines',
  title: { en: 'Lines, waiting and handled together', ja: '回線数（待ち＋対応中）' },
  unit: 'lines',
  min: 1,
  max: 1_000_000,
  default: null,
  required: false,
};

export const REDIAL_PARAMETER: StaffingModelParameter = {
  key: 'redialFraction',
  title: { en: 'Share of unanswered attempts that try again', ja: '未応答のうち再試行する割合' },
  unit: 'fraction',
  min: 0,
  max: 1,
  default: 0,
  required: false,
};

/** How contacts can be lost; shared by models, so that no call makes them anew. */
export const NO_LOSS: readonly Loss[] = [];
export const BY_ABANDONMENT: readonly Loss[] = ['abandonment'];
