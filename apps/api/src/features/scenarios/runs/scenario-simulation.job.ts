import { Injectable } from '@nestjs/common';
import { JobDefinition, type JobOutcome, type JobRun, type JsonValue } from '../../../platform/jobs/job-definition.js';
import { RunInputs } from './run-inputs.service.js';
import { RunResults } from './run-results.service.js';
import type { ScenarioSimulationInput, ScenarioSimulationResult } from './scenario-simulation.compute.js';

export type ScenarioSimulationJobInput = { readonly scenarioId: string; readonly replications: number };

/** Plays a scenario through contact by contact. */
@Injectable()
export class ScenarioSimulationJob extends JobDefinition<ScenarioSimulationJobInput> {
  readonly kind = 'scenario-simulation';

  constructor(
    private readonly inputs: RunInputs,
    private readonly results: RunResults,
  ) {
    super();
  }

  async run({ scenarioId, replications }: ScenarioSimulationJobInput, run: JobRun): Promise<JobOutcome> {
    const frozen = await this.inputs.frozen(run.context, scenarioId);
    const input: ScenarioSimulationInput = { after: frozen.after, seed: run.seed, replications };
    const found = await run.compute<ScenarioSimulationResult>(
      new URL('./scenario-simulation.compute.js', import.meta.url),
      input,
    );
    return {
      result: { scenarioId, replications: found.replications } as JsonValue,
      apply: (tx) => this.results.keep(tx, run, { frozen, kind: 'simulation', figures: found }),
    };
  }
}
