import { addDays, startOfLocalDay } from '@yotei/time';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let queueId: string;

const COMPUTE = `mutation ($fromOn: LocalDate!, $days: Int!) { computeRequirement(fromOn: $fromOn, days: $days) {
  __typename ... on RequirementComputed { requirement { requirement { id version forecastId } queues { queue { id } startAt stepMinutes contacts requiredAgents agentsToRoster notes } } }
  ... on ForecastMissing { queueIds } ... on InvalidInput { path } } }`;
const EXPLAIN = `query ($queueId: ID!, $startAt: DateTime!) { explainRequirement(queueId: $queueId, startAt: $startAt) {
  startAt endAt requiredAgents agentsToRoster inputHash codeVersion steps { id values formula source } models { modelId requiredAgents note } } }`;
const SAVE = `mutation ($input: StaffingSettingsInput!) { saveStaffingSettings(input: $input) {
  __typename ... on StaffingSettingsSaved { queue { modelId shrinkageFraction goal { serviceLevelFraction } } } ... on InvalidInput { path } } }`;

interface Computed {
  readonly computeRequirement: {
    readonly __typename: string;
    readonly queueIds?: string[];
    readonly path?: string;
    readonly requirement?: {
      readonly requirement: { readonly version: number };
      readonly queues: readonly {
        readonly queue: { readonly id: string };
        readonly startAt: string;
        readonly contacts: (number | null)[];
        readonly requiredAgents: (number | null)[];
        readonly agentsToRoster: (number | null)[];
        readonly notes: string[];
      }[];
    };
  };
}

const compute = async (variables: Record<string, unknown> = {}) =>
  (await api.data<Computed>(COMPUTE, { fromOn: centre.weekOn, days: 7, ...variables }, centre.planner))
    .computeRequirement;
const save = async (input: Record<string, unknown>) =>
  (
    await api.data<{ saveStaffingSettings: Record<string, unknown> }>(
      SAVE,
      { input: { queueId, ...input } },
      centre.planner,
    )
  ).saveStaffingSettings;

beforeAll(async () => {
  centre = await newTestCentre(api);
  queueId = centre.ids.of('queue', 'voice-ja');
}, 60_000);

describe('a requirement', () => {
  it('asks for a forecast first, naming the queues', async () => {
    const answer = await compute();
    expect(answer.__typename).toBe('ForecastMissing');
    expect(answer.queueIds).toHaveLength(5); // every queue of the centre has a history
    expect(await compute({ days: 0 })).toMatchObject({ __typename: 'InvalidInput', path: 'days' });
  });

  it('gives agents by interval for every queue, closed hours marked, agents to roster above agents required', async () => {
    const { startForecast } = await api.data<{ startForecast: { job: { id: string } } }>(
      `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { fromOn: TEST_TODAY },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    const answer = await compute();
    expect(answer).toMatchObject({ __typename: 'RequirementComputed', requirement: { requirement: { version: 1 } } });
    const voice = answer.requirement!.queues.find(({ queue }) => queue.id === queueId)!;
    expect([voice.notes[0], voice.requiredAgents[0], voice.agentsToRoster[0]]).toEqual(['closed', null, null]); // midnight
    const noon = 12 * 4;
    expect(voice.requiredAgents[noon]).toBeGreaterThan(0);
    expect(voice.agentsToRoster[noon]).toBe(Math.ceil(voice.requiredAgents[noon]! / (1 - 0.06))); // shrinkage of the demo queues
    const dublin = answer.requirement!.queues.find(({ queue }) => queue.id === centre.ids.of('queue', 'voice-en'))!;
    expect(Date.parse(dublin.startAt)).toBe(startOfLocalDay(centre.weekOn, 'Europe/Dublin'));
  }, 60_000);

  it('opens each number to its calculation, with the other models beside it', async () => {
    const startAt = new Date(startOfLocalDay(centre.weekOn, 'Asia/Tokyo') + 12 * 3_600_000).toISOString();
    const { explainRequirement: found } = await api.data<{
      explainRequirement: {
        requiredAgents: number;
        agentsToRoster: number;
        inputHash: string;
        steps: { id: string; values: Record<string, unknown> }[];
        models: { modelId: string; requiredAgents: number | null }[];
      };
    }>(EXPLAIN, { queueId, startAt }, centre.planner);
    expect(found.inputHash).toMatch(/^[0-9a-f]{64}$/);
    const step = (id: string) => found.steps.find((candidate) => candidate.id === id)!.values;
    expect(step('enough')['agents']).toBe(found.requiredAgents);
    expect(step('one-fewer')['agents']).toBe(found.requiredAgents - 1);
    expect(step('to-roster')['agentsToRoster']).toBe(found.agentsToRoster);
    expect(found.models.find(({ modelId }) => modelId === 'erlang-a')!.requiredAgents).toBe(found.requiredAgents);
    const stranger = await api.person(['planner']);
    expect(await api.data(EXPLAIN, { queueId, startAt }, stranger)).toEqual({ explainRequirement: null });
  });

  it('follows the settings of the queue in its next version and keeps the earlier one as it was', async () => {
    expect(await save({ shrinkageFraction: 0.5 })).toMatchObject({
      __typename: 'StaffingSettingsSaved',
      queue: { shrinkageFraction: 0.5, modelId: 'erlang-a' },
    });
    const answer = await compute();
    expect(answer.requirement!.requirement.version).toBe(2);
    const voice = answer.requirement!.queues.find(({ queue }) => queue.id === queueId)!;
    expect(voice.agentsToRoster[48]).toBe(voice.requiredAgents[48]! * 2); // 1 - 0.5
    const rows = await api.db.peek<{ version: number; shrinkage: number }>(
      `select version, (inputs -> $1 ->> 'shrinkageFraction')::float as shrinkage from requirements order by version`,
      [queueId],
    );
    expect(rows).toEqual([
      { version: 1, shrinkage: 0.06 },
      { version: 2, shrinkage: 0.5 },
    ]);
  });

  it('refuses settings that make no sense, by field', async () => {
    expect(await save({ modelId: 'crystal-ball' })).toMatchObject({ __typename: 'InvalidInput', path: 'modelId' });
    expect(await save({ shrinkageFraction: 1 })).toMatchObject({ path: 'shrinkageFraction' });
    expect(await save({ patienceSeconds: null })).toMatchObject({ path: 'patienceSeconds' }); // Erlang A needs it
    expect(await save({ goal: { serviceLevelFraction: 1, answerWithinSeconds: 20 } })).toMatchObject({ path: 'goal' });
    expect(await save({ queueId: centre.agentId })).toMatchObject({ __typename: 'NotFound' });
  });

  it('is shown to supervisors, who may not compute it', async () => {
    const supervisor = await api.person(['supervisor'], centre.context);
    const { requirement } = await api.data<{ requirement: { queues: unknown[] } }>(
      `query ($fromOn: LocalDate!) { requirement(fromOn: $fromOn, days: 7) { queues { queue { id } } } }`,
      { fromOn: centre.weekOn },
      supervisor,
    );
    expect(requirement.queues).toHaveLength(5);
    expect((await api.gql(COMPUTE, { fromOn: centre.weekOn, days: 7 }, supervisor)).errors?.[0]?.extensions.code).toBe(
      'FORBIDDEN',
    );
    expect(
      await api.data(
        `query ($fromOn: LocalDate!) { requirement(fromOn: $fromOn, days: 7) { queues { queue { id } } } }`,
        { fromOn: addDays(centre.weekOn, 70) },
        supervisor,
      ),
    ).toEqual({ requirement: null });
  });
});
