import { useTestApi, type Loose } from '../kit/test-api.js';
import { TogetherCentre } from '../kit/together-centre.js';

const api = useTestApi();
let place: TogetherCentre;
let own: number;

const MINE = `query ($on: LocalDate!) { myWellbeing(weekOf: $on) { weekStartOn index measures { measureId code title { en ja } unit value load missing ok bad parts { startAt amount } also { name value } } } }`;
const TEAMS = `query ($on: LocalDate!) { teamWellbeing(weekOf: $on) { teamId teamName people bands { measureId people band { fine watch strained } } } }`;
const PUBLISH = `mutation ($id: ID!, $version: Int!) { result: publishSchedule(scheduleId: $id, expectedVersion: $version, overrideReason: "a test") { __typename } }`;

const mine = async () => (await api.data<Loose>(MINE, { on: place.centre.weekOn }, place.centre.agent)).myWellbeing;
const measure = async (id: string) => (await mine()).measures.find(({ measureId }: Loose) => measureId === id);
const teams = async () =>
  (await api.data<Loose>(TEAMS, { on: place.centre.weekOn }, place.centre.planner)).teamWellbeing;

beforeAll(async () => {
  place = await TogetherCentre.open(api);
  own = place.agents.findIndex(({ id }) => id === place.centre.agentId);
  await place.edit(
    place.ann,
    place.agents.flatMap((_, agent) => [place.shift(agent, 0), place.shift(agent, 2)]),
  );
}, 90_000);
afterAll(() => place?.close());

describe('what a week asks of a person', () => {
  it('is nothing before the week is published', async () => {
    expect(await mine()).toBeNull();
    expect(await teams()).toEqual([]);
  });

  it('is told by twelve measures, each with its value or what it would have to know', async () => {
    await place.ann.ask(PUBLISH, { id: place.scheduleId, version: await place.version() });
    const { measures, index, weekStartOn } = await mine();
    expect(weekStartOn).toBe(place.centre.weekOn);
    expect(measures.map(({ code }: Loose) => code)).toEqual(Array.from({ length: 12 }, (_, i) => `W${i + 1}`));
    for (const { value, missing } of measures) expect((value === null) !== (missing === null)).toBe(true);
    expect(index).toBeGreaterThanOrEqual(0);
    expect(index).toBeLessThanOrEqual(100);
    // Nothing is forecast in this centre, and no week before is published.
    expect(await measure('occupancy-run')).toMatchObject({ value: null, missing: 'load-unknown', load: null });
    expect(await measure('quick-return')).toMatchObject({ value: null, missing: 'history-missing' });
    expect(await measure('continuous-contact')).toMatchObject({ unit: 'minutes', ok: 60, bad: 120, missing: null });
    expect(await measure('change-load')).toMatchObject({ value: 0 });
  });

  it('follows the changes an agent hears of', async () => {
    const shift = await place.edit(place.ann, [place.shift(own, 4)]);
    expect(shift.__typename).toBe('ShiftsEdited');
    const after = await measure('change-load');
    expect(after.parts).toHaveLength(1);
    expect(after.value).toBeGreaterThan(0);
  });

  it('is nobody’s for who is no agent, and bands without names for who leads', async () => {
    expect((await api.data<Loose>(MINE, { on: place.centre.weekOn }, place.centre.planner)).myWellbeing).toBeNull();
    const found = await teams();
    expect(found.reduce((sum: number, { people }: Loose) => sum + people, 0)).toBe(place.agents.length);
    for (const { people, bands } of found) {
      for (const { people: measured, band } of bands) {
        expect(measured).toBeLessThanOrEqual(people);
        if (measured < 5) expect(band).toBeNull();
        else if (band) expect(band.fine + band.watch + band.strained).toBe(measured);
      }
    }
    const refused = await api.gql(TEAMS, { on: place.centre.weekOn }, place.centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });

  it('is compared with its coverage on demand, by who may generate', async () => {
    const ask =
      'mutation ($id: ID!) { result: startProtectionCurve(scheduleId: $id) { __typename ... on JobStarted { job { kind state } } } }';
    const started = await api.data<Loose>(ask, { id: place.scheduleId }, place.centre.planner);
    expect(started.result).toEqual({ __typename: 'JobStarted', job: { kind: 'protection', state: 'WAITING' } });
    const nowhere = await api.data<Loose>(ask, { id: place.centre.agentId }, place.centre.planner);
    expect(nowhere.result).toEqual({ __typename: 'NotFound' });
    const refused = await api.gql(ask, { id: place.scheduleId }, place.centre.agent);
    expect(refused.errors?.[0]?.extensions.code).toBe('FORBIDDEN');
  });
});
