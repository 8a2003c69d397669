import { addDays } from '@yotei/time';
import { DailyReportService } from '../../apps/api/src/features/reports/daily/daily-reports.service.js';
import { ReportMailsTask } from '../../apps/api/src/features/reports/schedules/report-mails.task.js';
import { useMailingApi } from '../kit/mailing-api.js';
import { newTestCentre, TEST_TODAY, type TestCentre } from '../kit/test-centre.js';
import type { Loose, TestPerson } from '../kit/test-api.js';

const { api, mail } = useMailingApi({ environment: { YOTEI_PUBLIC_URL: 'https://yotei.example' } });

let centre: TestCentre;
let manager: TestPerson;
let admin: TestPerson;
let supervisor: TestPerson;
let dashboardId: string;
const dayOn = addDays(TEST_TODAY, -1);

const SAVE_SCHEDULE = `mutation ($input: ReportScheduleInput!) { saveReportSchedule(input: $input) { __typename
  ... on ReportScheduleSaved { schedule { id nextAt version userIds addresses } } ... on ReportAddressesToConfirm { addresses } ... on InvalidInput { path } } }`;
const SHARE = `mutation ($days: Int!, $dashboardId: ID, $on: LocalDate) { shareReport(days: $days, dashboardId: $dashboardId, on: $on) { __typename
  ... on ReportShareCreated { path share { id expiresAt openCount } } ... on InvalidInput { path } } }`;
const OPEN = `query ($token: String!) { sharedReport(token: $token) { __typename ... on SharedReport { expiresAt content { title { en } blocks { path
  paragraphs { path } table { rows { path } } } } } ... on TooManyReads { waitSeconds } } }`;
const DAILY = `query ($on: LocalDate!) { dailyReport(on: $on) { __typename ... on DailyReport { on note version noteByName writtenAt
  content { title { ja } blocks { id paragraphs { text { en ja } path } figure { value } table { rows { title { en } path } } } } } } }`;

const INPUT = {
  ...{ cadence: 'daily', localMinute: 420, zone: 'Asia/Tokyo', userIds: [] as string[], addresses: [] as string[] },
  addressLocale: 'ja',
};
const saveSchedule = (input: Loose, person = manager): Promise<Loose> =>
  api.field(SAVE_SCHEDULE, { input: { ...INPUT, ...input } }, person);
const run = () => api.app.get(ReportMailsTask, { strict: false }).run(centre.context, new AbortController().signal);
const makeDue = (id: string) =>
  api.db.peek("update report_schedules set next_at = now() - interval '1 minute' where id = $1", [id]);
const open = (token: string): Promise<Loose> => api.field(OPEN, { token });
const tokenOf = (path: string): string => path.replace('/shared/', '');

beforeAll(async () => {
  centre = await newTestCentre(api);
  manager = await api.person(['manager'], centre.context);
  admin = await api.person(['admin'], centre.context);
  supervisor = await api.person(['supervisor'], centre.context);
  const tile = { id: 'offered', kind: 'measure', width: 1, measureId: 'offered' };
  const input = { title: '経営会議', sharedWith: ['manager'], period: 'last-4-weeks', tiles: [tile] };
  const { saveDashboard } = await api.data<Loose>(
    'mutation ($input: DashboardInput!) { saveDashboard(input: $input) { ... on DashboardSaved { dashboard { id } } } }',
    { input },
    manager,
  );
  dashboardId = saveDashboard.dashboard.id;
}, 60_000);

describe('a scheduled report', () => {
  it('goes to each reader once, with PDF and CSV, however many workers look', async () => {
    const { schedule } = await saveSchedule({ dashboardId, userIds: [manager.context.userId] });
    await makeDue(schedule.id);
    await Promise.all([run(), run(), run()]);
    await run();
    const sent = mail.to(manager.email);
    expect(sent).toHaveLength(1);
    expect(sent[0]!.subject).toMatch(/^経営会議: /);
    expect(sent[0]!.text).toContain(`https://yotei.example/reports?dashboard=${dashboardId}`);
    const [pdf, csv] = sent[0]!.files;
    expect([pdf!.type, csv!.type]).toEqual(['application/pdf', 'text/csv']);
    expect(pdf!.content.subarray(0, 5).toString()).toBe('%PDF-');
    expect(csv!.content.toString('utf8')).toMatch(/Contacts offered,,value,\d+/);
    const [row] = await api.db.peek<{ next: number }>(
      'select extract(epoch from next_at - now()) as next from report_schedules where id = $1',
      [schedule.id],
    );
    expect(Number(row!.next)).toBeGreaterThan(0);
  });

  it('of the day is written and sent when its time comes', async () => {
    const { schedule } = await saveSchedule({ userIds: [supervisor.context.userId] });
    await makeDue(schedule.id);
    await run();
    expect(mail.to(supervisor.email).map(({ subject }) => subject)).toEqual([
      expect.stringMatching(/^Report of the day: /),
    ]);
  });

  it('is not sent to who may no longer read it, nor held up by it', async () => {
    const leaver = await api.person(['planner'], centre.context);
    const { schedule } = await saveSchedule({ dashboardId, userIds: [leaver.context.userId] });
    await api.db.peek("update memberships set roles = array['agent'] where user_id = $1", [leaver.context.userId]);
    await makeDue(schedule.id);
    await run();
    expect(mail.to(leaver.email)).toEqual([]);
    const rows = await api.db.peek('select state from report_mails where schedule_id = $1', [schedule.id]);
    expect(rows).toEqual([{ state: 'failed' }]);
  });

  it('goes out of the house only when an administrator confirms it', async () => {
    const input = { dashboardId, addresses: ['Board@Client.example '] };
    expect(await saveSchedule(input)).toEqual({ __typename: 'ReportAddressesNeedAdmin' });
    const shared = { dashboardId, addresses: ['board@client.example'] };
    expect(await saveSchedule(shared, admin)).toEqual({
      __typename: 'ReportAddressesToConfirm',
      addresses: ['board@client.example'],
    });
    const { schedule } = await saveSchedule({ ...shared, addressesConfirmed: true }, admin);
    expect(schedule.addresses).toEqual(['board@client.example']);
    const audit = await api.db.peek('select user_id from audit_entries where subject_id = $1', [schedule.id]);
    expect(audit).toEqual([{ user_id: admin.context.userId }]);
    await makeDue(schedule.id);
    await run();
    const [sent] = mail.to('board@client.example');
    expect(sent!.text).toContain('PDFとCSVを添付しています。');
    expect(sent!.text).not.toContain('https://'); // no account, no link
  });

  it.each([
    ['nobody to send to', {}, 'userIds'],
    ['an agent as reader', { agent: true }, 'userIds'],
    ['an unknown zone', { zone: 'Mars/Olympus' }, 'zone'],
    ['a weekly time without its day', { cadence: 'weekly' }, 'weekday'],
    ['a line break in an address', { addresses: ['a@b.example\r\nbcc: c@d.example'] }, 'addresses'],
  ])('with %s is refused', async (name, { agent, ...change }: Loose, path) => {
    const userIds = agent
      ? [centre.agent.context.userId]
      : name === 'nobody to send to'
        ? []
        : [manager.context.userId];
    expect(await saveSchedule({ dashboardId, userIds, ...change })).toEqual({ __typename: 'InvalidInput', path });
  });
});

describe('a link to a report', () => {
  const share = async (variables: Loose, person = manager): Promise<Loose> =>
    (await api.data<Loose>(SHARE, { days: 7, ...variables }, person)).shareReport;

  it('shows it without a sign-in, with nothing that leads further, and counts who opens it', async () => {
    const made = await share({ dashboardId });
    const read = await open(tokenOf(made.path));
    expect(read).toMatchObject({ __typename: 'SharedReport', content: { title: { en: '経営会議' } } });
    expect(JSON.stringify(read)).not.toMatch(/"path":"/);
    const { reportShares } = await api.data<Loose>('query { reportShares { id openCount lastOpenedAt } }', {}, manager);
    expect(reportShares.find(({ id }: Loose) => id === made.share.id)).toMatchObject({ openCount: 1 });
    const actions = await api.db.peek('select action from audit_entries where subject_id = $1 order by at', [
      made.share.id,
    ]);
    expect(actions).toEqual([{ action: 'report-share.created' }, { action: 'report-share.opened' }]);
    const kept = await api.db.peek<{ found: boolean }>(
      'select exists (select 1 from report_shares s where s::text like $1) as found',
      [`%${tokenOf(made.path)}%`],
    );
    expect(kept).toEqual([{ found: false }]); // only its hash
  });

  it('opens nothing once it is over or revoked, and what is none opens nothing either', async () => {
    const [over, revoked] = [await share({ dashboardId }), await share({ on: dayOn })];
    await api.db.peek(
      "update report_shares set created_at = now() - interval '2 days', expires_at = now() - interval '1 second' where id = $1",
      [over.share.id],
    );
    expect(await open(tokenOf(over.path))).toEqual({ __typename: 'NotFound' });
    expect(await open(tokenOf(revoked.path))).toMatchObject({ __typename: 'SharedReport' });
    await api.data(
      'mutation ($id: ID!) { revokeReportShare(id: $id) { __typename } }',
      { id: revoked.share.id },
      manager,
    );
    expect(await open(tokenOf(revoked.path))).toEqual({ __typename: 'NotFound' });
    expect(await open('x'.repeat(43))).toEqual({ __typename: 'NotFound' });
  });

  it('may be made by who may share, for a while, of what they may read', async () => {
    expect(await share({ dashboardId, days: 91 })).toEqual({ __typename: 'InvalidInput', path: 'days' });
    const stranger = await api.person(['manager']);
    expect(await share({ dashboardId }, stranger)).toEqual({ __typename: 'NotFound' });
    const refused = await api.gql(SHARE, { days: 7, dashboardId }, supervisor);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('answers guesses more and more seldom', async () => {
    const answers: string[] = [];
    for (let guess = 0; guess < 25; guess += 1)
      answers.push((await open(`${guess}`.padStart(43, 'g'))).__typename as string);
    expect(answers.at(-1)).toBe('TooManyReads');
  });
});

describe('the report of a day', () => {
  const daily = async (person = supervisor, on = dayOn): Promise<Loose> =>
    (await api.data<Loose>(DAILY, { on }, person)).dailyReport;

  it('is written from the day and opens to its screens', async () => {
    const report = await daily();
    const { blocks } = report.content;
    const [happened] = blocks.filter(({ id }: Loose) => id === 'happened');
    expect(blocks.map(({ id }: Loose) => id)).toEqual(expect.arrayContaining(['happened', 'why', 'done', 'tomorrow']));
    expect(happened.paragraphs[0].path).toBe(`/demand?from=${dayOn}&zoom=day`);
  });

  it('keeps what a supervisor writes on top when it is written anew', async () => {
    const NOTE = `mutation ($on: LocalDate!, $version: Int!, $note: String!) { noteDailyReport(on: $on, version: $version, note: $note) { __typename
      ... on DailyReport { note version noteByName } ... on DailyReportEditedMeanwhile { report { note } } } }`;
    const note = async (version: number, text: string): Promise<Loose> =>
      (await api.data<Loose>(NOTE, { on: dayOn, version, note: text }, supervisor)).noteDailyReport;
    const { version } = await daily();
    expect(await note(version, ' 障害の影響 ')).toMatchObject({
      note: '障害の影響',
      version: version + 1,
      noteByName: 'Test supervisor',
    });
    expect(await note(version, 'other')).toEqual({
      __typename: 'DailyReportEditedMeanwhile',
      report: { note: '障害の影響' },
    });
    await api.app.get(DailyReportService, { strict: false }).write(supervisor.context, dayOn);
    expect(await daily()).toMatchObject({ note: '障害の影響' });
    const { dailyReports } = await api.data<Loose>('query { dailyReports { on note } }', {}, manager);
    expect(dailyReports).toContainEqual({ on: dayOn, note: '障害の影響' });
  });

  it('comes as PDF and CSV, of days that have been, to who may read it', async () => {
    const file = (path: string, person: TestPerson) =>
      fetch(`${api.url}/api/reports/${path}`, { headers: { cookie: person.cookie } });
    const pdf = await file(`daily/${dayOn}?format=pdf&language=ja`, supervisor);
    expect([pdf.status, pdf.headers.get('content-type')]).toEqual([200, 'application/pdf']);
    const csv = await file(`dashboards/${dashboardId}?format=csv`, manager);
    expect(await csv.text()).toContain('section,row,column,value,text');
    expect((await file(`daily/${addDays(TEST_TODAY, 400)}?format=pdf`, supervisor)).status).toBe(404);
    expect((await file(`daily/${dayOn}?format=exe`, supervisor)).status).toBe(400);
    expect((await file(`dashboards/${dashboardId}?format=csv`, supervisor)).status).toBe(404); // not shared with supervisors
    expect((await file(`daily/${dayOn}?format=pdf`, centre.agent)).status).toBe(403);
  });
});
