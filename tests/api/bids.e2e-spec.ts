import { addDays } from '@yotei/time';
import { BidRoundsService } from '../../apps/api/src/features/exchanges/bidding/bid-rounds.service.js';
import { newExchangeCentre, type ExchangeAgent, type ExchangeCentre } from '../kit/exchange-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi({ worker: true });
jest.setTimeout(60_000);

const BID = 'lineIds rank owed lot award { lineId choice denied { lineId takenByRanks } }';
const ROUND = `id state bidCount lines { id title places weeks { templateIds daysOff } } mine { ${BID} }`;
const OPEN = `mutation ($input: BidRoundInput!) { openBidRound(input: $input) { __typename ... on BidRoundOpened { round { ${ROUND} } } ... on InvalidInput { path message } } }`;
const PLACE = `mutation ($roundId: ID!, $lineIds: [ID!]!) { placeBid(roundId: $roundId, lineIds: $lineIds) { __typename ... on BidPlaced { round { ${ROUND} } } ... on BidRoundClosed { round { state } } ... on InvalidInput { path } } }`;
const AWARD = `mutation ($id: ID!) { awardBidRound(id: $id) { state } }`;
const ROUNDS = `{ bidRounds { ${ROUND} } }`;

let centre: ExchangeCentre;
let contractId: string;
let bidding: ExchangeAgent[];

const as = (agent: ExchangeAgent, query: string, variables: Record<string, unknown> = {}): Promise<Loose> =>
  api.field(query, variables, agent.person);
const planner = (query: string, variables: Record<string, unknown> = {}): Promise<Loose> =>
  api.field(query, variables, centre.planner);
const week = (...daysOff: number[]) => ({ templateIds: [centre.templateId], daysOff });
const roundInput = (title: string, more: object = {}) => ({
  title,
  contractId,
  fromOn: addDays(centre.weekOn, 28),
  untilOn: addDays(centre.weekOn, 28 + 91),
  closesAt: new Date(Date.now() + 86_400_000).toISOString(),
  lines: [
    { title: 'Weekends off', places: 1, weeks: [week(6, 7)] },
    { title: 'Mondays off', places: 1, weeks: [week(1, 2), week(1, 7)] },
  ],
  ...more,
});
const opened = async (title: string): Promise<Loose> => (await planner(OPEN, { input: roundInput(title) })).round;

beforeAll(async () => {
  centre = await newExchangeCentre(api, { agents: 10, daysOf: (i) => [i % 5] });
  bidding = centre.agents.slice(0, 3);
  const [row] = await api.db.peek<{ id: string }>('select contract_id as id from agents where id = $1', [
    bidding[0]!.agentId,
  ]);
  contractId = row!.id;
}, 120_000);

describe('bidding for the lines of a season', () => {
  let round: Loose;
  let losers: ExchangeAgent[];

  it('is opened by a planner with lines that the contract allows, and told to those who may bid', async () => {
    const tooFew = roundInput('Nobody works', {
      lines: [{ title: 'Off', places: 1, weeks: [week(1, 2, 3, 4, 5, 6)] }],
    });
    expect(await planner(OPEN, { input: tooFew })).toMatchObject({ path: 'input.lines.0.weeks.0' });
    expect(
      await planner(OPEN, { input: { ...roundInput('Late'), closesAt: new Date(0).toISOString() } }),
    ).toMatchObject({
      path: 'input.closesAt',
    });
    const refused = await api.gql(OPEN, { input: roundInput('Mine') }, bidding[0]!.person);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
    round = await opened('Winter');
    expect(round).toMatchObject({ state: 'open', bidCount: 0, mine: null });
    const told = await api.db.peek(`select 1 from notifications where kind = 'bid-opened'`);
    expect(told).toHaveLength(10);
  });

  it('takes each agent’s order until it closes, with the rank it has by now', async () => {
    const [weekends, mondays] = round.lines.map(({ id }: Loose) => id);
    for (const agent of bidding) {
      const placed = await as(agent, PLACE, { roundId: round.id, lineIds: [weekends] });
      expect(placed).toMatchObject({ __typename: 'BidPlaced', round: { mine: { lineIds: [weekends], owed: 0 } } });
    }
    const again = await as(bidding[0]!, PLACE, { roundId: round.id, lineIds: [weekends, mondays] });
    expect(again.round).toMatchObject({ bidCount: 3, mine: { lineIds: [weekends, mondays], award: null } });
    const wrong = await as(bidding[0]!, PLACE, { roundId: round.id, lineIds: [weekends, weekends] });
    expect(wrong).toEqual({ __typename: 'InvalidInput', path: 'lineIds' });
    const seen = await planner(`query ($id: ID!) { bidders(roundId: $id) { agent { id } bid { rank lot } } }`, {
      id: round.id,
    });
    expect(seen.map(({ bid }: Loose) => bid.rank)).toEqual([1, 2, 3]);
    const lots = seen.map(({ bid }: Loose) => bid.lot);
    expect([...lots].sort((a: number, b: number) => a - b)).toEqual(lots);
  });

  it('gives the lines by rank once, and names to each who came before by rank alone', async () => {
    expect(await planner(AWARD, { id: round.id })).toEqual({ state: 'awarded' });
    expect(await planner(AWARD, { id: round.id })).toEqual({ state: 'awarded' });
    const [weekends] = round.lines.map(({ id }: Loose) => id);
    const bids: Loose[] = [];
    for (const agent of bidding) bids.push((await as(agent, ROUNDS))[0].mine);
    const winner = bids.find(({ rank }) => rank === 1);
    expect(winner.award).toEqual({ lineId: weekends, choice: 1, denied: [] });
    for (const { rank, award } of bids)
      if (rank > 1) expect(award.denied).toEqual([{ lineId: weekends, takenByRanks: [1] }]);
    losers = bidding.filter((_, i) => bids[i].award.lineId === null);
    expect(losers.length).toBeGreaterThan(0);
    const late = await as(bidding[0]!, PLACE, { roundId: round.id, lineIds: [weekends] });
    expect(late).toMatchObject({ __typename: 'BidRoundClosed', round: { state: 'awarded' } });
    expect(await api.db.peek(`select 1 from notifications where kind = 'bid-awarded'`)).toHaveLength(3);
    expect(await api.db.peek(`select 1 from audit_entries where action = 'bid-round.awarded'`)).toHaveLength(1);
  });

  it('makes the line the agent’s rotation when it is put in force', async () => {
    const put = `mutation ($id: ID!) { putBidRoundInForce(id: $id) { state } }`;
    expect(await planner(put, { id: round.id })).toEqual({ state: 'in-force' });
    const rows = await api.db.peek<{ rotation: Loose }>(
      `select a.rotation from agents a join bid_awards w on w.agent_id = a.id where w.choice = 1`,
    );
    const fromOn = addDays(centre.weekOn, 28);
    expect(rows[0]!.rotation).toEqual({ startsOn: fromOn, fromOn, untilOn: addDays(fromOn, 91), weeks: [week(6, 7)] });
  });

  it('remembers: who got nothing is asked first in the next round, which closes by itself', async () => {
    const next = await opened('Spring');
    const [weekends] = next.lines.map(({ id }: Loose) => id);
    for (const agent of bidding) await as(agent, PLACE, { roundId: next.id, lineIds: [weekends] });
    await api.db.peek(`update bid_rounds set closes_at = now() - interval '1 second' where id = $1`, [next.id]);
    const late = await as(bidding[0]!, PLACE, { roundId: next.id, lineIds: [] });
    expect(late.__typename).toBe('BidRoundClosed');
    await api.app.get(BidRoundsService, { strict: false }).award(centre.context, next.id);
    const [award] = await api.db.peek<{ id: string; owed: number }>(
      'select agent_id as id, owed from bid_awards where round_id = $1 and rank = 1',
      [next.id],
    );
    expect(losers.map(({ agentId }) => agentId)).toContain(award!.id);
    expect(award!.owed).toBe(100);
  });

  it('is seen by nobody of another organisation', async () => {
    const stranger = await api.person(['planner']);
    expect(await api.data(ROUNDS, {}, stranger)).toEqual({ bidRounds: [] });
    expect(await api.data(AWARD, { id: round.id }, stranger)).toEqual({ awardBidRound: null });
  });
});
