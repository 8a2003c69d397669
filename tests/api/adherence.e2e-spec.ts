import { HOUR_MILLIS, MINUTE_MILLIS } from '@yotei/time';
import { LiveCentre } from '../kit/live-centre.js';
import { useTestApi, type Loose } from '../kit/test-api.js';

const api = useTestApi();
let place: LiveCentre;

beforeAll(async () => {
  place = await LiveCentre.open(api);
}, 60_000);
afterAll(() => place?.close());

const BOARD = `{ liveBoard { at baseAt words agentIds names dates windows activities states since progress
  sources { id lastReceivedAt silentAfterSeconds } settings { siteId graceSeconds version } excuses { agent kind } } }`;
const board = async () => (await api.data<Loose>(BOARD, {}, place.supervisor)).liveBoard;

describe('the live board', () => {
  it('holds every agent with plan, state and how far the day is judged', async () => {
    const agentId = place.agentIds[0]!;
    await place.shift(agentId, -2 * HOUR_MILLIS, [['contact', 4 * 60]]);
    await place.state(agentId, -3 * HOUR_MILLIS, 'offline');
    await place.state(agentId, -2 * HOUR_MILLIS + 20 * MINUTE_MILLIS, 'available');
    const found = await board();
    expect(found.agentIds).toHaveLength(place.agentIds.length);
    const at = found.agentIds.indexOf(agentId);
    expect(found.words[found.states[at]]).toBe('available');
    // Twenty minutes late, five of them to start the systems; walked up to the last event.
    const [until, , outSince, , scheduled, , explained] = found.progress.slice(12 * at);
    expect([until - outSince, scheduled, explained]).toEqual([15, 20, 5].map((minutes) => minutes * MINUTE_MILLIS));
    expect(found.activities.slice(2, 4)).toEqual([expect.any(Number), 4 * 3600]);
    expect(found.sources).toMatchObject([{ id: 'phone', silentAfterSeconds: 300 }]);
  });

  it('is no business of agents', async () => {
    const refused = await api.gql(BOARD, {}, place.agent);
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });

  it('tells what changes', async () => {
    const agentId = place.agentIds[1]!;
    const told = place.told('subscription { result: liveChanged { reload agentIds states since } }', ({ agentIds }) =>
      agentIds.includes(agentId),
    );
    // A subscription hears what comes after it began: states come until it has heard one.
    let heard = false;
    void told.then(() => (heard = true));
    for (let minute = 5; !heard && minute > 0; minute--) {
      await place.state(agentId, -minute * MINUTE_MILLIS, 'handling');
      await new Promise((resolve) => setTimeout(resolve, 300));
    }
    const change = await told;
    expect(change.states[change.agentIds.indexOf(agentId)]).toBe('handling');
  });
});
