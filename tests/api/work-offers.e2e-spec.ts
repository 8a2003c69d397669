import type { ExchangeAgent } from '../kit/exchange-centre.js';
import { CROWD, EXCHANGE, VERDICT, useExchangeDesk } from '../kit/exchange-desk.js';
import type { Loose } from '../kit/test-api.js';

const desk = useExchangeDesk();
jest.setTimeout(60_000);
const OFFER = `mutation ($input: WorkOfferInput!) { createWorkOffer(input: $input) { __typename ... on WorkOffered { offer { id taken state } } ... on InvalidInput { path message } } }`;
const TAKE = `mutation ($id: ID!) { takeWorkOffer(id: $id) { __typename ... on OfferTaken { exchange { ${EXCHANGE} } } ... on OfferGone { reason } ... on OfferNoted { offer { id } } ... on ExchangeRefused { verdict { ${VERDICT} } } } }`;

describe('offered work', () => {
  it('taken by fifty at once has one winner and forty-nine clear answers', async () => {
    const template = await desk.api.db.peek<{ earliest: number; length: number }>(
      'select earliest_start_minute as earliest, length_minutes as length from shift_templates where id = $1',
      [desk.centre.templateId],
    );
    const startAt = desk.at(5, template[0]!.earliest);
    const open = { startAt, endAt: new Date(Date.parse(startAt) + template[0]!.length * 60_000).toISOString() };
    const second = await desk.api.another();
    const { offer } = await desk.manager(OFFER, {
      input: { kind: 'pick-up', span: open, templateId: desk.centre.templateId, places: 1 },
    });
    const crowd = desk.centre.agents.slice(0, CROWD);
    const answers = await Promise.all(
      crowd.map(async (agent, i) => {
        const url = i % 2 === 0 ? desk.api.url : second.url;
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
    const rows = await desk.api.db.peek<{ agent_id: string }>(
      `select agent_id from shifts where schedule_id = $1 and lower(span) = $2`,
      [desk.centre.scheduleId, startAt],
    );
    const winner = crowd[kinds.indexOf('applied')]!;
    expect(rows).toEqual([{ agent_id: winner.agentId }]);
    // The winner asking again is told the same, and holds one shift still.
    expect(await desk.as(winner, TAKE, { id: offer.id })).toMatchObject({ __typename: 'OfferTaken' });
    await second.close();
  });

  it('is ranked by fairness when it closes, and tells each agent what it would mean', async () => {
    const [one, two] = [desk.agent(52), desk.agent(53)];
    const span = { startAt: desk.at(6, 600), endAt: desk.at(6, 720) };
    const bad = await desk.manager(OFFER, {
      input: { kind: 'overtime', span: { startAt: span.endAt, endAt: span.startAt } },
    });
    expect(bad).toMatchObject({ __typename: 'InvalidInput', path: 'input.span.endAt' });
    const shift = await desk.api.db.peek<{ ends: string; starts: string }>(
      'select upper(span)::text as ends, lower(span)::text as starts from shifts where id = $1',
      [one.shiftIds[0]],
    );
    const starts = new Date(shift[0]!.starts.replace(' ', 'T').replace('+00', 'Z'));
    const home = { startAt: starts.toISOString(), endAt: new Date(starts.getTime() + 3_600_000).toISOString() };
    const { offer } = await desk.manager(OFFER, {
      input: { kind: 'voluntary-time-off', span: home, places: 1, claimOrder: 'fairness' },
    });
    const fitting = await desk.as(one, '{ fittingOffers { offer { id } verdict { colour } isMine } }');
    expect(fitting.map(({ offer: own }: Loose) => own.id)).toContain(offer.id);
    const fits = fitting.find(({ offer: own }: Loose) => own.id === offer.id);
    const taken = await desk.as(one, TAKE, { id: offer.id });
    if (fits.verdict.colour === 'red') expect(taken.__typename).toBe('ExchangeRefused');
    else expect(taken).toMatchObject({ __typename: 'OfferNoted' });
    expect(await desk.as(two, TAKE, { id: offer.id })).toMatchObject({ __typename: 'OfferGone' });
    expect(
      await desk.manager('mutation ($id: ID!) { settleWorkOffer(id: $id) { state taken } }', { id: offer.id }),
    ).toMatchObject({
      state: 'closed',
    });
  });

  it('is settled by hand where a manager wants to: ranked with its reasons, given out of turn, refused and told', async () => {
    const [first, second, third] = [40, 42, 44].map((i) => desk.agent(i)) as ExchangeAgent[];
    const [shift] = await desk.api.db.peek<{ ends: Date }>('select upper(span) as ends from shifts where id = $1', [
      first!.shiftIds[1],
    ]);
    // An hour more where their Wednesday ends.
    const span = {
      startAt: shift!.ends.toISOString(),
      endAt: new Date(shift!.ends.getTime() + 3_600_000).toISOString(),
    };
    const { offer } = await desk.manager(OFFER, {
      input: { kind: 'overtime', span, places: 1, claimOrder: 'fairness' },
    });
    for (const agent of [first!, second!, third!])
      expect(await desk.as(agent, TAKE, { id: offer.id })).toMatchObject({ __typename: 'OfferNoted' });
    const claims = () =>
      desk.manager(
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
      desk.manager(`mutation ($id: ID!, $agentId: ID!) { ${act}(offerId: $id, agentId: $agentId) ${selection} }`, {
        id: offer.id,
        agentId: agent.agentId,
      });
    const GRANT = '{ __typename ... on OfferTaken { exchange { state } } ... on OfferGone { reason } }';
    expect(await decide('refuseOfferClaim', first!, '')).toBe(true);
    expect(await decide('refuseOfferClaim', first!, '')).toBe(false);
    expect(await decide('grantOfferClaim', first!, GRANT)).toEqual({ __typename: 'NotFound' });
    expect(await decide('grantOfferClaim', third!, GRANT)).toMatchObject({ exchange: { state: 'applied' } });
    expect(await decide('grantOfferClaim', second!, GRANT)).toEqual({ __typename: 'OfferGone', reason: 'taken' });
    await desk.manager('mutation ($id: ID!) { settleWorkOffer(id: $id) { state } }', { id: offer.id });
    expect((await claims()).map(({ agent, reason, state }: Loose) => [agent.id, state, reason]).sort()).toEqual(
      [
        [first!.agentId, 'refused', 'by-manager'],
        [second!.agentId, 'refused', 'ranked-below'],
        [third!.agentId, 'granted', null],
      ].sort(),
    );
    const told = await desk.api.db.peek<{ kind: string }>(
      `select kind from notifications where user_id = any ($1::uuid[]) and kind = 'offer-claim-refused'`,
      [[first!, second!, third!].map(({ person }) => person.context.userId)],
    );
    expect(told).toHaveLength(2);
    const asAgent = await desk.api.gql(
      'query ($id: ID!) { offerClaims(offerId: $id) { rank } }',
      { id: offer.id },
      first!.person,
    );
    expect(asAgent.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
