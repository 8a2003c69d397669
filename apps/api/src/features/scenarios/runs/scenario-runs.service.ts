import { Injectable } from '@nestjs/common';
import { weekdayOf } from '@yotei/time';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { JobEntity } from '../../../platform/jobs/job.entity.js';
import { JobQueue } from '../../../platform/jobs/job-queue.js';
import { ScenarioRepository } from '../scenarios.repository.js';
import type { ScenarioRosterJobInput } from './scenario-roster.job.js';
import type { ScenarioSimulationJobInput } from './scenario-simulation.job.js';

export type StartedRun =
  | { readonly kind: 'started'; readonly job: JobEntity }
  | { readonly kind: 'invalid'; readonly path: string; readonly message: string }
  | { readonly kind: 'not-found' };

const MOST_WEEKS = 4;
const MOST_SIMULATED_DAYS = 35;
const MOST_SECONDS = 600;
const MOST_REPLICATIONS = 1000;

/** Asks for what takes longer than a glance: a new roster of a scenario, or a simulation of it. */
@Injectable()
export class ScenarioRunsService {
  constructor(
    private readonly database: TenantDatabase,
    private readonly scenarios: ScenarioRepository,
    private readonly jobs: JobQueue,
  ) {}

  async roster(context: RequestContext, order: ScenarioRosterJobInput): Promise<StartedRun> {
    const { scenarioId, timeLimitSeconds } = order;
    if (!(timeLimitSeconds >= 1 && timeLimitSeconds <= MOST_SECONDS))
      return { kind: 'invalid', path: 'seconds', message: `seconds must lie in 1..${MOST_SECONDS}` };
    return this.start(context, order, ({ fromOn, days }) => {
      const isWeeks = days % 7 === 0 && days <= 7 * MOST_WEEKS && weekdayOf(fromOn) === 1;
      return isWeeks
        ? { kind: 'scenario-roster', input: { scenarioId, timeLimitSeconds } satisfies ScenarioRosterJobInput }
        : { kind: 'invalid', path: 'id', message: `a roster is of 1 to ${MOST_WEEKS} whole weeks from a Monday` };
    });
  }

  async simulation(context: RequestContext, order: ScenarioSimulationJobInput): Promise<StartedRun> {
    const { scenarioId, replications } = order;
    if (!(Number.isInteger(replications) && replications >= 2 && replications <= MOST_REPLICATIONS))
      return { kind: 'invalid', path: 'replications', message: `replications must lie in 2..${MOST_REPLICATIONS}` };
    return this.start(context, order, ({ days }) =>
      days <= MOST_SIMULATED_DAYS
        ? { kind: 'scenario-simulation', input: { scenarioId, replications } satisfies ScenarioSimulationJobInput }
        : { kind: 'invalid', path: 'id', message: `a simulation is of at most ${MOST_SIMULATED_DAYS} days` },
    );
  }

  private async start(
    context: RequestContext,
    { scenarioId }: { readonly scenarioId: string },
    orderOf: (scenario: {
      readonly fromOn: string;
      readonly days: number;
    }) =>
      | { readonly kind: 'scenario-roster'; readonly input: ScenarioRosterJobInput }
      | { readonly kind: 'scenario-simulation'; readonly input: ScenarioSimulationJobInput }
      | Extract<StartedRun, { kind: 'invalid' }>,
  ): Promise<StartedRun> {
    return this.database.withTenant(context, async (): Promise<StartedRun> => {
      const scenario = await this.scenarios.byId(context, scenarioId);
      if (!scenario) return { kind: 'not-found' };
      const order = orderOf(scenario);
      if (order.kind === 'invalid') return order;
      const job = await this.jobs.enqueue(context, order.kind, order.input, { subjectId: scenarioId });
      return { kind: 'started', job };
    });
  }
}
