import { Injectable } from '@nestjs/common';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { validateProblem } from '@yotei/scheduling/rules';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { AgentsService } from '../../organisation/agents.service.js';
import { OrganisationService } from '../../organisation/organisation.service.js';
import { problemOf } from '../roster-problem.mapper.js';
import type { InputFault } from '../shift-edits.js';
import {
  sessionOfRecord,
  TeamPlanRepository,
  teamRuleOfRecord,
  type SessionRecord,
  type TeamRuleRecord,
} from './team-plans.repository.js';

export type Unsaved<T> = Omit<T, 'id'> & { readonly id: string | null };

export type SaveOutcome =
  | { readonly kind: 'saved'; readonly id: string }
  | { readonly kind: 'changed-meanwhile' }
  | { readonly kind: 'invalid'; readonly fault: InputFault };

/** Sessions and rules across agents as the organisation keeps them; every fault is found before one is stored. */
@Injectable()
export class TeamPlansService {
  constructor(
    private readonly plans: TeamPlanRepository,
    private readonly organisation: OrganisationService,
    private readonly people: AgentsService,
  ) {}

  async saveSession(context: RequestContext, record: Unsaved<SessionRecord>): Promise<SaveOutcome> {
    const session = sessionOfRecord({ ...record, id: record.id ?? 'new' });
    const fault = await this.faultOf(context, record.title, { sessions: [session] });
    if (fault) return { kind: 'invalid', fault };
    return outcomeOf(await this.plans.saveSession(context, record));
  }

  async saveTeamRule(context: RequestContext, record: Unsaved<TeamRuleRecord>): Promise<SaveOutcome> {
    const rule = teamRuleOfRecord({ ...record, id: record.id ?? 'new' });
    const fault = await this.faultOf(context, record.title, { teamRules: [rule] });
    if (fault) return { kind: 'invalid', fault };
    return outcomeOf(await this.plans.saveTeamRule(context, record));
  }

  private async faultOf(
    context: RequestContext,
    title: string,
    parts: Pick<RosterProblem, 'sessions' | 'teamRules'>,
  ): Promise<InputFault | null> {
    if (title.trim() === '') return { path: 'title', message: 'name it, so that people know what it is' };
    const judged = validateProblem({ ...(await this.anyWeek(context)), ...parts });
    const fault =
      judged.kind === 'valid' ? null : judged.faults.find(({ path }) => /^(sessions|teamRules)\[/.test(path));
    return fault ? { path: fault.path.replace(/^\w+\[\d+\]\.?/, ''), message: fault.message } : null;
  }

  /** A problem of the organisation's people and patterns, for a week of no matter. */
  private async anyWeek(context: RequestContext): Promise<RosterProblem> {
    return problemOf({
      zone: 'UTC',
      startsOn: '2026-01-05',
      weeks: 1,
      startAt: Date.UTC(2026, 0, 5),
      queues: [],
      ruleSettings: [],
      timeOff: [],
      preferences: [],
      history: [],
      historyFromAt: Date.UTC(2026, 0, 5),
      fixedShifts: [],
      teamRules: [],
      sessions: [],
      rotations: { contracts: new Map(), agents: new Map() },
      priceValues: {},
      activityTypes: await this.organisation.activityTypes(context),
      templates: await this.organisation.shiftTemplates(context),
      contracts: await this.organisation.contracts(context),
      agents: await this.people.all(context),
    });
  }
}

const outcomeOf = (id: string | null): SaveOutcome =>
  id === null ? { kind: 'changed-meanwhile' } : { kind: 'saved', id };
