import type { ExchangeAgent } from '../kit/exchange-centre.js';
import {
  ANSWER,
  ANSWERED,
  DECIDE,
  EXCHANGE,
  POLICIES,
  PROPOSE,
  VERDICT,
  useExchangeDesk,
} from '../kit/exchange-desk.js';
import type { Loose } from '../kit/test-api.js';

const desk = useExchangeDesk();
jest.setTimeout(60_000);
const PREVIEW = `query ($request: ExchangeRequestInput!) { exchangeVerdict(request: $request) { ${VERDICT} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawExchange(id: $id) { ${ANSWERED} } }`;
const swap = (gives: ExchangeAgent, i: number, takes: ExchangeAgent, j: number) => ({
  request: { kind: 'swap', shiftId: gives.shiftIds[i]!, otherShiftId: takes.shiftIds[j]! },
});

describe('a swap', () => {
  it('shows its colour before it is sent, waits for the colleague and is applied when both agree', async () => {
    const [amy, ben] = desk.centre.agents as [ExchangeAgent, ExchangeAgent];
    const { request } = swap(amy, 0, ben, 0);
    expect(await desk.as(amy, PREVIEW, { request })).toMatchObject({ colour: 'green', reasons: [] });
    const input = { request, note: 'Dentist', key: 'once' };
    const proposed = await desk.as(amy, PROPOSE, { input });
    expect(proposed).toMatchObject({
      __typename: 'ExchangeProposed',
      exchange: { state: 'proposed', isMine: true, awaitsMe: false, note: 'Dentist' },
    });
    // Sent twice, it is the same one.
    expect((await desk.as(amy, PROPOSE, { input })).exchange.id).toBe(proposed.exchange.id);
    const { id } = proposed.exchange;
    const [seen] = await desk.as(ben, `{ exchanges { ${EXCHANGE} } }`);
    expect(seen).toMatchObject({ id, awaitsMe: true, isMine: false });
    const notices = await desk.api.db.peek<{ kind: string }>('select kind from notifications where user_id = $1', [
      ben.person.context.userId,
    ]);
    expect(notices).toContainEqual({ kind: 'exchange-proposed' });
    expect(await desk.as(ben, ANSWER, { id, accept: true })).toMatchObject({
      __typename: 'ExchangeAnswered',
      exchange: { state: 'applied' },
    });
    const mine = amy.shiftIds[0]!;
    const theirs = ben.shiftIds[0]!;
    expect(await desk.holders([mine, theirs])).toEqual({ [mine]: ben.agentId, [theirs]: amy.agentId });
    // Applying is idempotent: the same answer changes nothing more.
    expect(await desk.as(ben, ANSWER, { id, accept: true })).toMatchObject({ exchange: { state: 'applied' } });
    expect(await desk.holders([mine])).toEqual({ [mine]: ben.agentId });
    const steps = await desk.as(amy, 'query ($id: ID!) { exchangeSteps(id: $id) { from to } }', { id });
    expect(steps.map(({ to }: { to: string }) => to)).toEqual(['proposed', 'accepted', 'applied']);
    const audit = await desk.api.db.peek<{ action: string }>(
      `select action from audit_entries where subject_id = $1 and subject_kind = 'exchange'`,
      [id],
    );
    expect(audit).toEqual([{ action: 'exchange.applied' }]);
  });

  it('is refused with rule, amount and nearest legal alternatives, and nothing is stored', async () => {
    const [, , cleo, dan] = desk.centre.agents as ExchangeAgent[];
    // Cleo works Wednesday; taking Dan's Thursday is legal, taking a second shift of one day is not.
    const same = desk.agent(4);
    const request = { kind: 'give-away', shiftId: cleo!.shiftIds[0]!, toAgentId: same.agentId };
    const refused = await desk.as(cleo!, PROPOSE, { input: { request } });
    expect(refused).toMatchObject({ __typename: 'ExchangeRefused', verdict: { colour: 'red' } });
    expect(refused.verdict.reasons.map(({ code }: { code: string }) => code)).toContain('one-shift-per-day');
    expect(refused.verdict.reasons[0].message.ja).toMatch(/[ぁ-ん]/);
    const found = await desk.as(
      cleo!,
      'query ($request: ExchangeRequestInput!) { exchangeAlternatives(request: $request) { kind agent { id } verdict { colour } } }',
      { request },
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { verdict } of found) expect(verdict.colour).toBe('green');
    expect(await desk.as(dan!, PROPOSE, { input: swap(cleo!, 0, dan!, 0) })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'request.shiftId',
    });
  });

  it('expires with a reason when a shift in it was changed meanwhile', async () => {
    const [eve, fay] = [desk.agent(6), desk.agent(7)];
    const { exchange } = await desk.as(eve, PROPOSE, { input: swap(eve, 0, fay, 0) });
    await desk.api.db.peek('update shifts set version = version + 1 where id = $1', [fay.shiftIds[0]]);
    expect(await desk.as(fay, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
      exchange: { state: 'expired', endReasons: [{ code: 'shift-changed' }] },
    });
    expect(await desk.holders([eve.shiftIds[0]!])).toEqual({ [eve.shiftIds[0]!]: eve.agentId });
  });

  it('is declined, withdrawn and ends by itself when its time is over', async () => {
    const [gus, hal] = [desk.agent(8), desk.agent(9)];
    const one = await desk.as(gus, PROPOSE, { input: swap(gus, 0, hal, 0) });
    expect(await desk.as(hal, ANSWER, { id: one.exchange.id, accept: false })).toMatchObject({
      exchange: { state: 'declined' },
    });
    expect(await desk.as(hal, ANSWER, { id: one.exchange.id, accept: true })).toMatchObject({
      __typename: 'ExchangeClosed',
    });
    const two = await desk.as(gus, PROPOSE, { input: swap(gus, 0, hal, 0) });
    expect(await desk.as(hal, WITHDRAW, { id: two.exchange.id })).toMatchObject({ __typename: 'NotFound' });
    expect(await desk.as(gus, WITHDRAW, { id: two.exchange.id })).toMatchObject({ exchange: { state: 'withdrawn' } });
    const three = await desk.as(gus, PROPOSE, { input: swap(gus, 0, hal, 0) });
    await desk.api.db.peek(`update exchanges set expires_at = now() - interval '1 minute' where id = $1`, [
      three.exchange.id,
    ]);
    expect(await desk.as(hal, ANSWER, { id: three.exchange.id, accept: true })).toMatchObject({
      __typename: 'ExchangeClosed',
      exchange: { state: 'expired', endReasons: [{ code: 'deadline-passed' }] },
    });
  });
});

describe('an amber exchange', () => {
  it('waits for a manager, who sees why, and is judged again when approved; many are decided at once', async () => {
    await desk.policies([{ policyId: 'always', outcome: 'review', kinds: ['swap'] }]);
    const [a, b, c, d] = [10, 11, 12, 13].map((i) => desk.agent(i)) as [
      ExchangeAgent,
      ExchangeAgent,
      ExchangeAgent,
      ExchangeAgent,
    ];
    const ids: string[] = [];
    for (const [one, other] of [
      [a, b],
      [c, d],
    ] as const) {
      const { exchange } = await desk.as(one, PROPOSE, { input: swap(one, 0, other, 0) });
      expect(await desk.as(other, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
        exchange: { state: 'in-review' },
      });
      ids.push(exchange.id);
    }
    const INBOX = `{ exchangeInbox { ${EXCHANGE} } }`;
    expect(await desk.as(a, INBOX)).toBeNull();
    const inbox = await desk.manager(INBOX);
    expect(inbox.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(inbox[0].verdict.reasons).toMatchObject([{ kind: 'policy', code: 'always' }]);
    const DELEGATE = `mutation ($email: String!, $untilAt: DateTime!) { delegateExchanges(email: $email, untilAt: $untilAt) { __typename } }`;
    const deputy = await desk.api.person(['agent'], desk.centre.context);
    const untilAt = new Date(Date.now() + 3_600_000).toISOString();
    expect(await desk.manager(DELEGATE, { email: deputy.email, untilAt })).toEqual({
      __typename: 'ExchangesDelegated',
    });
    expect((await desk.api.data<Loose>(INBOX, {}, deputy)).exchangeInbox).toHaveLength(2);
    expect(await desk.as(a, DECIDE, { ids, approve: true })).toMatchObject([
      { __typename: 'NotFound' },
      { __typename: 'NotFound' },
    ]);
    // Somebody edits one of the shifts before the manager decides.
    await desk.api.db.peek('update shifts set version = version + 1 where id = $1', [c.shiftIds[0]]);
    const decided = await desk.manager(DECIDE, { ids, approve: true, note: 'Fine' });
    expect(decided.map(({ exchange }: Loose) => exchange.state)).toEqual(['applied', 'expired']);
    expect(decided[0].exchange.decisionNote).toBe('Fine');
    expect(await desk.holders([a.shiftIds[0]!, c.shiftIds[0]!])).toEqual({
      [a.shiftIds[0]!]: b.agentId,
      [c.shiftIds[0]!]: c.agentId,
    });
    expect(await desk.manager(DECIDE, { ids, approve: false })).toMatchObject([{ __typename: 'ExchangeClosed' }, {}]);
    await desk.policies([]);
  });

  it('has policies that are checked before they are stored, and only by those who may', async () => {
    expect(
      await desk.policies([{ policyId: 'notice', outcome: 'refuse', parameters: { leastMinutes: -5 } }]),
    ).toMatchObject({
      __typename: 'InvalidInput',
      path: 'settings.0.parameters.leastMinutes',
    });
    const answer = await desk.api.gql(POLICIES, { settings: [] }, desk.agent(0).person);
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('other organisations', () => {
  it('see nothing of it', async () => {
    const stranger = await desk.api.person(['planner']);
    const [known] = (await desk.manager('{ exchanges { id } }')) as { id: string }[];
    expect(
      await desk.api.data<Loose>('{ exchanges { id } exchangeInbox { id } workOffers { id } }', {}, stranger),
    ).toEqual({
      exchanges: [],
      exchangeInbox: [],
      workOffers: [],
    });
    const decided = await desk.api.data<Loose>(DECIDE, { ids: [known!.id], approve: true }, stranger);
    expect(decided.decideExchanges).toMatchObject([{ __typename: 'NotFound' }]);
  });
});
