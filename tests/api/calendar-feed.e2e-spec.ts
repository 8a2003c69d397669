import { addDays, weekStartOf } from '@yotei/time';
import ICAL from 'ical.js';
import { newTestCentre, type TestCentre } from '../kit/test-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi();
let centre: TestCentre;
let path: string;
/** A week ahead, whenever the test runs: a calendar holds what is near. */
const weekOn = addDays(weekStartOf(new Date().toISOString().slice(0, 10)), 14);

const EDIT = `mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename ... on ShiftsEdited { scheduleVersion shifts { id version startAt endAt } } ... on ScheduleHasBreaches { breaches { ruleId } } ... on InvalidInput { path message } } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!) { publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: "test") { __typename } }`;

const read = (headers: Record<string, string> = {}) => fetch(api.url + path, { headers });
const eventsOf = (text: string): Loose[] =>
  new ICAL.Component(ICAL.parse(text)).getAllSubcomponents('vevent').map((component) => ({
    uid: component.getFirstPropertyValue('uid'),
    sequence: component.getFirstPropertyValue('sequence'),
    status: component.getFirstPropertyValue('status'),
    start: String(component.getFirstPropertyValue('dtstart')),
  }));
const makeLink = async () =>
  (await api.data<Loose>('mutation { makeCalendarLink { path } }', {}, centre.agent)).makeCalendarLink.path as string;

let scheduleId: string;
let shift: { id: string; version: number };

async function edit(edits: Loose[]): Promise<Loose> {
  const input = { scheduleId, label: 'test', overrideReason: 'test', edits };
  const { editShifts } = await api.data<Loose>(EDIT, { input }, centre.planner);
  expect(editShifts.__typename).toBe('ShiftsEdited');
  [shift] = editShifts.shifts.length > 0 ? editShifts.shifts : [shift];
  return editShifts;
}

beforeAll(async () => {
  centre = await newTestCentre(api);
  const { createSchedule } = await api.data<Loose>(
    'mutation ($on: LocalDate!) { createSchedule(weekStartOn: $on) { ... on ScheduleCreated { schedule { id } } } }',
    { on: weekOn },
    centre.planner,
  );
  scheduleId = createSchedule.schedule.id;
  const day = weekOn;
  const { scheduleVersion } = await edit([
    { agentId: centre.agentId, startAt: `${day}T01:00:00Z`, endAt: `${day}T07:00:00Z` },
  ]);
  const { publishSchedule } = await api.data<Loose>(
    PUBLISH,
    { id: scheduleId, version: scheduleVersion },
    centre.planner,
  );
  expect(publishSchedule.__typename).toBe('SchedulePublished');
  path = await makeLink();
}, 60_000);

describe('a secret calendar link', () => {
  it.each([
    ['Google', 'Google-Calendar-Importer', '*/*'],
    ['Apple', 'iOS/26.1 (23B82) dataaccessd/1.0', 'text/calendar'],
    ['Outlook', 'Microsoft Office/16.0 (Microsoft Outlook 16.0; Pro)', 'text/calendar, application/octet-stream'],
  ])('answers %s without sign-in, redirect or cookie', async (name, userAgent, accept) => {
    const answer = await read({ 'user-agent': userAgent, accept });
    expect(answer).toMatchObject({ status: 200, redirected: false });
    expect(answer.headers.get('content-type')).toBe('text/calendar; charset=utf-8');
    expect(answer.headers.get('set-cookie')).toBeNull();
    expect(eventsOf(await answer.text())).toMatchObject([
      { sequence: 0, status: 'CONFIRMED', start: `${weekOn}T10:00:00` },
    ]);
    const { myCalendarLink } = await api.data<Loose>('query { myCalendarLink { readAt reader } }', {}, centre.agent);
    expect(myCalendarLink).toMatchObject({ reader: userAgent, readAt: expect.any(String) });
    expect(name).not.toBe('');
  });

  it('says nothing new when nothing changed', async () => {
    const first = await read();
    const again = await read({ 'if-none-match': first.headers.get('etag')! });
    expect(again.status).toBe(304);
  });

  it('counts a change of a shift and keeps its name', async () => {
    const [before] = eventsOf(await (await read()).text());
    const day = weekOn;
    await edit([
      {
        shiftId: shift.id,
        expectedVersion: shift.version,
        agentId: centre.agentId,
        startAt: `${day}T02:00:00Z`,
        endAt: `${day}T08:00:00Z`,
      },
    ]);
    expect(eventsOf(await (await read()).text())).toEqual([
      { uid: before.uid, sequence: 1, status: 'CONFIRMED', start: `${day}T11:00:00` },
    ]);
    expect(eventsOf(await (await read()).text())[0].sequence).toBe(1);
  });

  it('tells a shift that was taken away as cancelled', async () => {
    await edit([{ shiftId: shift.id, expectedVersion: shift.version, agentId: centre.agentId, remove: true }]);
    expect(eventsOf(await (await read()).text())).toMatchObject([{ sequence: 2, status: 'CANCELLED' }]);
  });

  it('stops when it is renewed or revoked, and is not kept as it stands', async () => {
    const old = path;
    path = await makeLink();
    expect((await fetch(api.url + old)).status).toBe(404);
    expect((await read()).status).toBe(200);
    const rows = await api.db.peek<{ text: string }>('select calendar_feeds::text as text from calendar_feeds');
    expect(JSON.stringify(rows)).not.toContain(path.slice(14, 40));
    await api.data('mutation { revokeCalendarLink }', {}, centre.agent);
    expect((await read()).status).toBe(404);
  });

  it('is of people who are agents', async () => {
    const { makeCalendarLink } = await api.data<Loose>('mutation { makeCalendarLink { path } }', {}, centre.planner);
    expect((await fetch(api.url + makeCalendarLink.path)).status).toBe(410);
    expect((await api.gql('mutation { makeCalendarLink { path } }')).errors?.[0]?.extensions.code).toBe(
      'UNAUTHENTICATED',
    );
  });
});
