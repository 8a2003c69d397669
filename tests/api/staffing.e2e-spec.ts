import { addDays, startOfLocalDay } from '@yotei/time';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let queueId: string;

const COMPUTE = `mutation ($fromOn: LocalDate!, $days: Int!) { computeRequirement(fromOn: $fromOn, days: $days) {
  __typename ... on RequirementComputed { requirement { requirement { id version forecastId } queues { queue { id } startAt stepMinutes contacts requiredAgents agentsToRoster shrinkageFraction loadErlangs rateCv chanceToMeet notes stale
    days { fromOn agentHoursToRoster chanceToMeet } week { agentHoursToRoster chanceToMeet } plan { modelId loadMethod staffedFor { kind } } } } }
  ... on ForecastMissing { queueIds } ... on InvalidInput { path } } }`;
const EXPLAIN = `query ($queueId: ID!, $startAt: DateTime!) { explainRequirement(queueId: $queueId, startAt: $startAt) {
  startAt endAt requiredAgents agentsToRoster inputHash codeVersion source sentence { en ja } steps { id values }
  formulas { id symbols numbers { en ja } } curve { agents serviceLevelFraction chanceFraction met answerIndex } models { modelId requiredAgents note } } }`;
const SAVE = `mutation ($input: StaffingSettingsInput!) { saveStaffingSettings(input: $input) {
  __typename ... on StaffingSettingsSaved { queue { version staffing { modelId loadMethod shrinkage { id fraction } } } }
  ... on InvalidStaffingSettings { path text { en ja } } ... on StaffingSettingsChanged { queue { version } } } }`;
const PLAN = {
  modelId: 'erlang-a',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
  patienceSeconds: 150,
  loadMethod: 'modified-offered-load',
  staffedFor: { kind: 'point' },
  shrinkage: [{ id: 'sickness', fraction: 0.06, planned: false }],
};

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
        readonly shrinkageFraction: (number | null)[];
        readonly rateCv: (number | null)[];
        readonly chanceToMeet: (number | null)[];
        readonly notes: string[];
        readonly stale: string[];
        readonly days: readonly { fromOn: string; agentHoursToRoster: number; chanceToMeet: number | null }[];
        readonly week: { agentHoursToRoster: number; chanceToMeet: number | null } | null;
        readonly plan: { modelId: string; loadMethod: string };
      }[];
    };
  };
}

const compute = async (variables: Record<string, unknown> = {}) =>
  (await api.data<Computed>(COMPUTE, { fromOn: centre.weekOn, days: 7, ...variables }, centre.planner))
    .computeRequirement;
const queueVersion = async (): Promise<number> => {
  const { viewer } = await api.data<{ viewer: { organisation: { queues: { id: string; version: number }[] } } }>(
    '{ viewer { organisation { queues { id version } } } }',
    {},
    centre.planner,
  );
  return viewer.organisation.queues.find(({ id }) => id === queueId)!.version;
};
const save = async (plan: Record<string, unknown>, rest: Record<string, unknown> = {}) =>
  (
    await api.data<{ saveStaffingSettings: Record<string, unknown> }>(
      SAVE,
      { input: { queueId, version: await queueVersion(), plan: { ...PLAN, ...plan }, ...rest } },
      centre.planner,
    )
  ).saveStaffingSettings;
const voiceOf = (answer: Computed['computeRequirement']) =>
  answer.requirement!.queues.find(({ queue }) => queue.id === queueId)!;

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
    const voice = voiceOf(answer);
    expect([voice.notes[0], voice.requiredAgents[0], voice.agentsToRoster[0]]).toEqual(['closed', null, null]); // midnight
    const noon = 12 * 4;
    expect(voice.requiredAgents[noon]).toBeGreaterThan(0);
    // Sickness 4 % and outages 1.5 % all day, lateness 3 % from 8 to 10.
    expect(voice.shrinkageFraction[noon]).toBeCloseTo(1 - 0.96 * 0.985, 9);
    expect(voice.shrinkageFraction[9 * 4]).toBeCloseTo(1 - 0.96 * 0.97 * 0.985, 9);
    expect(voice.agentsToRoster[noon]).toBe(Math.ceil(voice.requiredAgents[noon]! / (0.96 * 0.985)));
    expect(voice.plan).toMatchObject({ modelId: 'erlang-a', loadMethod: 'modified-offered-load' });
    expect(voice.stale).toEqual([]);
    const dublin = answer.requirement!.queues.find(({ queue }) => queue.id === centre.ids.of('queue', 'voice-en'))!;
    expect(Date.parse(dublin.startAt)).toBe(startOfLocalDay(centre.weekOn, 'Europe/Dublin'));
  }, 60_000);

  it('says how sure it is, by interval, day and week', async () => {
    const voice = voiceOf(await compute());
    const noon = 12 * 4;
    expect(voice.rateCv[noon]).toBeGreaterThanOrEqual(0); // 0: the band of so few contacts is all counting noise
    for (const chance of [voice.chanceToMeet[noon], voice.days[0]!.chanceToMeet, voice.week!.chanceToMeet]) {
      expect(chance).toBeGreaterThan(0);
      expect(chance).toBeLessThanOrEqual(1);
    }
    expect(voice.days).toHaveLength(7);
    const hours = voice.days.reduce((sum, day) => sum + day.agentHoursToRoster, 0);
    expect(voice.week!.agentHoursToRoster).toBeCloseTo(hours, 1);
  });

  it('opens each number to its calculation, with the other models beside it', async () => {
    const startAt = new Date(startOfLocalDay(centre.weekOn, 'Asia/Tokyo') + 12 * 3_600_000).toISOString();
    const { explainRequirement: found } = await api.data<{
      explainRequirement: {
        requiredAgents: number;
        agentsToRoster: number;
        inputHash: string;
        sentence: { en: string; ja: string };
        formulas: { id: string; symbols: string }[];
        curve: { agents: number[]; met: boolean[]; chanceFraction: (number | null)[]; answerIndex: number };
        steps: { id: string; values: Record<string, unknown> }[];
        models: { modelId: string; requiredAgents: number | null }[];
      };
    }>(EXPLAIN, { queueId, startAt }, centre.planner);
    expect(found.inputHash).toMatch(/^[0-9a-f]{64}$/);
    const step = (id: string) => found.steps.find((candidate) => candidate.id === id)!.values;
    expect(step('enough')['agents']).toBe(found.requiredAgents);
    expect(step('one-fewer')['agents']).toBe(found.requiredAgents - 1);
    const { agents, met, answerIndex, chanceFraction } = found.curve;
    expect(agents[answerIndex]).toBe(found.requiredAgents);
    expect([met[answerIndex - 1], met[answerIndex]]).toEqual([false, true]);
    expect(chanceFraction[answerIndex]).toBeGreaterThan(chanceFraction[answerIndex - 1]!);
    expect(found.formulas.map(({ id }) => id)).toContain('load');
    expect(found.sentence.en).toContain(`${found.requiredAgents} agents`);
    expect(found.sentence.ja).toContain(`${found.requiredAgents}人`);
    expect(step('to-roster')['agentsToRoster']).toBe(found.agentsToRoster);
    expect(found.models.find(({ modelId }) => modelId === 'erlang-a')!.requiredAgents).toBe(found.requiredAgents);
    const stranger = await api.person(['planner']);
    expect(await api.data(EXPLAIN, { queueId, startAt }, stranger)).toEqual({ explainRequirement: null });
  });

  it('opens work that can wait and goals out of reach too', async () => {
    const startAt = new Date(startOfLocalDay(centre.weekOn, 'Asia/Tokyo') + 12 * 3_600_000).toISOString();
    const open = async (queue: string) =>
      (
        await api.data<{
          explainRequirement: {
            requiredAgents: number | null;
            sentence: { en: string; ja: string };
            curve: {
              agents: number[];
              serviceLevelFraction: number[];
              chanceFraction: (number | null)[];
              answerIndex: number;
            } | null;
            steps: { id: string; values: Record<string, unknown> }[];
            models: unknown[];
          };
        }>(EXPLAIN, { queueId: queue, startAt }, centre.planner)
      ).explainRequirement;
    const email = await open(centre.ids.of('queue', 'email'));
    expect(email.steps.map(({ id }) => id)).toContain('deferred');
    expect(email.sentence.en).toContain('95% done within 9 h');
    expect(email.models).toEqual([]);
    const { agents, serviceLevelFraction, chanceFraction, answerIndex } = email.curve!;
    expect(agents[answerIndex]).toBe(email.requiredAgents);
    expect(serviceLevelFraction[answerIndex]).toBeGreaterThanOrEqual(0.95);
    expect(serviceLevelFraction[answerIndex - 1]).toBeLessThan(serviceLevelFraction[answerIndex]!);
    const sure = email.steps.find(({ id }) => id === 'deferred-chance')!.values;
    expect(chanceFraction[answerIndex]).toBeCloseTo(sure['weekChanceFraction'] as number, 2);
    expect(email.sentence.en).toMatch(/the week reaches the goal with a chance of/);

    await save({ modelId: 'erlang-x', lines: 1, goal: { maxBlockingFraction: 0.0001 } });
    const unreached = voiceOf(await compute());
    expect([unreached.notes[48], unreached.requiredAgents[48]]).toEqual(['goal-unreachable', null]);
    const none = await open(queueId);
    expect(none.requiredAgents).toBeNull();
    expect(none.steps.at(-1)).toMatchObject({ id: 'unreachable', values: { reason: 'too-few-lines' } });
    expect(none.sentence.en).toContain('with so few lines');
    await save({ shrinkage: [{ id: 'sickness', fraction: 0.04, planned: false }] });
    await compute();
  });

  it('staffs a queue in its worked hours only, and names hours that cannot be', async () => {
    const workedHours = [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 600, untilMinute: 660 }];
    expect(await save({ workedHours })).toMatchObject({ __typename: 'StaffingSettingsSaved' });
    const voice = voiceOf(await compute());
    // Quarter-hours 40 to 43 of the day are 10:00 to 11:00.
    expect(voice.notes.slice(38, 46).map((note) => note === 'closed')).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
      true,
      true,
    ]);
    expect(voice.requiredAgents[41]).toBeGreaterThan(0);
    expect(await save({ workedHours: [{ fromMinute: 600, untilMinute: 600 }] })).toMatchObject({
      __typename: 'InvalidStaffingSettings',
      path: 'plan.workedHours.0.untilMinute',
    });
    await save({ shrinkage: [{ id: 'sickness', fraction: 0.04, planned: false }] });
    await compute();
  });

  it('follows the settings of the queue in its next version and keeps the earlier one as it was', async () => {
    const before = voiceOf(await compute());
    expect(await save({ shrinkage: [{ id: 'sickness', fraction: 0.5, planned: false }] })).toMatchObject({
      __typename: 'StaffingSettingsSaved',
      queue: { staffing: { modelId: 'erlang-a', shrinkage: [{ id: 'sickness', fraction: 0.5 }] } },
    });
    const { requirement } = await api.data<{ requirement: NonNullable<Computed['computeRequirement']['requirement']> }>(
      `query ($fromOn: LocalDate!) { requirement(fromOn: $fromOn, days: 7) { requirement { version } queues { queue { id } stale } } }`,
      { fromOn: centre.weekOn },
      centre.planner,
    );
    expect(requirement.queues.map(({ stale }) => stale)).toEqual([['settings'], [], [], [], []]);
    const after = await compute();
    expect(after.requirement!.requirement.version).toBe(requirement.requirement.version + 1);
    expect(voiceOf(after).stale).toEqual([]);
    expect(voiceOf(after).agentsToRoster[48]).toBe(voiceOf(after).requiredAgents[48]! * 2); // 1 - 0.5
    expect(voiceOf(after).requiredAgents[48]).toBe(before.requiredAgents[48]);
    const rows = await api.db.peek<{ shrinkage: number }>(
      `select (inputs -> $1 -> 'plan' -> 'shrinkage' -> 0 ->> 'fraction')::float as shrinkage from requirements order by version`,
      [queueId],
    );
    expect(rows.at(0)).toEqual({ shrinkage: 0.04 }); // sickness of the demo centre
    expect(rows.at(-1)).toEqual({ shrinkage: 0.5 });
  });

  it('asks to be computed anew when a planner edits the forecast', async () => {
    const at = startOfLocalDay(centre.weekOn, 'Asia/Tokyo') + 12 * 3_600_000;
    const edit = { queueId, measure: 'CONTACTS', operation: 'PERCENT', value: 10, reason: 'newsletter' };
    const range = { fromAt: new Date(at).toISOString(), untilAt: new Date(at + 3_600_000).toISOString() };
    await api.data(
      `mutation ($input: ForecastEditInput!) { editForecast(input: $input) { __typename } }`,
      { input: { ...edit, ...range } },
      centre.planner,
    );
    const { requirement } = await api.data<{ requirement: { queues: { queue: { id: string }; stale: string[] }[] } }>(
      `query ($fromOn: LocalDate!) { requirement(fromOn: $fromOn, days: 7) { queues { queue { id } stale } } }`,
      { fromOn: centre.weekOn },
      centre.planner,
    );
    expect(requirement.queues.find(({ queue }) => queue.id === queueId)!.stale).toEqual(['forecast']);
    expect(requirement.queues.filter(({ stale }) => stale.length > 0)).toHaveLength(1);
    expect(voiceOf(await compute()).stale).toEqual([]);
  });
});

describe('staffing settings', () => {
  it.each([
    ['plan.modelId', { modelId: 'crystal-ball' }],
    ['plan.patienceSeconds', { patienceSeconds: null }], // Erlang A needs it
    ['plan.goal.serviceLevelFraction', { goal: { serviceLevelFraction: 80, answerWithinSeconds: 20 } }],
    ['plan.goal.answerWithinSeconds', { goal: { serviceLevelFraction: 0.8 } }],
    ['plan.goal', { goal: { serviceLevelFraction: 1, answerWithinSeconds: 20 } }],
    ['plan.goal', { goal: {} }],
    ['plan.loadMethod', { loadMethod: 'guess' }],
    ['plan.staffedFor.chanceFraction', { staffedFor: { kind: 'chance', chanceFraction: 1 } }],
    ['plan.shrinkage.0.fraction', { shrinkage: [{ id: 'sickness', fraction: 1, planned: false }] }],
    ['plan.shrinkage.0.untilMinute', { shrinkage: [{ id: 'late', fraction: 0.1, planned: false, fromMinute: 1440 }] }],
  ])('are refused at %s, in both languages', async (path, plan) => {
    const refused = await save(plan);
    expect(refused).toMatchObject({ __typename: 'InvalidStaffingSettings', path });
    const { en, ja } = refused['text'] as { en: string; ja: string };
    expect(en.length).toBeGreaterThan(10);
    expect(ja).toMatch(/[\u3040-\u30ff\u4e00-\u9fff]/);
  });

  it("are refused when the assumed handle time is none, when the queue is another organisation's, and when somebody was faster", async () => {
    expect(await save({}, { defaultHandleSeconds: 0 })).toMatchObject({ path: 'defaultHandleSeconds' });
    expect(await save({}, { queueId: centre.agentId })).toMatchObject({ __typename: 'NotFound' });
    const stranger = await api.person(['planner']);
    expect(await api.data(SAVE, { input: { queueId, version: 1, plan: PLAN } }, stranger)).toMatchObject({
      saveStaffingSettings: { __typename: 'NotFound' },
    });
    const version = await queueVersion();
    expect(await save({}, { version: version - 1 })).toEqual({
      __typename: 'StaffingSettingsChanged',
      queue: { version },
    });
  });

  it('keep what a plan may hold: chat, load method, chance, shrinkage by day and hour', async () => {
    const plan = {
      modelId: 'chat',
      goal: {
        serviceLevelFraction: 0.8,
        answerWithinSeconds: 60,
        serviceLevelVariant: 'answered-of-answered',
        maxAbandonmentFraction: 0.1,
      },
      patienceSeconds: 240,
      concurrency: 3,
      slowdownFraction: 0.2,
      loadMethod: 'lagged',
      staffedFor: { kind: 'chance', chanceFraction: 0.9 },
      shrinkage: [{ id: 'meeting', fraction: 0.5, planned: true, weekdays: [1, 3], fromMinute: 540, untilMinute: 600 }],
    };
    expect(await save(plan, { defaultHandleSeconds: 240 })).toMatchObject({ __typename: 'StaffingSettingsSaved' });
    const [row] = await api.db.peek<{ staffing_plan: unknown; default_handle_seconds: number }>(
      'select staffing_plan, default_handle_seconds from queues where id = $1',
      [queueId],
    );
    expect(row).toEqual({ staffing_plan: plan, default_handle_seconds: 240 });
    expect(voiceOf(await compute()).plan).toMatchObject({ modelId: 'chat', loadMethod: 'lagged' });
    // Left out: the assumed handle time stays as it was.
    await save({});
    expect(await api.db.peek('select default_handle_seconds from queues where id = $1', [queueId])).toEqual([
      { default_handle_seconds: 240 },
    ]);
  });

  it('are not for supervisors to change', async () => {
    const supervisor = await api.person(['supervisor'], centre.context);
    const { errors } = await api.gql(SAVE, { input: { queueId, version: 1, plan: PLAN } }, supervisor);
    expect(errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('a stored requirement', () => {
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

  it('leaves a queue out from the day it is put away, and keeps it in weeks that were over by then', async () => {
    const shown = async () =>
      (
        await api.data<{ requirement: { queues: unknown[] } }>(
          `query ($fromOn: LocalDate!) { requirement(fromOn: $fromOn, days: 7) { queues { queue { id } } } }`,
          { fromOn: centre.weekOn },
          centre.planner,
        )
      ).requirement.queues.length;
    const putAwayOn = (on: string | null) =>
      api.db.peek('update queues set archived_at = $2::timestamptz where id = $1', [
        centre.ids.of('queue', 'social'),
        on && `${on}T12:00:00Z`,
      ]);
    await putAwayOn(addDays(centre.weekOn, 2));
    expect(await shown()).toBe(4);
    await putAwayOn(addDays(centre.weekOn, 7));
    expect(await shown()).toBe(5);
    await putAwayOn(null);
    expect(await shown()).toBe(5);
  });
});
