import { differences, inventCalls, storedFacts, type InventedCalls } from '../kit/invented-calls.js';
import type { PlannerClient } from '../kit/planner-client.js';
import { ProgramFolder } from '../kit/program-folder.js';
import { until, type RunningProgram } from '../kit/running-program.js';

const EDITS = 12;
const HISTORY_ROWS = 4 * 96 * 28;
/** The Monday after the invented history. */
const WEEK_ON = '2025-02-03';
const LATER_WEEK_ON = '2026-11-30';

describe('everything is killed at once and started again', () => {
  const home = new ProgramFolder();
  let program: RunningProgram;
  let planner: PlannerClient;
  let queueId: string;
  let scheduleId: string;
  let agentIds: readonly string[];

  beforeAll(async () => {
    program = await home.start();
    planner = await home.newCentre(program, { agents: EDITS, agentAccounts: 0 });
    agentIds = (await program.rows<{ id: string }>('select id from agents')).map(({ id }) => id);
    const history = await load(inventCalls({ rows: HISTORY_ROWS, salt: 0 }));
    await planner.finished(history.jobId);
    [{ id: queueId } = { id: '' }] = await program.rows<{ id: string }>(
      `select id from queues where name_en = 'line 0'`,
    );
    await planner.finished(await startForecast());
    scheduleId = await planner.createSchedule(LATER_WEEK_ON);
  }, 180_000);

  afterAll(() => home.remove(), 60_000);

  async function load({ csv }: InventedCalls): Promise<{ importId: string; jobId: string }> {
    const siteId = (await planner.organisation()).sites[0]!.id;
    return planner.startImport(csv, { fileName: 'calls.csv', zone: 'UTC', siteId, createQueues: true });
  }

  async function startForecast(): Promise<string> {
    const { job } = await planner.must(
      'JobStarted',
      `mutation ($on: LocalDate!, $ids: [ID!]) { startForecast(fromOn: $on, days: 7, queueIds: $ids, methodId: "planner-mean") {
        __typename ... on JobStarted { job { id } } ... on InvalidInput { path message } ... on NotEnoughHistory { message } } }`,
      { on: WEEK_ON, ids: [queueId] },
    );
    return job.id;
  }

  /** The id of the stored edit. */
  async function editForecast(index: number): Promise<string> {
    const input = {
      ...{ queueId, measure: 'CONTACTS', operation: 'ADD', value: index + 1, reason: `edit ${index}` },
      ...{ fromAt: `${WEEK_ON}T14:00:00Z`, untilAt: `${WEEK_ON}T15:00:00Z` },
    };
    const { edit } = await planner.must(
      'ForecastEdited',
      'mutation ($input: ForecastEditInput!) { editForecast(input: $input) { __typename ... on ForecastEdited { edit { id } } ... on InvalidInput { path message } } }',
      { input },
    );
    return edit.id;
  }

  /** The id of the stored shift. */
  async function addShift(index: number): Promise<string> {
    const agentId = agentIds[index]!;
    const edit = { agentId, startAt: `${LATER_WEEK_ON}T14:00:00Z`, endAt: `${LATER_WEEK_ON}T20:00:00Z` };
    const { shifts } = await planner.must(
      'ShiftsEdited',
      'mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename ... on ShiftsEdited { shifts { id } } ... on InvalidInput { path message } } }',
      { input: { scheduleId, label: `shift ${index}`, overrideReason: 'invented for a test', edits: [edit] } },
    );
    return shifts[0].id;
  }

  it('has every acknowledged edit, the sign-in, and ends the jobs that were running', async () => {
    const calls = inventCalls({ rows: 100_000, salt: 5 });
    const imported = await load(calls);
    const forecastEdits: string[] = [];
    const shifts: string[] = [];
    for (let index = 0; index < EDITS; index += 1) {
      forecastEdits.push(await editForecast(index));
      shifts.push(await addShift(index));
    }
    const waiting = await startForecast();
    await until('the import has ended or is under way', async () => {
      const [run] = await program.rows<{ read: number }>('select read_count::int as read from imports where id = $1', [
        imported.importId,
      ]);
      return run!.read > 0;
    });
    await program.killEverything();

    program = await home.start();
    planner = planner.at(program.url);
    const { viewer } = await planner.ask('{ viewer { name } }');
    expect(viewer).not.toBeNull();
    expect(await idsOf('select id from forecast_edits where undone_at is null')).toEqual(forecastEdits.sort());
    expect(await idsOf('select id from shifts where schedule_id = $1', [scheduleId])).toEqual(shifts.sort());
    expect(await idsOf('select version as id from schedule_edits where schedule_id = $1', [scheduleId])).toHaveLength(
      EDITS,
    );
    expect(await planner.endOf(waiting)).toMatchObject({ state: 'DONE' });
    expect(await planner.endOf(imported.jobId)).toMatchObject({
      state: 'DONE',
      result: { readCount: calls.rows, acceptedCount: calls.facts.length, rejectedCount: calls.spoilt },
    });
    expect(differences(await storedFacts(program), calls.facts)).toEqual([]);
    expect(await idsOf(`select id from jobs where state in ('waiting', 'running')`)).toEqual([]);
  }, 180_000);

  async function idsOf(sql: string, parameters: readonly unknown[] = []): Promise<string[]> {
    return (await program.rows<{ id: string }>(sql, parameters)).map(({ id }) => id).sort();
  }
});
