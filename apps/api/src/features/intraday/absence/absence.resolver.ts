import { Args, ID, Mutation, Query, Resolver } from '@nestjs/graphql';
import { breachMessage } from '@yotei/scheduling/rules';
import type { Instant } from '@yotei/time';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { DateTimeScalar } from '../../../platform/graphql/scalars.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { RepairStale, RepairStaleReason } from '../repair/repair.graphql-types.js';
import {
  AbsenceOfDay,
  AbsenceReported,
  AbsenceUndone,
  ComingInType,
  NoShiftToday,
  ReportAbsenceInput,
  ReportAbsenceResult,
  UndoAbsenceResult,
  type AbsenceOfDayKind,
} from './absence.graphql-types.js';
import { AbsenceService, type ReportedAbsence } from './absence.service.js';
import { AbsencesOfDay, type NamedComingIn } from './absences-of-day.service.js';

@Resolver()
export class AbsenceResolver {
  constructor(
    private readonly absences: AbsenceService,
    private readonly ofDay: AbsencesOfDay,
  ) {}

  @Query(() => [AbsenceOfDay], { description: 'Who is sick or late today, the last reported first.' })
  @RequirePermission('intraday.read')
  async absencesToday(@CurrentContext() context: RequestContext): Promise<AbsenceOfDay[]> {
    const rows = await this.ofDay.today(context);
    return rows.map(({ id, agentId, agentName, kind, startAt, endAt, reportedAt }) => ({
      id,
      agentId,
      name: agentName,
      kind: kind as AbsenceOfDayKind,
      startAt,
      endAt,
      reportedAt,
    }));
  }

  @Query(() => [ComingInType], { description: 'Who could work in place of an agent today, best first.' })
  @RequirePermission('intraday.act')
  async whoCouldComeIn(
    @CurrentContext() context: RequestContext,
    @Args('agentId', { type: () => ID }) agentId: string,
    @Args('startAt', { type: () => DateTimeScalar }) startAt: Instant,
    @Args('endAt', { type: () => DateTimeScalar }) endAt: Instant,
  ): Promise<ComingInType[]> {
    return (await this.ofDay.couldCome(context, { agentId, span: { startAt, endAt } })).map(comingInOf);
  }

  @Mutation(() => ReportAbsenceResult, {
    description: 'Sick today or late: takes the time out of the schedule at once, and says who could come in.',
  })
  @RequirePermission('intraday.act')
  async reportAbsence(
    @CurrentContext() context: RequestContext,
    @Args('input') input: ReportAbsenceInput,
  ): Promise<typeof ReportAbsenceResult> {
    const outcome = await this.absences.report(context, input);
    switch (outcome.kind) {
      case 'reported': {
        const { id, span, candidates } = outcome;
        return Object.assign(new AbsenceReported(), { id, ...span, candidates: candidates.map(comingInOf) });
      }
      case 'no-shift':
        return Object.assign(new NoShiftToday(), { agentId: input.agentId });
      case 'invalid':
        return InvalidInput.of(`input.${outcome.path}`, outcome.message);
      case 'refused':
        return staleOf(outcome.outcome);
    }
  }

  @Mutation(() => UndoAbsenceResult)
  @RequirePermission('intraday.act')
  async undoAbsence(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('label', { type: () => String }) label: string,
  ): Promise<typeof UndoAbsenceResult> {
    const outcome = await this.absences.undo(context, { id, label });
    if (outcome.kind === 'undone') return Object.assign(new AbsenceUndone(), { id });
    return outcome.kind === 'not-found' ? NotFound.of('absence') : staleOf(outcome.outcome);
  }
}

function comingInOf({ worse, span, ...one }: NamedComingIn): ComingInType {
  const texts = worse.map(({ breach }) => ({ en: breachMessage(breach, 'en'), ja: breachMessage(breach, 'ja') }));
  return { ...one, ...span, worse: texts };
}

type Refusal = Extract<ReportedAbsence, { kind: 'refused' }>['outcome'];

function staleOf(outcome: Refusal): RepairStale | InvalidInput {
  if (outcome.kind === 'invalid') return InvalidInput.of(outcome.fault.path, outcome.fault.message);
  const { changedBy, changedAt, changedWhat } =
    outcome.kind === 'edited-meanwhile' ? outcome : { changedBy: null, changedAt: null, changedWhat: null };
  return Object.assign(new RepairStale(), { reason: RepairStaleReason.CHANGED, changedBy, changedAt, changedWhat });
}
