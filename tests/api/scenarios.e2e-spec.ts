import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { answerScenario, applyScenario, scenarioBaseFromFile, type ScenarioChange } from '@yotei/scheduling/scenarios';
import { runCommandLine } from '../../apps/cli/src/frame/run-for-test.js';
import { answerFile } from '../../apps/api/src/features/scenarios/answers/answer-file.js';
import { finishedJob, newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;

const BASE = `query ($range: ScenarioRangeInput!) { scenarioBase(range: $range) { __typename ... on ScenarioBaseView { fromOn days file inputHash
  basis { kind id version } gaps { kind queueId fromOn untilOn text { en ja } } } ... on ScenarioBaseMissing { gaps { kind } } ... on InvalidInput { path } } }`;
const baseOf = async (range: Loose, person = centre.planner): Promise<Loose> =>
  (await api.data<Loose>(BASE, { range }, person)).scenarioBase;

beforeAll(async () => {
  centre = await newTestCentre(api);
}, 60_000);

describe('the base of a scenario', () => {
  it('asks for a forecast first, and for a range that makes sense', async () => {
    const missing = await baseOf({ fromOn: centre.weekOn, days: 7 });
    expect(missing).toMatchObject({ __typename: 'ScenarioBaseMissing' });
    expect(new Set(missing.gaps.map(({ kind }: Loose) => kind))).toEqual(new Set(['no-forecast']));
    expect(await baseOf({ fromOn: centre.weekOn, days: 0 })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'days',
    });
    expect(await baseOf({ fromOn: centre.weekOn, days: 7, siteId: centre.agentId })).toEqual({
      __typename: 'NotFound',
    });
  }, 60_000);

  it('holds every queue with its forecast and plan on one grid, the people, and what is missing in words', async () => {
    const { startForecast } = await api.data<Loose>(
      `mutation ($fromOn: LocalDate!) { startForecast(fromOn: $fromOn, days: 14, methodId: "planner-mean") { ... on JobStarted { job { id } } } }`,
      { fromOn: TEST_TODAY },
      centre.planner,
    );
    await finishedJob(api, centre.planner, startForecast.job.id);
    const view = await baseOf({ fromOn: centre.weekOn, days: 7 });
    expect(view).toMatchObject({ __typename: 'ScenarioBaseView', fromOn: centre.weekOn, days: 7 });
    const { queues, people, grid } = view.file;
    expect(queues).toHaveLength(5);
    for (const { forecast, plan } of queues) {
      expect(forecast.contacts).toHaveLength(grid.count);
      expect(plan.goal).toBeDefined();
    }
    // Everybody counts once, however many skills they have.
    const heads = people.headcountBySkill.reduce((sum: number, { agents }: Loose) => sum + agents, 0);
    expect(heads).toBeCloseTo(10, 9);
    expect(people.fullTimeHoursPerWeek).toBe(40);
    expect(view.basis.filter(({ kind }: Loose) => kind === 'forecast')).toHaveLength(5);
    expect(view.gaps.map(({ kind }: Loose) => kind)).toEqual(expect.arrayContaining(['no-roster', 'no-costs']));
  }, 60_000);
});

const FIELDS =
  'id parentId name note version position isArchived changes moved { kind text { en ja } } versions { version name }';
const SAVED = `__typename ... on ScenarioSaved { scenario { ${FIELDS} } } ... on ScenarioChangedMeanwhile { scenario { version name } }
  ... on ScenarioFaulty { faults { index path text { en ja } } } ... on InvalidInput { path }`;
const CREATE = `mutation ($input: NewScenarioInput!) { result: createScenario(input: $input) { ${SAVED} } }`;
const SAVE = `mutation ($input: SaveScenarioInput!) { result: saveScenario(input: $input) { ${SAVED} } }`;
const BRANCH = `mutation ($id: ID!, $name: String!) { result: branchScenario(id: $id, name: $name) { ${SAVED} } }`;
const RESTORE = `mutation ($id: ID!, $version: Int!, $toVersion: Int!) { result: restoreScenarioVersion(id: $id, version: $version, toVersion: $toVersion) { ${SAVED} } }`;
const MOVE = `mutation ($id: ID!, $parentId: ID, $position: Int!) { result: moveScenario(id: $id, parentId: $parentId, position: $position) { ${SAVED} } }`;
const ARCHIVE = `mutation ($id: ID!, $archived: Boolean!) { result: archiveScenario(id: $id, archived: $archived) { ${SAVED} } }`;
const COMPARE = `query ($ids: [ID!]!, $withSeries: Boolean!) { result: compareScenarios(ids: $ids, withSeries: $withSeries) { __typename
  ... on ScenarioComparison { fromOn days base gaps { kind } columns { scenario { id } answer words { en ja } sentences { en ja } inputHash faults { index } } } ... on InvalidInput { path } } }`;
const LIST = 'query ($archived: Boolean!) { scenarios(archived: $archived) { id parentId name } }';

const ask = async (document: string, variables: Loose, person = centre.planner): Promise<Loose> =>
  (await api.data<Loose>(document, variables, person)).result;
const newScenario = async (name: string, changes: Loose[], rest: Loose = {}): Promise<Loose> =>
  ask(CREATE, { input: { name, fromOn: centre.weekOn, days: 7, changes, ...rest } });
const MORE = { kind: 'volume', factor: 1.2 };

describe('a tree of scenarios', () => {
  it('is written, branched as a copy, saved by one at a time, and every version can be gone back to', async () => {
    const { scenario } = await newScenario('Volume +20 %', [MORE]);
    expect(scenario).toMatchObject({ version: 1, parentId: null, moved: [], changes: [MORE] });
    const branch = (await ask(BRANCH, { id: scenario.id, name: 'and longer calls' })).scenario;
    expect(branch).toMatchObject({ parentId: scenario.id, changes: [MORE], version: 1 });
    const longer = [MORE, { kind: 'handle-time', addSeconds: 30 }];
    const saved = await ask(SAVE, { input: { id: branch.id, version: 1, changes: longer } });
    expect(saved.scenario).toMatchObject({ version: 2, changes: longer, name: 'and longer calls' });
    const late = await ask(SAVE, { input: { id: branch.id, version: 1, name: 'mine' } });
    expect(late).toEqual({
      __typename: 'ScenarioChangedMeanwhile',
      scenario: { version: 2, name: 'and longer calls' },
    });
    const back = await ask(RESTORE, { id: branch.id, version: 2, toVersion: 1 });
    expect(back.scenario).toMatchObject({ version: 3, changes: [MORE] });
    expect(back.scenario.versions.map(({ version }: Loose) => version)).toEqual([3, 2, 1]);
  }, 60_000);

  it('refuses what makes no sense, in words', async () => {
    const faulty = await newScenario('odd', [MORE, { kind: 'volume', factor: -1 }]);
    expect(faulty).toMatchObject({ __typename: 'ScenarioFaulty', faults: [{ index: 1, path: 'factor' }] });
    expect(faulty.faults[0].text.ja).not.toBe('');
    expect(await newScenario('odd', [{ kind: 'magic' }])).toMatchObject({ __typename: 'ScenarioFaulty' });
    expect(await newScenario('odd', ['volume' as Loose])).toMatchObject({ __typename: 'ScenarioFaulty' });
    expect(await newScenario(' ', [])).toMatchObject({ __typename: 'InvalidInput', path: 'name' });
  }, 60_000);

  it('is put away with all below it and brought back, and never lies below itself', async () => {
    const { scenario: top } = await newScenario('top', []);
    const { scenario: below } = await newScenario('below', [], { parentId: top.id });
    expect(await ask(MOVE, { id: top.id, parentId: below.id, position: 0 })).toMatchObject({ path: 'parentId' });
    await ask(ARCHIVE, { id: top.id, archived: true });
    const ids = async (archived: boolean): Promise<string[]> =>
      (await api.data<Loose>(LIST, { archived }, centre.planner)).scenarios.map(({ id }: Loose) => id);
    expect(await ids(true)).toEqual(expect.arrayContaining([top.id, below.id]));
    await ask(ARCHIVE, { id: top.id, archived: false });
    expect(await ids(false)).toEqual(expect.arrayContaining([top.id, below.id]));
    const { scenario: second } = await newScenario('second', [], { parentId: top.id });
    await ask(MOVE, { id: second.id, parentId: top.id, position: 0 });
    const { scenarios } = await api.data<Loose>(LIST, { archived: false }, centre.planner);
    const children = scenarios.filter(({ parentId }: Loose) => parentId === top.id).map(({ name }: Loose) => name);
    expect(children).toEqual(['second', 'below']);
  }, 60_000);

  it('says what moved when the base does', async () => {
    const { scenario } = await newScenario('before the edit', [MORE]);
    await api.data(
      `mutation ($input: ForecastEditInput!) { editForecast(input: $input) { __typename } }`,
      {
        input: {
          ...{ queueId: centre.ids.of('queue', 'voice-ja'), measure: 'CONTACTS', operation: 'PERCENT', value: 5 },
          ...{ fromAt: `${centre.weekOn}T00:00:00Z`, untilAt: `${centre.weekOn}T12:00:00Z`, reason: 'campaign' },
        },
      },
      centre.planner,
    );
    const { moved } = (
      await api.data<Loose>(
        `query ($id: ID!) { scenario(id: $id) { moved { kind text { en } } } }`,
        { id: scenario.id },
        centre.planner,
      )
    ).scenario;
    expect(moved).toEqual([{ kind: 'edits', text: { en: expect.stringContaining('Voice, Japanese') } }]);
  }, 60_000);

  it('belongs to its organisation and to those who plan and manage', async () => {
    const { scenario } = await newScenario('ours', []);
    const stranger = await api.person(['planner']);
    expect(
      (await api.data<Loose>(`query ($id: ID!) { scenario(id: $id) { id } }`, { id: scenario.id }, stranger)).scenario,
    ).toBeNull();
    expect(await ask(SAVE, { input: { id: scenario.id, version: 1, name: 'theirs' } }, stranger)).toEqual({
      __typename: 'NotFound',
    });
    const asAgent = await api.gql<Loose>(LIST, { archived: false }, centre.agent);
    expect(asAgent.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  }, 60_000);
});

/** What `yotei what-if` says of the same base file. */
async function whatIf(base: unknown, changes: unknown): Promise<Loose> {
  const folder = mkdtempSync(join(tmpdir(), 'yotei-what-if-'));
  try {
    const [baseFile, changesFile] = [join(folder, 'base.json'), join(folder, 'changes.json')];
    writeFileSync(baseFile, JSON.stringify(base));
    writeFileSync(changesFile, JSON.stringify(changes));
    const { out, error } = await runCommandLine(['what-if', '--base', baseFile, '--changes', changesFile, '--json']);
    expect(error).toBe('');
    return JSON.parse(out);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

describe('scenarios side by side', () => {
  it('have the numbers of the command line on the same base, to the last digit', async () => {
    const { scenario: more } = await newScenario('more', [MORE]);
    const { scenario: longer } = await newScenario('longer', [{ kind: 'handle-time', addSeconds: 30 }]);
    const result = await ask(COMPARE, { ids: [more.id, longer.id], withSeries: true });
    expect(result).toMatchObject({ __typename: 'ScenarioComparison', days: 7 });
    const { file } = await baseOf({ fromOn: centre.weekOn, days: 7 });
    const base = baseRead(file);
    for (const [i, changes] of [[MORE], [{ kind: 'handle-time', addSeconds: 30 }]].entries()) {
      const own = answerScenario(base, changes as ScenarioChange[]);
      expect(result.columns[i].answer.total).toEqual((answerFile(own, { withSeries: true }) as Loose).total);
      // As text: thousands of figures, compared at once.
      const asText = JSON.stringify(answerFile(own, { withSeries: true }));
      expect(JSON.stringify(result.columns[i].answer) === asText).toBe(true);
      expect(result.columns[i].sentences).toHaveLength(3);
      expect(result.columns[i].words).toHaveLength(1);
    }
    const onCommandLine = await whatIf(file, [MORE]);
    const inSnakeCase = Object.entries(result.columns[0].answer.total).map(([name, value]) => [
      name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]);
    expect(Object.fromEntries(inSnakeCase)).toEqual(onCommandLine.scenario.total);
    expect(result.columns[0].sentences.map(({ en }: Loose) => en)).toHaveLength(3);
    expect(result.columns[0].words.map(({ en }: Loose) => en)).toEqual(onCommandLine.words);
    expect(result.columns[0].answer.total.contacts).toBeGreaterThan(result.base.total.contacts * 1.19);
    expect(await ask(COMPARE, { ids: [], withSeries: false })).toMatchObject({ path: 'ids' });
  }, 60_000);
});

const LINES = 'lines { index kind promoted text { en ja } }';
const PREVIEW = `query ($id: ID!) { result: scenarioPromotion(id: $id) { ... on ScenarioPromotionPlan { absenceKinds { code } lines { promoted demand { queueId contactsBefore contactsAfter } absent { agents candidates { id } } } } } }`;
const PROMOTED = `__typename ... on ScenarioPromoted { promotion { id isUndone ${LINES} } } ... on NothingToPromote { ${LINES} } ... on ScenarioChangedMeanwhile { scenario { version } }`;
const PROMOTE = `mutation ($id: ID!, $version: Int!, $absent: [ScenarioAbsentInput!]! = []) { result: promoteScenario(id: $id, version: $version, absent: $absent) { ${PROMOTED} } }`;
const UNDO = `mutation ($id: ID!) { result: undoScenarioPromotion(id: $id) { ${PROMOTED} } }`;

const AWAY = `query ($teamId: ID!, $on: LocalDate!) { teamTimeOff(teamId: $teamId, fromOn: $on, untilOn: $on) { absences { agentId state } } }`;

function baseRead(file: unknown) {
  const read = scenarioBaseFromFile(file);
  if (read.kind !== 'read') throw new Error(JSON.stringify(read.faults));
  return read.base;
}

describe('a scenario made the plan', () => {
  const contacts = async (queueId: string): Promise<number> => {
    const { file } = await baseOf({ fromOn: centre.weekOn, days: 7 });
    const { forecast } = file.queues.find(({ id }: Loose) => id === queueId);
    return forecast.contacts.reduce((sum: number, count: number | null) => sum + (count ?? 0), 0);
  };
  const goal = async (queueId: string): Promise<Loose> => {
    const { viewer } = await api.data<Loose>(
      '{ viewer { organisation { queues { id staffing { goal { serviceLevelFraction } } } } } }',
      {},
      centre.planner,
    );
    return viewer.organisation.queues.find(({ id }: Loose) => id === queueId).staffing.goal.serviceLevelFraction;
  };

  it('writes forecast and goals in one step, says what it cannot write, and takes all back', async () => {
    const queueId = centre.ids.of('queue', 'chat');
    const changes = [
      { kind: 'volume', factor: 1.2, queueIds: [queueId] },
      { kind: 'goal', queueIds: [queueId], goal: { serviceLevelFraction: 0.9 } },
      { kind: 'absence', fromOn: centre.weekOn, agents: 2 },
    ];
    const before = { contacts: await contacts(queueId), goal: await goal(queueId) };
    const { scenario } = await newScenario('spring campaign', changes);
    expect(await ask(PROMOTE, { id: scenario.id, version: 7 })).toMatchObject({
      __typename: 'ScenarioChangedMeanwhile',
    });
    const { promotion } = await ask(PROMOTE, { id: scenario.id, version: 1 });
    expect(promotion.lines.map(({ promoted }: Loose) => promoted)).toEqual([true, true, false]);
    expect(promotion.lines[2].text.ja).toContain('人数だけ');
    expect(await contacts(queueId)).toBeCloseTo(1.2 * before.contacts, 0);
    expect(await goal(queueId)).toBe(0.9);
    expect((await ask(UNDO, { id: promotion.id })).promotion.isUndone).toBe(true);
    expect({ contacts: await contacts(queueId), goal: await goal(queueId) }).toEqual(before);
  }, 60_000);

  it('takes over a bot, contacts that change queue, hours and people away, as the scenario has them', async () => {
    const [chat, voice] = [centre.ids.of('queue', 'chat'), centre.ids.of('queue', 'voice-ja')];
    const workedHours = [{ weekdays: [1, 2, 3, 4, 5], fromMinute: 600, untilMinute: 1020 }];
    const changes: Loose[] = [
      { kind: 'deflection', queueIds: [chat], deflectedFraction: 0.2 },
      { kind: 'mix', fromQueueId: voice, toQueueId: chat, fraction: 0.1 },
      { kind: 'opening-hours', queueIds: [voice], workedHours },
      { kind: 'absence', fromOn: centre.weekOn, agents: 1 },
    ];
    const { scenario } = await newScenario('everything at once', changes);
    const range = { fromOn: centre.weekOn, days: 7 };
    const before = (await baseOf(range)).file;
    const wanted = applyScenario(baseRead(before), changes.slice(0, 3) as ScenarioChange[]);
    if (wanted.kind !== 'applied') throw new Error('the changes must be sound');
    const preview = await ask(PREVIEW, { id: scenario.id });
    expect(preview.lines.map(({ promoted }: Loose) => promoted)).toEqual([true, true, true, false]);
    expect(preview.lines[1].demand.map(({ queueId }: Loose) => queueId).sort()).toEqual([chat, voice].sort());
    const { agentId } = centre;
    const teamId = centre.ids.of('team', centre.centre.agents[0]!.teamId);
    expect(preview.lines[3].absent.candidates.map(({ id }: Loose) => id)).toContain(agentId);
    const kind = preview.absenceKinds.find(({ code }: Loose) => code === 'sick').code;
    const absent = [{ index: 3, agentIds: [agentId], kind }];
    const { promotion } = await ask(PROMOTE, { id: scenario.id, version: 1, absent });
    expect(promotion.lines.map(({ promoted }: Loose) => promoted)).toEqual([true, true, true, true]);
    const after = baseRead((await baseOf(range)).file);
    for (const { id, forecast, plan } of wanted.base.queues) {
      const now = after.queues.find((queue) => queue.id === id)!;
      expect(now.plan.workedHours ?? []).toEqual(plan.workedHours ?? []);
      Array.from(forecast.contacts).forEach((count, index) => {
        if (!Number.isNaN(count)) expect(now.forecast.contacts[index]).toBeCloseTo(count, 2);
      });
    }
    const away = async (): Promise<Loose[]> => {
      const { teamTimeOff } = await api.data<Loose>(AWAY, { teamId, on: centre.weekOn }, centre.planner);
      return teamTimeOff.absences.filter((one: Loose) => one.agentId === agentId);
    };
    expect(await away()).toHaveLength(1);
    // Somebody who is away already cannot be away again, and then nothing at all is done.
    const again = await newScenario('again', [changes[3]!, MORE]);
    expect(
      await ask(PROMOTE, { id: again.scenario.id, version: 1, absent: [{ index: 0, agentIds: [agentId], kind }] }),
    ).toMatchObject({ __typename: 'ScenarioPromotionRefused' });
    expect((await ask(UNDO, { id: promotion.id })).promotion.isUndone).toBe(true);
    expect(JSON.stringify((await baseOf(range)).file)).toBe(JSON.stringify(before));
    expect(await away()).toHaveLength(0);
  }, 60_000);

  it('is refused to managers, and by what was changed since', async () => {
    const manager = await api.person(['manager'], centre.context);
    const { scenario } = await newScenario('two away', [{ kind: 'absence', fromOn: centre.weekOn, agents: 2 }]);
    const refused = await api.gql<Loose>(PROMOTE, { id: scenario.id, version: 1 }, manager);
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
    expect(await ask(PROMOTE, { id: scenario.id, version: 1 })).toMatchObject({ __typename: 'NothingToPromote' });
    const queueId = centre.ids.of('queue', 'voice-ja');
    const goals = (serviceLevelFraction: number) => [
      { kind: 'goal', queueIds: [queueId], goal: { serviceLevelFraction } },
    ];
    const [first, second] = [await newScenario('85', goals(0.85)), await newScenario('95', goals(0.95))];
    const { promotion } = await ask(PROMOTE, { id: first.scenario.id, version: 1 });
    await ask(PROMOTE, { id: second.scenario.id, version: 1 });
    expect(await ask(UNDO, { id: promotion.id })).toEqual({ __typename: 'ScenarioPromotionRefused' });
    expect(await goal(queueId)).toBe(0.95);
  }, 60_000);
});

describe('runs of a scenario', () => {
  const STARTED = '__typename ... on JobStarted { job { id } } ... on InvalidInput { path }';
  const ROSTER = `mutation ($id: ID!, $seconds: Int!) { result: startScenarioRoster(id: $id, seconds: $seconds) { ${STARTED} } }`;
  const SIMULATE = `mutation ($id: ID!, $replications: Int!) { result: startScenarioSimulation(id: $id, replications: $replications) { ${STARTED} } }`;
  const OPEN = `mutation ($runId: ID!, $replace: Boolean!) { result: openScenarioRoster(runId: $runId, replace: $replace) { __typename
    ... on ScenarioRosterOpened { scheduleId weekStartOn shifts leftOut } ... on ScenarioDraftInUse { shifts } } }`;
  const BOARD = `query ($id: ID!) { scheduleBoard(id: $id) { schedule { state } shifts { ids } } }`;
  const RUNS = `query ($ids: [ID!]!) { result: compareScenarios(ids: $ids) { ... on ScenarioComparison { columns { runs { id kind version isCurrent canOpen figures jobId } } } } }`;

  it('land as further columns of the comparison, and say when the scenario has moved on', async () => {
    const changes = [MORE, { kind: 'absence', fromOn: centre.weekOn, agents: 2 }];
    const { scenario } = await newScenario('more and two away', changes);
    for (const [document, order] of [
      [ROSTER, { seconds: 2 }],
      [SIMULATE, { replications: 4 }],
    ] as const) {
      const started = await ask(document, { id: scenario.id, ...order });
      const job = await finishedJob(api, centre.planner, started.job.id);
      expect(job).toMatchObject({ state: 'DONE', errorCode: null });
    }
    const runs = async (): Promise<Loose[]> => (await ask(RUNS, { ids: [scenario.id] })).columns[0].runs;
    const found = await runs();
    expect(found.map(({ kind, isCurrent }) => [kind, isCurrent])).toEqual([
      ['ROSTER', true],
      ['SIMULATION', true],
    ]);
    const [{ figures: planned }, { figures: played }] = found as [Loose, Loose];
    expect(planned.roster).toMatchObject({ people: 10, notModelled: [] });
    expect(planned.roster.shifts).toBeGreaterThan(10);
    // Work that can wait is answered for its whole range, by what it requires.
    const voice = planned.answer.queues.find(({ channel }: Loose) => channel === 'voice');
    expect(voice).toMatchObject({ hasRoster: true });
    expect(played.queues).toHaveLength(5);
    for (const { serviceLevel } of played.queues) expect(serviceLevel.low).toBeLessThanOrEqual(serviceLevel.high);
    await ask(SAVE, { input: { id: scenario.id, version: 1, changes: [MORE] } });
    expect((await runs()).every(({ isCurrent }) => !isCurrent)).toBe(true);

    const [{ id: runId, canOpen }] = found as [Loose];
    expect({ canOpen, plan: planned.plan }).toEqual({ canOpen: true, plan: undefined });
    const opened = await ask(OPEN, { runId, replace: false });
    expect(opened).toMatchObject({ __typename: 'ScenarioRosterOpened', weekStartOn: centre.weekOn, leftOut: 0 });
    expect(opened.shifts).toBe(planned.roster.shifts);
    const draft = async (): Promise<Loose> =>
      (await api.data<Loose>(BOARD, { id: opened.scheduleId }, centre.planner)).scheduleBoard;
    expect((await draft()).schedule.state).toBe('DRAFT');
    expect((await draft()).shifts.ids).toHaveLength(opened.shifts);
    // A draft with shifts is put aside only when that is said.
    expect(await ask(OPEN, { runId, replace: false })).toMatchObject({
      __typename: 'ScenarioDraftInUse',
      shifts: opened.shifts,
    });
    expect(await ask(OPEN, { runId, replace: true })).toMatchObject({ shifts: opened.shifts });
    expect(await ask(OPEN, { runId: scenario.id, replace: false })).toEqual({ __typename: 'NotFound' });
    const manager = await api.person(['manager'], centre.context);
    const refused = await api.gql<Loose>(OPEN, { runId, replace: true }, manager);
    expect(refused.errors?.[0]?.extensions?.code).toBe('FORBIDDEN');
  }, 120_000);

  it('need whole weeks for a roster, and sensible limits', async () => {
    const { scenario } = await newScenario('three days', [], { days: 3 });
    expect(await ask(ROSTER, { id: scenario.id, seconds: 2 })).toMatchObject({ path: 'id' });
    expect(await ask(ROSTER, { id: scenario.id, seconds: 0 })).toMatchObject({ path: 'seconds' });
    expect(await ask(SIMULATE, { id: scenario.id, replications: 1 })).toMatchObject({ path: 'replications' });
    expect(await ask(SIMULATE, { id: centre.agentId, replications: 4 })).toEqual({ __typename: 'NotFound' });
  }, 60_000);
});
