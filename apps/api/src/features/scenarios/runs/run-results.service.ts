import { Inject, Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { SETTINGS, type Settings } from '../../../config/settings.js';
import type { JobRun } from '../../../platform/jobs/job-definition.js';
import { ScenarioResultsRepository } from '../answers/scenario-results.repository.js';
import type { FrozenScenario } from './run-inputs.service.js';

/** Keeps what a run found, in the transaction that marks its job done. */
@Injectable()
export class RunResults {
  constructor(
    private readonly results: ScenarioResultsRepository,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  keep(
    tx: EntityManager,
    run: JobRun,
    found: { readonly frozen: FrozenScenario; readonly kind: 'roster' | 'simulation'; readonly figures: unknown },
  ): Promise<void> {
    const { scenario, inputHash } = found.frozen;
    return this.results.insert(tx, {
      ...{ scenarioId: scenario.id, version: scenario.version, kind: found.kind, inputHash },
      codeVersion: this.settings.codeVersion,
      answer: found.figures,
      jobId: run.jobId,
      createdBy: run.context.userId,
    });
  }
}
