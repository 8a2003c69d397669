import { Args, ID, Int, Mutation, Query, Resolver } from '@nestjs/graphql';
import { CurrentContext } from '../../../platform/context/current.decorators.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { InvalidInput, NotFound } from '../../../platform/graphql/shared.graphql-types.js';
import { RequirePermission } from '../../../platform/permissions/require-permission.decorator.js';
import { EditShiftsResult } from '../schedules.graphql-types.js';
import { editResultOf } from '../schedules.resolver.js';
import {
  ChangedMeanwhile,
  PlaceSessionInput,
  Removed,
  RemoveResult,
  SaveSessionResult,
  SaveTeamRuleResult,
  ScheduleSessions,
  Session,
  SessionFromInput,
  SessionInput,
  SessionPlaceInput,
  SessionProposals,
  SessionProposalsResult,
  SessionSaved,
  TeamRule,
  TeamRuleInput,
  TeamRuleKind,
  TeamRuleSaved,
} from './sessions.graphql-types.js';
import {
  inScheduleOf,
  sessionOf,
  sessionRecordOf,
  teamRuleKinds,
  teamRuleOf,
  teamRuleRecordOf,
} from './sessions.mapper.js';
import { SessionsService } from './sessions.service.js';
import { TeamPlanRepository } from './team-plans.repository.js';
import { TeamPlansService } from './team-plans.service.js';

const changedMeanwhile = () =>
  Object.assign(new ChangedMeanwhile(), { message: 'somebody changed this meanwhile, or it is gone; read it again' });

@Resolver()
export class SessionsResolver {
  constructor(
    private readonly records: TeamPlanRepository,
    private readonly plans: TeamPlansService,
    private readonly sessionsIn: SessionsService,
  ) {}

  @Query(() => [Session])
  @RequirePermission('schedule.read')
  async sessions(@CurrentContext() context: RequestContext): Promise<Session[]> {
    return (await this.records.sessions(context)).map(sessionOf);
  }

  @Query(() => [TeamRule])
  @RequirePermission('schedule.read')
  async teamRules(@CurrentContext() context: RequestContext): Promise<TeamRule[]> {
    return (await this.records.teamRules(context)).map(teamRuleOf);
  }

  @Query(() => [TeamRuleKind], { description: 'Kinds of rules across agents, with their parameters.' })
  @RequirePermission('schedule.read')
  teamRuleKinds(): TeamRuleKind[] {
    return teamRuleKinds();
  }

  @Query(() => ScheduleSessions, { nullable: true })
  @RequirePermission('schedule.read')
  async scheduleSessions(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
  ): Promise<ScheduleSessions | null> {
    const planned = await this.sessionsIn.plan(context, scheduleId);
    if (!planned) return null;
    const records = new Map((await this.records.sessions(context)).map((record) => [record.id, record]));
    const sessions = planned
      .filter(({ session }) => records.has(session.id))
      .map((one) => inScheduleOf(one, ({ id }) => records.get(id)!));
    return { sessions };
  }

  @Query(() => SessionProposalsResult, {
    description:
      'The best starts of one time of a session, best first; with `from`, three others for a place that is to move.',
  })
  @RequirePermission('schedule.read')
  async sessionProposals(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('sessionId', { type: () => ID }) sessionId: string,
    @Args('occurrence', { type: () => Int }) occurrence: number,
    @Args('from', { type: () => SessionFromInput, nullable: true }) from?: SessionFromInput | null,
  ): Promise<typeof SessionProposalsResult> {
    const found = await this.sessionsIn.proposals(context, { scheduleId, sessionId, occurrence, from });
    if (!found) return NotFound.of('session');
    const proposals = found.map((proposal) => ({ ...proposal, agentIds: [...proposal.agentIds] }));
    return Object.assign(new SessionProposals(), { proposals });
  }

  @Mutation(() => SaveSessionResult)
  @RequirePermission('schedule.edit')
  async saveSession(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SessionInput,
  ): Promise<typeof SaveSessionResult> {
    const saved = await this.plans.saveSession(context, sessionRecordOf(input));
    if (saved.kind === 'invalid') return InvalidInput.of(saved.fault.path, saved.fault.message);
    if (saved.kind === 'changed-meanwhile') return changedMeanwhile();
    const record = (await this.records.sessions(context)).find(({ id }) => id === saved.id)!;
    return Object.assign(new SessionSaved(), { session: sessionOf(record) });
  }

  @Mutation(() => RemoveResult)
  @RequirePermission('schedule.edit')
  async removeSession(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof RemoveResult> {
    const gone = await this.records.remove(context, 'work_sessions', { id, version });
    return gone ? Object.assign(new Removed(), { id }) : changedMeanwhile();
  }

  @Mutation(() => SaveTeamRuleResult)
  @RequirePermission('organisation.edit')
  async saveTeamRule(
    @CurrentContext() context: RequestContext,
    @Args('input') input: TeamRuleInput,
  ): Promise<typeof SaveTeamRuleResult> {
    const saved = await this.plans.saveTeamRule(context, teamRuleRecordOf(input));
    if (saved.kind === 'invalid') return InvalidInput.of(saved.fault.path, saved.fault.message);
    if (saved.kind === 'changed-meanwhile') return changedMeanwhile();
    const record = (await this.records.teamRules(context)).find(({ id }) => id === saved.id)!;
    return Object.assign(new TeamRuleSaved(), { teamRule: teamRuleOf(record) });
  }

  @Mutation(() => RemoveResult)
  @RequirePermission('organisation.edit')
  async removeTeamRule(
    @CurrentContext() context: RequestContext,
    @Args('id', { type: () => ID }) id: string,
    @Args('version', { type: () => Int }) version: number,
  ): Promise<typeof RemoveResult> {
    const gone = await this.records.remove(context, 'team_rules', { id, version });
    return gone ? Object.assign(new Removed(), { id }) : changedMeanwhile();
  }

  @Mutation(() => EditShiftsResult, {
    description: 'Places what is missing of a session where it costs least; one edit.',
  })
  @RequirePermission('schedule.edit')
  async placeMissingSessions(
    @CurrentContext() context: RequestContext,
    @Args('scheduleId', { type: () => ID }) scheduleId: string,
    @Args('sessionId', { type: () => ID }) sessionId: string,
  ): Promise<typeof EditShiftsResult> {
    return editResultOf(await this.sessionsIn.placeMissing(context, scheduleId, sessionId));
  }

  @Mutation(() => EditShiftsResult, {
    description: 'Places a session, or moves it; breaks shift to where they hurt least.',
  })
  @RequirePermission('schedule.edit')
  async placeSession(
    @CurrentContext() context: RequestContext,
    @Args('input') input: PlaceSessionInput,
  ): Promise<typeof EditShiftsResult> {
    return editResultOf(await this.sessionsIn.place(context, input));
  }

  @Mutation(() => EditShiftsResult)
  @RequirePermission('schedule.edit')
  async removeSessionPlace(
    @CurrentContext() context: RequestContext,
    @Args('input') input: SessionPlaceInput,
  ): Promise<typeof EditShiftsResult> {
    return editResultOf(await this.sessionsIn.removePlace(context, input));
  }
}
