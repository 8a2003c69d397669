import { addDays, instantOfLocal } from '@yotei/time';
import { newExchangeCentre, type ExchangeAgent, type ExchangeCentre } from '../kit/exchange-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
jest.setTimeout(60_000);
const CROWD = 50;
/** First of the three agents of the ring. */
const RING = 54;

const VERDICT =
  'colour reasons { kind outcome code agentId message { en ja } } parties { agent { id } answer isMe paidMinutesBefore paidMinutesAfter } shortMinutesAdded';
const EXCHANGE = `id kind state isMine awaitsMe note decisionNote expiresAt verdict { ${VERDICT} } endReasons { code message { en ja } }`;
const PREVIEW = `query ($request: ExchangeRequestInput!) { exchangeVerdict(request: $request) { ${VERDICT} } }`;
const PROPOSE = `mutation ($input: ProposeExchangeInput!) { proposeExchange(input: $input) { __typename
  ... on ExchangeProposed { exchange { ${EXCHANGE} } } ... on ExchangeRefused { verdict { ${VERDICT} } } ... on InvalidInput { path message } ... on NotFound { message } } }`;
const ANSWERED = `__typename ... on ExchangeAnswered { exchange { ${EXCHANGE} } } ... on ExchangeClosed { exchange { ${EXCHANGE} } }`;
const ANSWER = `mutation ($id: ID!, $accept: Boolean!) { answerExchange(id: $id, accept: $accept) { ${ANSWERED} } }`;
const WITHDRAW = `mutation ($id: ID!) { withdrawExchange(id: $id) { ${ANSWERED} } }`;
const DECIDE = `mutation ($ids: [ID!]!, $approve: Boolean!, $note: String) { decideExchanges(ids: $ids, approve: $approve, note: $note) { ${ANSWERED} } }`;
const OFFER = `mutation ($input: WorkOfferInput!) { createWorkOffer(input: $input) { __typename ... on WorkOffered { offer { id taken state } } ... on InvalidInput { path message } } }`;
const TAKE = `mutation ($id: ID!) { takeWorkOffer(id: $id) { __typename ... on OfferTaken { exchange { ${EXCHANGE} } } ... on OfferGone { reason } ... on OfferNoted { offer { id } } ... on ExchangeRefused { verdict { ${VERDICT} } } } }`;
const POLICIES = `mutation ($settings: [ExchangePolicyInput!]!) { saveExchangePolicies(settings: $settings) { __typename ... on InvalidInput { path message } } }`;
const WISH = `mutation ($shiftId: ID!, $accepts: [AcceptedTimeInput!]!) { postSwapWish(shiftId: $shiftId, accepts: $accepts) { __typename
  ... on SwapWishPosted { wish { id state } exchange { ${EXCHANGE} } } ... on InvalidInput { path } } }`;

let centre: ExchangeCentre;
/** Shift holder by id, from the table. */
const holders = async (ids: readonly string[]): Promise<Record<string, string>> =>
  Object.fromEntries(
    (
      await api.db.peek<{ id: string; agent_id: string }>('select id, agent_id from shifts where id = any ($1)', [ids])
    ).map((row) => [row.id, row.agent_id]),
  );
const as = async (agent: ExchangeAgent, query: string, variables: Record<string, unknown>): Promise<Loose> =>
  Object.values(await api.data<Record<string, Loose>>(query, variables, agent.person))[0];
const manager = async (query: string, variables: Record<string, unknown>): Promise<Loose> =>
  Object.values(await api.data<Record<string, Loose>>(query, variables, centre.planner))[0];
const policies = (settings: readonly object[]) => manager(POLICIES, { settings });
const swap = (gives: ExchangeAgent, i: number, takes: ExchangeAgent, j: number) => ({
  request: { kind: 'swap', shiftId: gives.shiftIds[i]!, otherShiftId: takes.shiftIds[j]! },
});
const at = (day: number, minute: number) =>
  new Date(instantOfLocal(addDays(centre.weekOn, day), minute, centre.zone)).toISOString();

/** Those of an even number work Monday and Wednesday, the others Tuesday and Thursday; three work one day each. */
const daysOf = (i: number): number[] => {
  if (i >= RING && i < RING + 3) return [i - RING];
  return i % 2 === 0 ? [0, 2] : [1, 3];
};

beforeAll(async () => {
  centre = await newExchangeCentre(api, { agents: CROWD + 10, daysOf });
  await policies([]);
}, 120_000);

describe('a swap', () => {
  it('shows its colour before it is sent, waits for the colleague and is applied when both agree', async () => {
    const [amy, ben] = centre.agents as [ExchangeAgent, ExchangeAgent];
    const { request } = swap(amy, 0, ben, 0);
    expect(await as(amy, PREVIEW, { request })).toMatchObject({ colour: 'green', reasons: [] });
    const input = { request, note: 'Dentist', key: 'once' };
    const proposed = await as(amy, PROPOSE, { input });
    expect(proposed).toMatchObject({
      __typename: 'ExchangeProposed',
      exchange: { state: 'proposed', isMine: true, awaitsMe: false, note: 'Dentist' },
    });
    // Sent twice, it is the same one.
    expect((await as(amy, PROPOSE, { input })).exchange.id).toBe(proposed.exchange.id);
    const { id } = proposed.exchange;
    const [seen] = await as(ben, `{ exchanges { ${EXCHANGE} } }`, {});
    expect(seen).toMatchObject({ id, awaitsMe: true, isMine: false });
    const notices = await api.db.peek<{ kind: string }>('select kind from notifications where user_id = $1', [
      ben.person.context.userId,
    ]);
    expect(notices).toContainEqual({ kind: 'exchange-proposed' });
    expect(await as(ben, ANSWER, { id, accept: true })).toMatchObject({
      __typename: 'ExchangeAnswered',
      exchange: { state: 'applied' },
    });
    const mine = amy.shiftIds[0]!;
    const theirs = ben.shiftIds[0]!;
    expect(await holders([mine, theirs])).toEqual({ [mine]: ben.agentId, [theirs]: amy.agentId });
    // Applying is idempotent: the same answer changes nothing more.
    expect(await as(ben, ANSWER, { id, accept: true })).toMatchObject({ exchange: { state: 'applied' } });
    expect(await holders([mine])).toEqual({ [mine]: ben.agentId });
    const steps = await as(amy, 'query ($id: ID!) { exchangeSteps(id: $id) { from to } }', { id });
    expect(steps.map(({ to }: { to: string }) => to)).toEqual(['proposed', 'accepted', 'applied']);
    const audit = await api.db.peek<{ action: string }>(
      `select action from audit_entries where subject_id = $1 and subject_kind = 'exchange'`,
      [id],
    );
    expect(audit).toEqual([{ action: 'exchange.applied' }]);
  });

  it('is refused with rule, amount and nearest legal alternatives, and nothing is stored', async () => {
    const [, , cleo, dan] = centre.agents as ExchangeAgent[];
    // Cleo works Wednesday; taking Dan's Thursday is legal, taking a second shift of one day is not.
    const same = centre.agents[4]!;
    const request = { kind: 'give-away', shiftId: cleo!.shiftIds[0]!, toAgentId: same.agentId };
    const refused = await as(cleo!, PROPOSE, { input: { request } });
    expect(refused).toMatchObject({ __typename: 'ExchangeRefused', verdict: { colour: 'red' } });
    expect(refused.verdict.reasons.map(({ code }: { code: string }) => code)).toContain('one-shift-per-day');
    expect(refused.verdict.reasons[0].message.ja).toMatch(/[ぁ-ん]/);
    const found = await as(
      cleo!,
      'query ($request: ExchangeRequestInput!) { exchangeAlternatives(request: $request) { kind agent { id } verdict { colour } } }',
      { request },
    );
    expect(found.length).toBeGreaterThan(0);
    for (const { verdict } of found) expect(verdict.colour).toBe('green');
    expect(await as(dan!, PROPOSE, { input: swap(cleo!, 0, dan!, 0) })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'request.shiftId',
    });
  });

  it('expires with a reason when a shift in it was changed meanwhile', async () => {
    const [eve, fay] = [centre.agents[6]!, centre.agents[7]!];
    const { exchange } = await as(eve, PROPOSE, { input: swap(eve, 0, fay, 0) });
    await api.db.peek('update shifts set version = version + 1 where id = $1', [fay.shiftIds[0]]);
    expect(await as(fay, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
      exchange: { state: 'expired', endReasons: [{ code: 'shift-changed' }] },
    });
    expect(await holders([eve.shiftIds[0]!])).toEqual({ [eve.shiftIds[0]!]: eve.agentId });
  });

  it('is declined, withdrawn and ends by itself when its time is over', async () => {
    const [gus, hal] = [centre.agents[8]!, centre.agents[9]!];
    const one = await as(gus, PROPOSE, { input: swap(gus, 0, hal, 0) });
    expect(await as(hal, ANSWER, { id: one.exchange.id, accept: false })).toMatchObject({
      exchange: { state: 'declined' },
    });
    expect(await as(hal, ANSWER, { id: one.exchange.id, accept: true })).toMatchObject({
      __typename: 'ExchangeClosed',
    });
    const two = await as(gus, PROPOSE, { input: swap(gus, 0, hal, 0) });
    expect(await as(hal, WITHDRAW, { id: two.exchange.id })).toMatchObject({ __typename: 'NotFound' });
    expect(await as(gus, WITHDRAW, { id: two.exchange.id })).toMatchObject({ exchange: { state: 'withdrawn' } });
    const three = await as(gus, PROPOSE, { input: swap(gus, 0, hal, 0) });
    await api.db.peek(`update exchanges set expires_at = now() - interval '1 minute' where id = $1`, [
      three.exchange.id,
    ]);
    expect(await as(hal, ANSWER, { id: three.exchange.id, accept: true })).toMatchObject({
      __typename: 'ExchangeClosed',
      exchange: { state: 'expired', endReasons: [{ code: 'deadline-passed' }] },
    });
  });
});

describe('an amber exchange', () => {
  it('waits for a manager, who sees why, and is judged again when approved; many are decided at once', async () => {
    await policies([{ policyId: 'always', outcome: 'review', kinds: ['swap'] }]);
    const [a, b, c, d] = [10, 11, 12, 13].map((i) => centre.agents[i]!) as [
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
      const { exchange } = await as(one, PROPOSE, { input: swap(one, 0, other, 0) });
      expect(await as(other, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
        exchange: { state: 'in-review' },
      });
      ids.push(exchange.id);
    }
    const INBOX = `{ exchangeInbox { ${EXCHANGE} } }`;
    expect(await as(a, INBOX, {})).toBeNull();
    const inbox = await manager(INBOX, {});
    expect(inbox.map(({ id }: { id: string }) => id).sort()).toEqual([...ids].sort());
    expect(inbox[0].verdict.reasons).toMatchObject([{ kind: 'policy', code: 'always' }]);
    const DELEGATE = `mutation ($email: String!, $untilAt: DateTime!) { delegateExchanges(email: $email, untilAt: $untilAt) { __typename } }`;
    const deputy = await api.person(['agent'], centre.context);
    const untilAt = new Date(Date.now() + 3_600_000).toISOString();
    expect(await manager(DELEGATE, { email: deputy.email, untilAt })).toEqual({ __typename: 'ExchangesDelegated' });
    expect((await api.data<Loose>(INBOX, {}, deputy)).exchangeInbox).toHaveLength(2);
    expect(await as(a, DECIDE, { ids, approve: true })).toMatchObject([
      { __typename: 'NotFound' },
      { __typename: 'NotFound' },
    ]);
    // Somebody edits one of the shifts before the manager decides.
    await api.db.peek('update shifts set version = version + 1 where id = $1', [c.shiftIds[0]]);
    const decided = await manager(DECIDE, { ids, approve: true, note: 'Fine' });
    expect(decided.map(({ exchange }: Loose) => exchange.state)).toEqual(['applied', 'expired']);
    expect(decided[0].exchange.decisionNote).toBe('Fine');
    expect(await holders([a.shiftIds[0]!, c.shiftIds[0]!])).toEqual({
      [a.shiftIds[0]!]: b.agentId,
      [c.shiftIds[0]!]: c.agentId,
    });
    expect(await manager(DECIDE, { ids, approve: false })).toMatchObject([{ __typename: 'ExchangeClosed' }, {}]);
    await policies([]);
  });

  it('has policies that are checked before they are stored, and only by those who may', async () => {
    expect(await policies([{ policyId: 'notice', outcome: 'refuse', parameters: { leastMinutes: -5 } }])).toMatchObject(
      {
        __typename: 'InvalidInput',
        path: 'settings.0.parameters.leastMinutes',
      },
    );
    const answer = await api.gql(POLICIES, { settings: [] }, centre.agents[0]!.person);
    expect(answer.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('offered work', () => {
  it('taken by fifty at once has one winner and forty-nine clear answers', async () => {
    const span = { startAt: at(5, 600), endAt: at(5, 660) };
    const template = await api.db.peek<{ earliest: number; length: number }>(
      'select earliest_start_minute as earliest, length_minutes as length from shift_templates where id = $1',
      [centre.templateId],
    );
    const startAt = at(5, template[0]!.earliest);
    const open = { startAt, endAt: new Date(Date.parse(startAt) + template[0]!.length * 60_000).toISOString() };
    expect(Date.parse(span.endAt)).toBeGreaterThan(Date.parse(span.startAt));
    const { offer } = await manager(OFFER, {
      input: { kind: 'pick-up', span: open, templateId: centre.templateId, places: 1 },
    });
    const second = await api.another();
    const crowd = centre.agents.slice(0, CROWD);
    const answers = await Promise.all(
      crowd.map(async (agent, i) => {
        const url = i % 2 === 0 ? api.url : second.url;
        const response = await fetch(`${url}/graphql`, {
          method: 'POST',
          headers: { 'content-type': 'application/json', cookie: agent.person.cookie },
          body: JSON.stringify({ query: TAKE, variables: { id: offer.id } }),
        });
        return ((await response.json()) as Loose).data.takeWorkOffer;
      }),
    );
    const kinds = answers.map(({ __typename, reason, exchange }: Loose) => reason ?? exchange?.state ?? __typename);
    expect(kinds.filter((kind) => kind === 'applied')).toHaveLength(1);
    expect(kinds.filter((kind) => kind === 'taken')).toHaveLength(CROWD - 1);
    const rows = await api.db.peek<{ agent_id: string }>(
      `select agent_id from shifts where schedule_id = $1 and lower(span) = $2`,
      [centre.scheduleId, startAt],
    );
    const winner = crowd[kinds.indexOf('applied')]!;
    expect(rows).toEqual([{ agent_id: winner.agentId }]);
    // The winner asking again is told the same, and holds one shift still.
    expect(await as(winner, TAKE, { id: offer.id })).toMatchObject({ __typename: 'OfferTaken' });
    await second.close();
  });

  it('is ranked by fairness when it closes, and tells each agent what it would mean', async () => {
    const [one, two] = [centre.agents[52]!, centre.agents[53]!];
    const span = { startAt: at(6, 600), endAt: at(6, 720) };
    const bad = await manager(OFFER, {
      input: { kind: 'overtime', span: { startAt: span.endAt, endAt: span.startAt } },
    });
    expect(bad).toMatchObject({ __typename: 'InvalidInput', path: 'input.span.endAt' });
    const shift = await api.db.peek<{ ends: string; starts: string }>(
      'select upper(span)::text as ends, lower(span)::text as starts from shifts where id = $1',
      [one.shiftIds[0]],
    );
    const starts = new Date(shift[0]!.starts.replace(' ', 'T').replace('+00', 'Z'));
    const home = { startAt: starts.toISOString(), endAt: new Date(starts.getTime() + 3_600_000).toISOString() };
    const { offer } = await manager(OFFER, {
      input: { kind: 'voluntary-time-off', span: home, places: 1, claimOrder: 'fairness' },
    });
    const fitting = await as(one, '{ fittingOffers { offer { id } verdict { colour } isMine } }', {});
    expect(fitting.map(({ offer: own }: Loose) => own.id)).toContain(offer.id);
    const fits = fitting.find(({ offer: own }: Loose) => own.id === offer.id);
    const taken = await as(one, TAKE, { id: offer.id });
    if (fits.verdict.colour === 'red') expect(taken.__typename).toBe('ExchangeRefused');
    else expect(taken).toMatchObject({ __typename: 'OfferNoted' });
    expect(await as(two, TAKE, { id: offer.id })).toMatchObject({ __typename: 'OfferGone' });
    expect(
      await manager('mutation ($id: ID!) { settleWorkOffer(id: $id) { state taken } }', { id: offer.id }),
    ).toMatchObject({
      state: 'closed',
    });
  });

  it('is settled by hand where a manager wants to: ranked with its reasons, given out of turn, refused and told', async () => {
    const [first, second, third] = [40, 42, 44].map((i) => centre.agents[i]!) as ExchangeAgent[];
    const [shift] = await api.db.peek<{ ends: Date }>('select upper(span) as ends from shifts where id = $1', [
      first!.shiftIds[1],
    ]);
    // An hour more where their Wednesday ends.
    const span = {
      startAt: shift!.ends.toISOString(),
      endAt: new Date(shift!.ends.getTime() + 3_600_000).toISOString(),
    };
    const { offer } = await manager(OFFER, { input: { kind: 'overtime', span, places: 1, claimOrder: 'fairness' } });
    for (const agent of [first!, second!, third!])
      expect(await as(agent, TAKE, { id: offer.id })).toMatchObject({ __typename: 'OfferNoted' });
    const claims = () =>
      manager(
        'query ($id: ID!) { offerClaims(offerId: $id) { agent { id } rank state reason grantedCount weekPaidMinutes verdict { colour } } }',
        { id: offer.id },
      );
    const ranked = await claims();
    expect(ranked.map(({ rank, state }: Loose) => [rank, state])).toEqual([
      [1, 'waiting'],
      [2, 'waiting'],
      [3, 'waiting'],
    ]);
    // As much paid time and as many offers each: the earlier claim comes first.
    expect(ranked[0]).toMatchObject({ agent: { id: first!.agentId }, grantedCount: 0, verdict: { colour: 'green' } });
    const decide = (act: string, agent: ExchangeAgent, selection: string) =>
      manager(`mutation ($id: ID!, $agentId: ID!) { ${act}(offerId: $id, agentId: $agentId) ${selection} }`, {
        id: offer.id,
        agentId: agent.agentId,
      });
    const GRANT = '{ __typename ... on OfferTaken { exchange { state } } ... on OfferGone { reason } }';
    expect(await decide('refuseOfferClaim', first!, '')).toBe(true);
    expect(await decide('refuseOfferClaim', first!, '')).toBe(false);
    expect(await decide('grantOfferClaim', first!, GRANT)).toEqual({ __typename: 'NotFound' });
    expect(await decide('grantOfferClaim', third!, GRANT)).toMatchObject({ exchange: { state: 'applied' } });
    expect(await decide('grantOfferClaim', second!, GRANT)).toEqual({ __typename: 'OfferGone', reason: 'taken' });
    await manager('mutation ($id: ID!) { settleWorkOffer(id: $id) { state } }', { id: offer.id });
    expect((await claims()).map(({ agent, reason, state }: Loose) => [agent.id, state, reason]).sort()).toEqual(
      [
        [first!.agentId, 'refused', 'by-manager'],
        [second!.agentId, 'refused', 'ranked-below'],
        [third!.agentId, 'granted', null],
      ].sort(),
    );
    const told = await api.db.peek<{ kind: string }>(
      `select kind from notifications where user_id = any ($1::uuid[]) and kind = 'offer-claim-refused'`,
      [[first!, second!, third!].map(({ person }) => person.context.userId)],
    );
    expect(told).toHaveLength(2);
    const asAgent = await api.gql(
      'query ($id: ID!) { offerClaims(offerId: $id) { rank } }',
      { id: offer.id },
      first!.person,
    );
    expect(asAgent.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});

describe('part of a shift', () => {
  const HOUR = 3_600_000;
  const later = (instant: Date, millis: number) => new Date(instant.getTime() + millis).toISOString();

  it('is swapped for as much of a colleague’s shift: an hour earlier for an hour later', async () => {
    const [agent, other] = [centre.agents[46]!, centre.agents[48]!];
    const [shiftId] = other.shiftIds;
    const [row] = await api.db.peek<{ starts: Date; ends: Date }>(
      'select lower(span) as starts, upper(span) as ends from shifts where id = $1',
      [shiftId],
    );
    const parts = await api.db.peek<{ id: string; starts: Date; ends: Date }>(
      `select activity_type_id as id, start_at as starts, end_at as ends from shift_activities where shift_id = $1 and activity_type_id <> 'contact'`,
      [shiftId],
    );
    const { starts, ends } = row!;
    // The template puts lunch five hours after the start and nowhere else; this centre does not insist on it.
    await api.db.peek(`update rule_settings set level = 'prefer', weight = 1 where rule_id = 'activity-windows'`);
    const edit = {
      ...{ shiftId, agentId: other.agentId, expectedVersion: 1 },
      ...{ startAt: later(starts, HOUR), endAt: later(ends, HOUR) },
      activities: parts.map((one) => ({
        activityTypeId: one.id,
        startAt: later(one.starts, HOUR),
        endAt: later(one.ends, HOUR),
      })),
    };
    const moved = await manager('mutation ($input: EditShiftsInput!) { editShifts(input: $input) { __typename } }', {
      input: { scheduleId: centre.scheduleId, label: 'Later', edits: [edit] },
    });
    expect(moved).toEqual({ __typename: 'ShiftsEdited' });
    const span = { startAt: starts.toISOString(), endAt: later(starts, HOUR) };
    const found = await as(
      agent,
      'query ($request: ExchangeRequestInput!) { exchangeAlternatives(request: $request, inReturn: true) { kind agent { id } spans { startAt endAt } verdict { colour } } }',
      { request: { kind: 'swap-part', span } },
    );
    const spans = [span, { startAt: ends.toISOString(), endAt: later(ends, HOUR) }];
    expect(found[0]).toMatchObject({ kind: 'swap-part', agent: { id: other.agentId }, verdict: { colour: 'green' } });
    const millis = (list: Loose) => list.map((one: Loose) => [Date.parse(one.startAt), Date.parse(one.endAt)]);
    expect(millis(found[0].spans)).toEqual(millis(spans));
    const request = { kind: 'swap-part', toAgentId: other.agentId, spans };
    const { exchange } = await as(agent, PROPOSE, { input: { request } });
    expect(await as(other, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
      exchange: { state: 'applied' },
    });
    const after = await api.db.peek<{ agent_id: string; starts: Date }>(
      'select agent_id, lower(span) as starts from shifts where id = any ($1::uuid[])',
      [[agent.shiftIds[0], shiftId]],
    );
    expect(Object.fromEntries(after.map((one) => [one.agent_id, one.starts.toISOString()]))).toEqual({
      [agent.agentId]: later(starts, HOUR),
      [other.agentId]: starts.toISOString(),
    });
  });

  it('need fit no template where the site asks a manager; the hole in the day is own time', async () => {
    const [agent, other] = [centre.agents[44]!, centre.agents[45]!];
    const startOf = async (shiftId: string) =>
      (await api.db.peek<{ at: Date }>('select lower(span) as at from shifts where id = $1', [shiftId]))[0]!.at;
    const [monday, tuesday] = [await startOf(agent.shiftIds[0]!), await startOf(other.shiftIds[0]!)];
    const minutes = (from: Date, first: number, last: number) => ({
      startAt: later(from, first * 60_000),
      endAt: later(from, last * 60_000),
    });
    // Ninety paid minutes each: contact work before lunch for the start of a shift with its first break.
    const spans = [minutes(monday, 90, 180), minutes(tuesday, 0, 90)];
    const request = { kind: 'swap-part', toAgentId: other.agentId, spans };
    await policies([{ policyId: 'agreed-form', outcome: 'refuse' }]);
    expect(await as(agent, PROPOSE, { input: { request } })).toMatchObject({
      __typename: 'ExchangeRefused',
      verdict: { reasons: [{ kind: 'policy', code: 'agreed-form' }, {}, {}] },
    });
    await policies([{ policyId: 'agreed-form', outcome: 'review' }]);
    const { exchange } = await as(agent, PROPOSE, { input: { request } });
    expect(exchange.verdict).toMatchObject({ colour: 'amber' });
    expect(exchange.verdict.reasons[0].message.ja).toContain('勤務パターン');
    for (const { paidMinutesBefore, paidMinutesAfter } of exchange.verdict.parties)
      expect(paidMinutesAfter).toBe(paidMinutesBefore);
    expect(await as(other, ANSWER, { id: exchange.id, accept: true })).toMatchObject({
      exchange: { state: 'in-review' },
    });
    const [decided] = await manager(DECIDE, { ids: [exchange.id], approve: true });
    expect(decided.exchange.state).toBe('applied');
    const rows = await api.db.peek<{ agent_id: string; agreed_form: boolean; off: boolean; first: string }>(
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
    await policies([]);
  });
});

describe('a ring', () => {
  it('is found and applied when three want what the next one has', async () => {
    const [x, y, z] = [0, 1, 2].map((i) => centre.agents[RING + i]!) as [ExchangeAgent, ExchangeAgent, ExchangeAgent];
    const on = (day: number) => [{ startAt: at(day, 0), endAt: at(day + 1, 0) }];
    const post = (agent: ExchangeAgent, day: number) =>
      as(agent, WISH, { shiftId: agent.shiftIds[0]!, accepts: on(day) });
    // They work Monday, Tuesday and Wednesday; no two want each other's.
    expect(await post(y, 2)).toMatchObject({ wish: { state: 'open' }, exchange: null });
    expect(await post(z, 0)).toMatchObject({ wish: { state: 'open' }, exchange: null });
    expect(await post(x, 1)).toMatchObject({
      wish: { state: 'matched' },
      exchange: { state: 'applied', kind: 'cycle' },
    });
    const [monday, tuesday, wednesday] = [x, y, z].map(({ shiftIds }) => shiftIds[0]!) as [string, string, string];
    expect(await holders([monday, tuesday, wednesday])).toEqual({
      [monday]: z.agentId,
      [tuesday]: x.agentId,
      [wednesday]: y.agentId,
    });
  });
});

describe('other organisations', () => {
  it('see nothing of it', async () => {
    const stranger = await api.person(['planner']);
    const [known] = (await manager('{ exchanges { id } }', {})) as { id: string }[];
    expect(await api.data<Loose>('{ exchanges { id } exchangeInbox { id } workOffers { id } }', {}, stranger)).toEqual({
      exchanges: [],
      exchangeInbox: [],
      workOffers: [],
    });
    const decided = await api.data<Loose>(DECIDE, { ids: [known!.id], approve: true }, stranger);
    expect(decided.decideExchanges).toMatchObject([{ __typename: 'NotFound' }]);
  });
});
