import { Injectable } from '@nestjs/common';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { AgentsService } from '../../organisation/index.js';
import { RecordsRepository } from '../../rosters/index.js';
import { ScenarioResultsRepository } from '../answers/scenario-results.repository.js';
import { ScenarioRepository, type ScenarioRecord } from '../scenarios.repository.js';
import type { ScenarioRosterPlan } from './scenario-roster.compute.js';

/** What a draft of a scenario is made of, and who is still there to work it. */
@Injectable()
export class ScenarioSources {
  constructor(
    private readonly results: ScenarioResultsRepository,
    private readonly scenarios: ScenarioRepository,
    private readonly agents: AgentsService,
    private readonly records: RecordsRepository,
  ) {}

  /** Null for a run that is no roster, or one of before rosters were kept. */
  async rosterOf(
    context: RequestContext,
    runId: string,
  ): Promise<{ readonly scenario: ScenarioRecord; readonly plan: ScenarioRosterPlan } | null> {
    const run = await this.results.byId(context, runId);
    const { plan } = (run?.answer ?? {}) as { readonly plan?: ScenarioRosterPlan };
    const scenario = run && (await this.scenarios.byId(context, run.scenarioId));
    return plan && scenario ? { scenario, plan } : null;
  }

  async peopleOf(context: RequestContext, { shifts }: ScenarioRosterPlan): Promise<ReadonlySet<string>> {
    const ids = [...new Set(shifts.map(({ agentId }) => agentId))];
    return new Set((await this.agents.byIds(context, ids)).keys());
  }

  audit(
    tx: Parameters<RecordsRepository['audit']>[0],
    context: RequestContext,
    of: { readonly scheduleId: string; readonly runId: string; readonly scenarioId: string },
  ): Promise<void> {
    return this.records.audit(tx, context, {
      ...{ action: 'schedule.from-scenario', subjectKind: 'schedules', subjectId: of.scheduleId },
      ...{ before: null, after: { runId: of.runId, scenarioId: of.scenarioId } },
    });
  }
}
