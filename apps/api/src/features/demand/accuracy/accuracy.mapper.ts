import type { Accuracy, ErrorMeasures, LayerValue, MeasureAccuracy, ValueAdded } from '@yotei/forecast';
import type { DemandMeasure, EditOperation } from '../layers/forecast-layers.graphql-types.js';
import type { StoredLayer } from '../layers/forecast-layers.repository.js';
import type {
  EditValue,
  ErrorFigures,
  ForecastAccuracy,
  ForecastValueAdded,
  MeasureAccuracy as MeasureAccuracyType,
} from './accuracy-figures.graphql-types.js';
import type {
  AccuracyOverview as AccuracyOverviewType,
  DayAccuracy,
  DriftAdvice,
  DriftDirection,
  ForecastDrift,
  QueueAccuracy as QueueAccuracyType,
  QueueAccuracyDetail as QueueAccuracyDetailType,
  UnusualDirection,
} from './accuracy.graphql-types.js';
import type {
  AccuracyOverview,
  AdvisedDrift,
  QueueAccuracy,
  QueueAccuracyDetail,
  ScoredDay,
} from './accuracy.service.js';

export const finite = (value: number | null | undefined): number | null =>
  value !== null && value !== undefined && Number.isFinite(value) ? value : null;

export function figuresOf({ wapeByInterval, wapeByDay, bias, sums }: ErrorMeasures): ErrorFigures {
  return {
    wapeInterval: finite(wapeByInterval),
    wapeDay: finite(wapeByDay),
    bias: finite(bias),
    actual: sums.actual,
    absoluteError: sums.absolute,
    signedError: sums.signed,
    actualOfWholeDays: sums.actualOfWholeDays,
    absoluteErrorByDay: sums.absoluteByDay,
  };
}

function valueAddedOf(value: ValueAdded | null): ForecastValueAdded | null {
  if (!value) return null;
  return {
    simple: figuresOf(value),
    addedInterval: finite(value.addedByInterval),
    addedDay: finite(value.addedByDay),
    days: value.days,
  };
}

function editValueOf({ id, days, addedByInterval, lessError }: LayerValue, edits: readonly StoredLayer[]): EditValue {
  const edit = edits.find((one) => one.id === id);
  return {
    id,
    days,
    addedInterval: finite(addedByInterval),
    lessError,
    reason: edit?.reason ?? null,
    measure: (edit?.measure ?? null) as DemandMeasure | null,
    operation: (edit?.operation ?? null) as EditOperation | null,
    value: edit && edit.operation !== 'values' ? finite(edit.value) : null,
    fromAt: edit?.startAt ?? null,
    untilAt: edit?.endAt ?? null,
  };
}

function measureOf(measure: MeasureAccuracy, edits: readonly StoredLayer[]): MeasureAccuracyType {
  return {
    plan: figuresOf(measure),
    unedited: figuresOf(measure.unedited),
    editsAddedInterval: finite(measure.editsAddedByInterval),
    editsAddedDay: finite(measure.editsAddedByDay),
    edits: measure.layers.map((layer) => editValueOf(layer, edits)),
  };
}

export function accuracyTypeOf(accuracy: Accuracy | null, edits: readonly StoredLayer[] = []): ForecastAccuracy | null {
  if (!accuracy) return null;
  const { days, partialDays, scoredIntervals } = accuracy;
  return {
    days,
    partialDays,
    scoredIntervals,
    contacts: measureOf(accuracy.contacts, edits),
    handle: accuracy.handle && measureOf(accuracy.handle, edits),
    naive: valueAddedOf(accuracy.naive),
    plannerMean: valueAddedOf(accuracy.plannerMean),
    mase: finite(accuracy.mase),
    coverage80: finite(accuracy.coverage80),
    coverage90: finite(accuracy.coverage90),
    pinball10: finite(accuracy.pinball10),
    pinball50: finite(accuracy.pinball50),
    pinball90: finite(accuracy.pinball90),
  };
}

function driftOf(drift: AdvisedDrift | null): ForecastDrift | null {
  return (
    drift && {
      ...drift,
      direction: drift.direction as DriftDirection,
      advice: drift.advice.map((advice) => advice as DriftAdvice),
    }
  );
}

function queueAccuracyOf(queue: QueueAccuracy): QueueAccuracyType {
  return {
    queueId: queue.queueId,
    week: accuracyTypeOf(queue.week),
    fourWeeks: accuracyTypeOf(queue.fourWeeks),
    weeks: queue.weeks.map(({ fromOn, accuracy }) => ({
      fromOn,
      days: accuracy?.days ?? 0,
      figures: accuracy && figuresOf(accuracy.contacts),
    })),
    drift: driftOf(queue.drift),
    scoredDays: queue.scoredDays,
    approvedDays: queue.approvedDays,
  };
}

export function overviewOf(overview: AccuracyOverview): AccuracyOverviewType {
  return {
    weekFromOn: overview.weekFromOn,
    week: accuracyTypeOf(overview.week),
    fourWeeks: accuracyTypeOf(overview.fourWeeks),
    queues: overview.queues.map(queueAccuracyOf),
    waitingDays: overview.waitingDays,
  };
}

function dayOf(day: ScoredDay): DayAccuracy {
  const { contacts, scoredFraction } = day.score;
  return {
    on: day.onDate,
    forecast: contacts.actual + contacts.plan.signed,
    actual: contacts.actual,
    figures: figuresOf(day.accuracy.contacts),
    scoredFraction,
    version: day.version,
    approved: day.approvalId !== null,
    events: day.events.map(({ kind, title }) => ({ kind, title })),
    unusual: day.unusual as UnusualDirection | null,
  };
}

export function detailOf(detail: QueueAccuracyDetail): QueueAccuracyDetailType {
  return {
    queueId: detail.queue.id,
    fromOn: detail.fromOn,
    untilOn: detail.untilOn,
    accuracy: accuracyTypeOf(detail.accuracy, detail.edits),
    days: detail.days.map(dayOf),
    hours: detail.hours.map((hour) => ({ ...hour, wape: finite(hour.wape), bias: finite(hour.bias) })),
    leads: detail.leads.map(({ leadDays, accuracy }) => ({
      leadDays,
      accuracy: accuracyTypeOf(accuracy, detail.edits),
    })),
    drift: driftOf(detail.drift),
  };
}
