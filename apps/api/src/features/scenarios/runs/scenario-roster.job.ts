import { Injectable } from '@nestjs/common';
import {
  JobDefinition,
  JobFailure,
  type JobOutcome,
  type JobRun,
  type JsonValue,
} from '../../../platform/jobs/job-definition.js';
import { answerFile } from '../answers/answer-file.js';
import type { ScenarioRosterInput, ScenarioRosterResult } from './scenario-roster.compute.js';
import { RunInputs } from './run-inputs.service.js';
import { RunResults } from './run-results.service.js';

export type ScenarioRosterJobInput = { readonly scenarioId: string; readonly timeLimitSeconds: number };

/** Plans the weeks of a scenario anew, as it has them. Changes no roster. */
@Injectable()
export class ScenarioRosterJob extends JobDefinition<ScenarioRosterJobInput> {
  readonly kind = 'scenario-roster';

  constructor(
    private readonly inputs: RunInputs,
    private readonly results: RunResults,
  ) {
    super();
  }

  async run({ scenarioId, timeLimitSeconds }: ScenarioRosterJobInput, run: JobRun): Promise<JobOutcome> {
    const frozen = await this.inputs.frozen(run.context, scenarioId);
    const { scenario, before, after } = frozen;
    const problem = await this.inputs.problem(run.context, scenario, before.zone);
    const input: ScenarioRosterInput = {
      ...{ problem, before, after, changes: scenario.changes },
      ...{ seed: run.seed, timeLimitSeconds },
    };
    const found = await run.compute<ScenarioRosterResult>(
      new URL('./scenario-roster.compute.js', import.meta.url),
      input,
    );
    if (found.kind === 'no-roster') throw new JobFailure('scenario.no-roster', { because: found.because });
    const { roster, answer, plan } = found;
    return {
      result: { scenarioId, roster } as unknown as JsonValue,
      apply: (tx) =>
        this.results.keep(tx, run, {
          ...{ frozen, kind: 'roster' },
          figures: { roster, plan, answer: answerFile(answer, { withSeries: false }) },
        }),
    };
  }
}
