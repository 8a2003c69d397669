import { forecastingMethods } from '@yotei/forecast';
import type { LocalText } from '../../../platform/graphql/shared.graphql-types.js';
import type { JsonValue } from '../../../platform/jobs/job-definition.js';
import { seriesOf } from '../demand.mapper.js';
import { editOf } from '../layers/forecast-layers.mapper.js';
import type { EventKind } from '../demand.graphql-types.js';
import type { ForecastDay } from '../stored-forecast-day.js';
import { counts, type StoredLayer } from '../layers/forecast-layers.repository.js';
import type { ApprovalInForce } from './forecast-approvals.repository.js';
import type { ForecastVersion } from './forecast-versions.repository.js';
import type { VersionComparison, VersionDifference } from './version-comparison.service.js';
import {
  VersionDifferenceKind,
  type ApprovedForecastDay,
  type ForecastComparison,
  type ForecastVersion as ForecastVersionType,
  type MethodReport,
  type MethodReportRow,
  type VersionDifference as VersionDifferenceType,
} from './versions.graphql-types.js';

export function versionOf(version: ForecastVersion): ForecastVersionType {
  const { id, method, createdAt, createdBy, fromOn, days } = version;
  return {
    id,
    version: version.version,
    createdAt,
    createdBy: createdBy ?? 'Yotei',
    fromOn,
    days,
    methodId: method.methodId,
    methodTitle: method.methodTitle,
    trainedUntilOn: method.trainedUntilOn,
  };
}

/** Whether what would be approved today is still what was. */
export function approvedDayOf(
  approval: ApprovalInForce,
  today: { newest: readonly ForecastDay[]; edits: readonly StoredLayer[] },
): ApprovedForecastDay {
  const newest = today.newest.find(({ onDate }) => onDate === approval.onDate);
  const endAt = approval.startAt + approval.contacts.length * approval.stepMinutes * 60_000;
  const live = today.edits.filter((edit) => counts(edit) && edit.startAt < endAt && edit.endAt > approval.startAt);
  const ids = (edits: readonly StoredLayer[]) => edits.map(({ id }) => id).join();
  return {
    on: approval.onDate,
    forecastId: approval.forecastId,
    version: approval.version,
    approvedAt: approval.approvedAt,
    approvedBy: approval.approvedBy,
    note: approval.note,
    editCount: approval.layers.length,
    changedSince:
      newest?.forecastId !== approval.forecastId || ids(live) !== ids(approval.layers.map(({ layer }) => layer)),
  };
}

const methodTitle = (id: string): LocalText => forecastingMethods.find((method) => method.id === id)?.title ?? same(id);
const same = (text: string): LocalText => ({ en: text, ja: text });

function differenceOf(difference: VersionDifference): VersionDifferenceType {
  const sided = (text: LocalText, onlyIn: 'one' | 'other') => ({
    one: onlyIn === 'one' ? text : null,
    other: onlyIn === 'other' ? text : null,
    edit: null,
  });
  switch (difference.kind) {
    case 'method':
      return {
        kind: VersionDifferenceKind.METHOD,
        one: methodTitle(difference.one),
        other: methodTitle(difference.other),
        edit: null,
      };
    case 'trained-until':
      return {
        kind: VersionDifferenceKind.TRAINED_UNTIL,
        one: same(difference.one),
        other: same(difference.other),
        edit: null,
      };
    case 'event':
      return {
        kind: VersionDifferenceKind.EVENT,
        ...sided(same(`${difference.title} (${difference.on})`), difference.onlyIn),
      };
    case 'edit':
      return {
        kind: VersionDifferenceKind.EDIT,
        ...sided(same(difference.edit.reason), difference.onlyIn),
        edit: editOf(difference.edit),
      };
  }
}

export function comparisonOf({ grid, one, other, days, differences }: VersionComparison): ForecastComparison {
  return {
    oneVersions: one.versions.map(versionOf),
    otherVersions: other.versions.map(versionOf),
    days: days.map((day) => ({ ...day })),
    oneContacts: seriesOf(grid, one.contacts),
    otherContacts: seriesOf(grid, other.contacts),
    differences: differences.map(differenceOf),
  };
}

function reportRowOf(row: ForecastVersion['backtest'][number]): MethodReportRow {
  const { methodId, title, wapeInterval, wapeDay, bias, mase, coverage80, coverage90, byOrigin, chosen } = row;
  return {
    methodId,
    title,
    source: forecastingMethods.find(({ id }) => id === methodId)?.source ?? null,
    wapeInterval,
    wapeDay,
    bias,
    mase,
    coverage80,
    coverage90: coverage90 ?? null,
    byOrigin: (byOrigin ?? []).map((origin) => ({ ...origin })),
    chosen,
  };
}

export function methodReportOf(version: ForecastVersion, queueId: string): MethodReport {
  const inputs = version.parameters.inputs?.[queueId];
  return {
    version: versionOf(version),
    methods: version.backtest
      .map(reportRowOf)
      .sort((a, b) => Number(b.chosen) - Number(a.chosen) || a.wapeInterval - b.wapeInterval),
    reasons: version.method.reasons as JsonValue,
    historyFromOn: inputs?.historyFromOn ?? null,
    historyUntilOn: inputs?.historyUntilOn ?? null,
    observedIntervals: inputs?.observedIntervals ?? null,
    events: (inputs?.events ?? []).map(({ fromOn, untilOn, kind, title }, i) => ({
      id: `${version.id}.${i}`,
      fromOn,
      untilOn,
      kind: kind as EventKind,
      title,
      queueIds: null,
    })),
    inputHash: version.inputHash,
    codeVersion: version.codeVersion,
    seed: version.seed,
    askedMethodId: version.parameters.methodId ?? null,
  };
}
