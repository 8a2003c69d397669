import { figuresOfDays, type AdherenceNumbers } from '@yotei/scheduling/adherence';
import type { KeptDay } from './adherence-days.repository.js';
import type { ExcuseEffect, OpenedDay } from './adherence-history.service.js';
import type { SiteSettings } from './adherence-settings.repository.js';
import {
  AdherenceExceptionSaved,
  ExcuseEffect as ExcuseEffectType,
  type AdherenceDay,
  type AdherenceException,
  type AdherenceExceptionState,
  type AdherenceFigures,
  ExcuseScopeKind,
  type ConformanceKind,
  type KeptAdherenceDay,
} from './adherence.graphql-types.js';
import type { ExceptionRow, ExceptionScope } from './exceptions.repository.js';
import { AdherenceSettings } from './live.graphql-types.js';

const MOST_DAYS = 20;

export function figuresOfNumbers({ conformance, ...rest }: AdherenceNumbers): AdherenceFigures {
  return {
    ...rest,
    conformanceKind: conformance.kind as ConformanceKind,
    conformanceFraction: conformance.kind === 'fraction' ? conformance.fraction : null,
  };
}

export function exceptionOf(row: ExceptionRow): AdherenceException {
  const { id, kind, startAt, endAt, note, createdAt, decidedAt, decisionNote, agentIds, scope } = row;
  return {
    id,
    kind,
    startAt,
    endAt,
    note,
    createdAt,
    decidedAt,
    decisionNote,
    scopeKind: scope.kind as ExcuseScopeKind,
    scopeId: scope.id,
    agentCount: agentIds.length,
    agentId: agentIds.length === 1 ? agentIds[0]! : null,
    agentName: row.agentName,
    state: row.state as AdherenceExceptionState,
    proposedBy: row.proposerName,
    decidedBy: row.deciderName,
  };
}

export const scopeOf = ({
  scopeKind,
  scopeId,
}: {
  readonly scopeKind: ExcuseScopeKind;
  readonly scopeId?: string | null | undefined;
}): ExceptionScope => ({ kind: scopeKind, id: scopeKind === ExcuseScopeKind.ALL ? null : (scopeId ?? null) });

export const savedOf = (row: ExceptionRow, rejudgeJobId: string | null): AdherenceExceptionSaved =>
  Object.assign(new AdherenceExceptionSaved(), { exception: exceptionOf(row), rejudgeJobId });

export const settingsOf = (settings: SiteSettings): AdherenceSettings =>
  Object.assign(new AdherenceSettings(), {
    ...settings,
    ignoredActivityTypeIds: [...settings.ignoredActivityTypeIds],
    ignoredStates: [...settings.ignoredStates],
  });

export function dayOf({ agentDay, evaluated }: OpenedDay, exceptions: readonly ExceptionRow[]): AdherenceDay {
  const { agent, on, day, settings } = agentDay;
  return {
    agentId: agent.id,
    agentName: agent.name,
    on,
    zone: agent.zone,
    startAt: day.startAt,
    endAt: day.endAt,
    judgedUntil: evaluated.progress.until,
    figures: figuresOfNumbers(evaluated.numbers),
    activities: day.activities.map(({ activityTypeId, startAt, endAt }) => ({ activityTypeId, startAt, endAt })),
    spans: evaluated.spans.map((span) => ({ ...span })),
    exceptions: exceptions.map(exceptionOf),
    settings: settingsOf({ siteId: agent.siteId, version: 0, ...settings }),
  };
}

export function keptDayOf(day: KeptDay): KeptAdherenceDay {
  return { agentId: day.agentId, on: day.on, final: day.final, figures: figuresOfNumbers(figuresOfDays([day])) };
}

export function effectOf(effect: ExcuseEffect): ExcuseEffectType {
  return Object.assign(new ExcuseEffectType(), {
    scheduledAgents: effect.scheduledAgents,
    changedAgents: new Set(effect.days.map(({ agentDay }) => agentDay.agent.id)).size,
    excusedSeconds: effect.excusedSeconds,
    before: figuresOfNumbers(effect.before),
    after: figuresOfNumbers(effect.after),
    days: effect.days.slice(0, MOST_DAYS).map(({ agentDay, before, after }) => ({
      agentId: agentDay.agent.id,
      agentName: agentDay.agent.name,
      on: agentDay.on,
      before: figuresOfNumbers(before),
      after: figuresOfNumbers(after),
    })),
  });
}
