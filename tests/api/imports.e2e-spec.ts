import { finishedJob, newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
let centre: TestCentre;
let siteId: string;

beforeAll(async () => {
  centre = await newTestCentre(api);
  siteId = centre.ids.of('site', 'dublin');
}, 60_000);

interface Preview {
  readonly uploadId: string;
  readonly fileName: string;
  readonly sourceId: string;
  readonly columnMap: Record<string, string>;
  readonly remembered: boolean;
  readonly header: readonly string[];
}

async function upload(text: string, fileName = 'history.csv'): Promise<Preview> {
  const headers = {
    cookie: centre.planner.cookie,
    'content-type': 'application/octet-stream',
    'x-file-name': encodeURIComponent(fileName),
  };
  const response = await fetch(`${api.url}/api/imports/uploads`, { method: 'POST', headers, body: text });
  expect(response.status).toBe(200);
  return (await response.json()) as Preview;
}

const START = `mutation ($input: ImportInput!) { startImport(input: $input) {
  __typename ... on ImportStarted { run { id state } job { id } } ... on InvalidInput { path message } ... on NotFound { message } } }`;
const RUN = `query ($id: ID!) { importRun(id: $id) { state readCount acceptedCount rejectedCount changedCount rejectsUrl firstRejects { record column code raw } } }`;
type Started = { startImport: { __typename: string; path?: string; run?: { id: string }; job?: { id: string } } };

const begin = (input: Record<string, unknown>) =>
  api.data<Started>(START, { input: { siteId, zone: 'Europe/Dublin', ...input } }, centre.planner);

async function load(text: string, input: Record<string, unknown> = {}) {
  const file = await upload(text);
  const { startImport } = await begin({
    uploadId: file.uploadId,
    sourceId: file.sourceId,
    columnMap: file.columnMap,
    createQueues: true,
    ...input,
  });
  const job = await finishedJob(api, centre.planner, startImport.job!.id);
  const { importRun } = await api.data<{ importRun: Record<string, unknown> & { rejectsUrl: string | null } }>(
    RUN,
    { id: startImport.run!.id },
    centre.planner,
  );
  return { job, importRun };
}

const rows = [
  'start,queue,offered,total_handle_seconds',
  '2026-03-02 09:00,Billing,12,2400',
  '2026-03-02 09:30,Billing,15,3000',
  'yesterday,Billing,3,100',
  '2026-03-29 01:30,Billing,4,800',
  '2026-03-02 10:00,Billing,-1,0',
].join('\n');

describe('a history file', () => {
  it('is previewed, loaded in a job, and its bad rows are told with record, column and reason', async () => {
    const file = await upload(rows, '履歴.csv');
    expect(file).toMatchObject({
      fileName: '履歴.csv',
      sourceId: 'interval-csv',
      remembered: false,
      header: ['start', 'queue', 'offered', 'total_handle_seconds'],
    });
    const { job, importRun } = await load(rows);
    expect(job).toMatchObject({ state: 'DONE', errorCode: null });
    // 5 rows: one is no time, one falls into the hour that 29 March 2026 does not have, one is negative.
    expect(importRun).toMatchObject({
      state: 'DONE',
      readCount: 5,
      acceptedCount: 2,
      rejectedCount: 3,
      changedCount: 2,
    });
    expect(importRun['firstRejects']).toMatchObject([
      { record: 4, code: 'not-a-time', raw: 'yesterday' },
      { record: 5, code: 'nonexistent-local-time' },
      { record: 6, column: 'offered', code: 'negative-number' },
    ]);
    const rejects = await fetch(`${api.url}${importRun.rejectsUrl}`, { headers: { cookie: centre.planner.cookie } });
    expect(rejects.headers.get('content-type')).toContain('text/csv');
    expect((await rejects.text()).split('\r\n').slice(0, 2)).toEqual([
      'record,column,code,message,raw',
      expect.stringMatching(/^4,start,not-a-time,/),
    ]);
  }, 60_000);

  it('may be loaded again without changing anything, and its columns are remembered by its header', async () => {
    const again = await load(rows);
    expect(again.importRun).toMatchObject({ state: 'DONE', acceptedCount: 2, changedCount: 0 });
    expect((await upload(rows)).remembered).toBe(true);
  }, 60_000);

  it('makes the queue it names, with its history in the demand view', async () => {
    const { viewer } = await api.data<{
      viewer: {
        organisation: { queues: { id: string; name: { en: string }; zone: string; intervalMinutes: number }[] };
      };
    }>('{ viewer { organisation { queues { id name { en } zone intervalMinutes } } } }', {}, centre.planner);
    const billing = viewer.organisation.queues.find(({ name }) => name.en === 'Billing')!;
    expect(billing).toMatchObject({ zone: 'Europe/Dublin' });
    const { demand } = await api.data<{ demand: { actualContacts: { values: (number | null)[] } } }>(
      'query ($queueId: ID!) { demand(queueId: $queueId, fromOn: "2026-03-02", days: 1, stepMinutes: 30) { actualContacts { values } } }',
      { queueId: billing.id },
      centre.planner,
    );
    expect(demand.actualContacts.values.slice(18, 20)).toEqual([12, 15]); // 09:00 and 09:30 of 48 half-hours
  });

  it('leaves rows of unknown queues out when no queue may be made', async () => {
    const { importRun } = await load(rows.replaceAll('Billing', 'Nobody knows'), { createQueues: false });
    expect(importRun).toMatchObject({ acceptedCount: 0, rejectedCount: 5 });
  }, 60_000);

  it('that names no queue becomes a queue of its own, called like the file', async () => {
    const file = await upload('start,offered\n2026-03-02 09:00,7', 'Bank calls.csv');
    const input = { uploadId: file.uploadId, sourceId: file.sourceId, columnMap: file.columnMap };
    expect((await begin(input)).startImport).toMatchObject({ __typename: 'InvalidInput', path: 'defaultQueueId' });
    const { startImport } = await begin({ ...input, createQueues: true });
    await finishedJob(api, centre.planner, startImport.job!.id);
    const queues = await api.db.peek<{ name: string }>(
      'select name_en as name from queues where organisation_id = $1',
      [centre.context.organisationId],
    );
    expect(queues.map(({ name }) => name)).toContain('Bank calls');
  }, 60_000);

  it('names what is wrong before it starts', async () => {
    const file = await upload(rows);
    const input = { uploadId: file.uploadId, sourceId: file.sourceId, columnMap: file.columnMap };
    const path = async (change: Record<string, unknown>) => (await begin({ ...input, ...change })).startImport;
    expect(await path({ zone: 'Mars/Olympus' })).toMatchObject({ __typename: 'InvalidInput', path: 'zone' });
    expect(await path({ columnMap: { start: 'start' } })).toMatchObject({ path: 'columnMap.offered' });
    expect(await path({ columnMap: { ...file.columnMap, offered: 'calls' } })).toMatchObject({
      path: 'columnMap.offered',
    });
    expect(await path({ siteId: centre.agentId })).toMatchObject({ path: 'siteId' });
    expect(await path({ uploadId: centre.agentId })).toMatchObject({ __typename: 'NotFound' });
  });

  it('is not taken from an agent, nor from a stranger', async () => {
    const refused = await fetch(`${api.url}/api/imports/uploads`, {
      method: 'POST',
      headers: { cookie: centre.agent.cookie },
      body: 'x',
    });
    expect(refused.status).toBe(403);
    expect((await fetch(`${api.url}/api/imports/uploads`, { method: 'POST', body: 'x' })).status).toBe(401);
  });
});
