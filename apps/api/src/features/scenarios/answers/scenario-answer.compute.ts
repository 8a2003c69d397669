import {
  createScenarioRun,
  type ScenarioAnswer,
  type ScenarioBase,
  type ScenarioChange,
} from '@yotei/scheduling/scenarios';

export interface ScenarioComputeInput {
  readonly base: ScenarioBase;
  /** One list a scenario. */
  readonly scenarios: readonly (readonly ScenarioChange[])[];
}

/** Runs in a worker thread, so that a year of hours does not hold up others' questions. */
export function compute({ base, scenarios }: ScenarioComputeInput): Promise<ScenarioAnswer[]> {
  const run = createScenarioRun(base);
  return Promise.resolve(scenarios.map((changes) => run.answer(changes)));
}
