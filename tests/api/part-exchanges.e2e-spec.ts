import type { ExchangeAgent } from '../kit/exchange-centre.js';
import { ANSWER, DECIDE, EXCHANGE, PROPOSE, useExchangeDesk } from '../kit/exchange-desk.js';
import type { Loose } from '../kit/test-api.js';

const desk = useExchangeDesk();
jest.setTimeout(60_000);
const WISH = `mutation ($shiftId: ID!, $accepts: [AcceptedTimeInput!]!) { postSwapWish(shiftId: $shiftId, accepts: $accepts) { __typename
  ... on SwapWishPosted { wish { id state } exchange { ${EXCHANGE} } } ... on InvalidInput { path } } }`;

describe('part of a shift', () => {
  const HOUR = 3_600_000;
  const later = (instant: Date, millis: number) => new Date(instant.getTime() + millis).toISOString();

  it('is swapped for as much of a colleague’s shift: an hour earlier for an hour later', async () => {
    const [agent, other] = [desk.agent(46), desk.agent(48)];
    const [shiftId] = other.shiftIds;
    const [row] = await desk.api.db.peek<{ starts: Date; ends: Date }>(
      'select lower(span) as starts, upper(span) as ends from shifts where id = $1',
      [shiftId],
    );
    const parts = await desk.api.db.peek<{ id: string; starts: Date; ends: Date }>(
      `select activity_type_id as id, start_at as starts, end_at as ends from shift_activities where shift_id = $1 and activity_type_id <> 'contact'`,
      [shiftId],
    );
    const { starts, ends } = row!;
    // The template puts lunch five hours after the start and nowhere else; this centre does not insist on it.
    await desk.api.db.peek(`update rule_settings set level = 'prefer', weight = 1 where rule_id = 'activity-windows'`);
    const edit = {
      ...{ shiftId, agentId: other.agentId, expectedVersion: 1 },
      ...{ startAt: later(starts, HOUR), endAt: later(ends, HOUR) },
      activities: parts.map((one) => ({
        activityTypeId: one.id,
        startAt: later(one.starts, HOUR),
        endAt: later(one.ends, HOUR),
      })),
    };
    const moved = await desk.manager(
      'mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename } }',
      {
        input: { scheduleId: desk.centre.scheduleId, label: 'Later', edits: [edit] },
      },
    );
    expect(moved).toEqual({ __typename: 'ShiftsEdited' });
    const span = { startAt: starts.toISOString(), endAt: later(starts, HOUR) };
    const found = await desk.as(
      agent,
      'query ($request: ExchangeRequestInput!) { exchangeAlternatives(request: $request, inReturn: true) { kind agent { id } spans { startAt endAt } verdict { colour } } }',
      { request: { kind: 'swap-part', span } },
    );
    const spans = [span, { startAt: ends.toISOString(), endAt: later(ends, HOUR) }];
    expect(found[0]).toMatchObject({ kind: 'swap-part', agent: { id: other.agentId }, verdict: { colour: 'green' } });
    const millis = (list: Loose) => list.map((one: Loose) => [Date.parse(one.startAt), Date.parse(one.endAt)]);
    expect(millis(found[0].spans)).toEqual(millis(spans));
    const request = { kind: 'swap-part', toAgentId: other.agentId, spans };
    const { exchange } = await desk.as(agent, PROPOSE, { input: { request } });
    expect(await desk.as(other, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
      exchange: { state: 'applied' },
    });
    const after = await desk.api.db.peek<{ agent_id: string; starts: Date }>(
      'select agent_id, lower(span) as starts from shifts where id = any ($1::uuid[])',
      [[agent.shiftIds[0], shiftId]],
    );
    expect(Object.fromEntries(after.map((one) => [one.agent_id, one.starts.toISOString()]))).toEqual({
      [agent.agentId]: later(starts, HOUR),
      [other.agentId]: starts.toISOString(),
    });
  });

  it('need fit no template where the site asks a manager; the hole in the day is own time', async () => {
    const [agent, other] = [desk.agent(44), desk.agent(45)];
    const startOf = async (shiftId: string) =>
      (await desk.api.db.peek<{ at: Date }>('select lower(span) as at from shifts where id = $1', [shiftId]))[0]!.at;
    const [monday, tuesday] = [await startOf(agent.shiftIds[0]!), await startOf(other.shiftIds[0]!)];
    const minutes = (from: Date, first: number, last: number) => ({
      startAt: later(from, first * 60_000),
      endAt: later(from, last * 60_000),
    });
    // Ninety paid minutes each: contact work before lunch for the start of a shift with its first break.
    const spans = [minutes(monday, 90, 180), minutes(tuesday, 0, 90)];
    const request = { kind: 'swap-part', toAgentId: other.agentId, spans };
    await desk.policies([{ policyId: 'agreed-form', outcome: 'refuse' }]);
    expect(await desk.as(agent, PROPOSE, { input: { request } })).toMatchObject({
      __typename: 'ExchangeRefused',
      verdict: { reasons: [{ kind: 'policy', code: 'agreed-form' }, {}, {}] },
    });
    await desk.policies([{ policyId: 'agreed-form', outcome: 'review' }]);
    const { exchange } = await desk.as(agent, PROPOSE, { input: { request } });
    expect(exchange.verdict).toMatchObject({ colour: 'amber' });
    expect(exchange.verdict.reasons[0].message.ja).toContain('勤務パターン');
    for (const { paidMinutesBefore, paidMinutesAfter } of exchange.verdict.parties)
      expect(paidMinutesAfter).toBe(paidMinutesBefore);
    expect(await desk.as(other, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
      exchange: { state: 'in-review' },
    });
    const [decided] = await desk.manager(DECIDE, { ids: [exchange.id], approve: true });
    expect(decided.exchange.state).toBe('applied');
    const rows = await desk.api.db.peek<{ agent_id: string; agreed_form: boolean; off: boolean; first: string }>(
      `select agent_id, agreed_form, exists (select from shift_activities a where a.shift_id = s.id and a.activity_type_id = 'own-time') as off,
         (select activity_type_id from shift_activities a where a.shift_id = s.id order by start_at limit 1) as first
       from shifts s where agent_id = any ($1::uuid[]) and lower(span) < $2 order by lower(span)`,
      [[agent.agentId, other.agentId], later(tuesday, 12 * HOUR)],
    );
    const own = rows.filter(({ agent_id }) => agent_id === agent.agentId);
    // Monday still is a shift of the template, with own time in it; Tuesday has a piece of ninety minutes.
    expect(own).toMatchObject([
      { agreed_form: false, off: true, first: 'contact' },
      { agreed_form: true, off: false, first: 'contact' },
    ]);
    expect(rows.filter(({ agent_id }) => agent_id === other.agentId)).toMatchObject([
      { agreed_form: true, off: false },
      { agreed_form: true, off: false },
    ]);
    await desk.policies([]);
  });
});

describe('a ring', () => {
  it('is found and applied when three want what the next one has', async () => {
    const [x, y, z] = desk.ring();
    const on = (day: number) => [{ startAt: desk.at(day, 0), endAt: desk.at(day + 1, 0) }];
    const post = (agent: ExchangeAgent, day: number) =>
      desk.as(agent, WISH, { shiftId: agent.shiftIds[0]!, accepts: on(day) });
    // They work Monday, Tuesday and Wednesday; no two want each other's.
    expect(await post(y, 2)).toMatchObject({ wish: { state: 'open' }, exchange: null });
    expect(await post(z, 0)).toMatchObject({ wish: { state: 'open' }, exchange: null });
    expect(await post(x, 1)).toMatchObject({
      wish: { state: 'matched' },
      exchange: { state: 'applied', kind: 'cycle' },
    });
    const [monday, tuesday, wednesday] = [x, y, z].map(({ shiftIds }) => shiftIds[0]!) as [string, string, string];
    expect(await desk.holders([monday, tuesday, wednesday])).toEqual({
      [monday]: z.agentId,
      [tuesday]: x.agentId,
      [wednesday]: y.agentId,
    });
  });
});
