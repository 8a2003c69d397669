import { scenarioBaseToFile, type ScenarioChange } from '@yotei/scheduling/scenarios';
import { scenarioBase, scenarioQueue } from '../scenario-base.js';

/** Two days of two small queues from Monday 23 November 2026, one of them a chat; a test computes them often. */
export const BASE = scenarioBase([
  scenarioQueue('voice', { title: 'Japanese voice', size: 6, days: 2 }),
  scenarioQueue('chat', { title: 'Chat', channel: 'CHAT', size: 4, days: 2 }),
]);

export interface InventedScenario {
  readonly id: string;
  readonly name?: string;
  readonly parentId?: string | null;
  readonly changes?: readonly ScenarioChange[];
  readonly version?: number;
  readonly days?: number;
  readonly moved?: readonly unknown[];
}

/** A saved scenario as the api tells it. */
export const inventedScenario = ({ id, ...given }: InventedScenario) => ({
  __typename: 'Scenario',
  id,
  parentId: null,
  name: id,
  fromOn: '2026-11-23',
  days: 7,
  siteId: null,
  changes: [],
  version: 1,
  position: 0,
  moved: [],
  ...given,
});

export const SCENARIOS = [
  inventedScenario({ id: 's1', name: 'Busy Christmas', changes: [{ kind: 'volume', factor: 1.2 }] }),
  inventedScenario({
    id: 's2',
    parentId: 's1',
    name: 'With a chatbot',
    changes: [
      { kind: 'volume', factor: 1.2 },
      { kind: 'deflection', queueIds: ['chat'], deflectedFraction: 0.15 },
    ],
  }),
];

export const baseView = {
  __typename: 'ScenarioBaseView',
  fromOn: '2026-11-23',
  days: 7,
  file: JSON.parse(JSON.stringify(scenarioBaseToFile(BASE))) as unknown,
  inputHash: 'abc',
  gaps: [
    {
      kind: 'no-roster',
      queueId: null,
      fromOn: '2026-11-23',
      untilOn: '2026-11-30',
      text: { en: 'There is no whole roster for these days.', ja: 'この期間全体のシフト表がありません。' },
    },
  ],
};

export const scenarioAnswers = { Scenarios: { scenarios: SCENARIOS }, ScenarioBase: { scenarioBase: baseView } };

/** Nothing is forecast and nobody has asked yet. */
export const noScenarioAnswers = {
  Scenarios: { scenarios: [] },
  ScenarioBase: { scenarioBase: { __typename: 'ScenarioBaseMissing', message: 'forecast these days first', gaps: [] } },
};
