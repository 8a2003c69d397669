import { Injectable } from '@nestjs/common';
import { applyScenario, type ScenarioBase } from '@yotei/scheduling/scenarios';
import type { RosterProblem } from '@yotei/scheduling/roster';
import { TenantDatabase } from '../../../platform/database/tenant-database.js';
import type { RequestContext } from '../../../platform/context/request-context.js';
import { JobFailure } from '../../../platform/jobs/job-definition.js';
import { PlanningService, ScheduleRepository, ShiftRepository } from '../../rosters/index.js';
import { questionHash } from '../base/base-file.js';
import { ScenarioBaseService } from '../base/scenario-base.service.js';
import { ScenarioRepository, type ScenarioRecord } from '../scenarios.repository.js';

/** A scenario as a job takes it: frozen when the run begins. */
export interface FrozenScenario {
  readonly scenario: ScenarioRecord;
  readonly before: ScenarioBase;
  readonly after: ScenarioBase;
  readonly inputHash: string;
}

/** What runs of a scenario are computed from. Failures have stable codes for the web. */
@Injectable()
export class RunInputs {
  constructor(
    private readonly database: TenantDatabase,
    private readonly scenarios: ScenarioRepository,
    private readonly bases: ScenarioBaseService,
    private readonly schedules: ScheduleRepository,
    private readonly shifts: ShiftRepository,
    private readonly planning: PlanningService,
  ) {}

  async frozen(context: RequestContext, scenarioId: string): Promise<FrozenScenario> {
    const scenario = await this.scenarios.byId(context, scenarioId);
    if (!scenario) throw new JobFailure('scenario.gone');
    const result = await this.bases.build(context, scenario);
    if (result.kind !== 'built') throw new JobFailure('scenario.base-missing');
    const { base } = result.built;
    const applied = applyScenario(base, scenario.changes);
    if (applied.kind === 'faulty') throw new JobFailure('scenario.faulty', { index: applied.faults[0]?.index ?? 0 });
    return { scenario, before: base, after: applied.base, inputHash: questionHash(base, scenario.changes) };
  }

  /** The weeks of a scenario as the engine plans them, with the locked shifts of the roster there is. */
  async problem(context: RequestContext, { fromOn, days }: ScenarioRecord, zone: string): Promise<RosterProblem> {
    return this.database.withTenant(context, async () => {
      const weeks = days / 7;
      const there = await this.schedules.holding(context, fromOn);
      const isSame = there?.weekStartOn === fromOn && there.weeks === weeks;
      const locked = isSame ? (await this.shifts.ofSchedule(context, there.id)).filter((shift) => shift.locked) : [];
      return (await this.planning.planningWithMemory(context, { zone, weekStartOn: fromOn, weeks }, locked)).problem;
    });
  }
}
