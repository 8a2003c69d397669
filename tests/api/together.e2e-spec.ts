import { useTestApi, type Loose } from '../kit/test-api.js';
import { TogetherCentre } from '../kit/together-centre.js';

const api = useTestApi();
let place: TogetherCentre;

const ANNOUNCE = `mutation ($id: ID!, $client: ID!, $cells: [PresenceCellInput!]!) { result: announcePresence(scheduleId: $id, clientId: $client, cells: $cells) {
  __typename ... on PresentPlanners { planners { clientId name cells { agentId on } } } } }`;
const PRESENT = `subscription ($id: ID!) { result: presenceChanged(scheduleId: $id) { planners { clientId cells { agentId } } } }`;
const CHANGED = `subscription ($id: ID!) { result: scheduleChanged(scheduleId: $id) { version changedBy removedIds shifts { id } } }`;
const UNDO = `query ($id: ID!) { result: scheduleUndo(scheduleId: $id) { hasOlder
  done { version label changes { before { id startAt endAt locked } after { id agentId startAt endAt locked } } } undone { version } } }`;
const HISTORY = `query ($id: ID!) { result: scheduleEdits(scheduleId: $id) { version label author isOwn shiftCount undoes redoes } }`;

beforeAll(async () => {
  place = await TogetherCentre.open(api);
}, 90_000);
afterAll(() => place?.close());

const variables = (more: object = {}) => ({ id: place.scheduleId, ...more });

describe('presence', () => {
  it('tells the other planner, at another process, who came, what is selected, and who left', async () => {
    const { ann, ben } = place;
    const cells = [{ agentId: place.agents[0]!.id, on: place.centre.weekOn }];
    const seen = ben.told(PRESENT, variables(), ({ planners }) => planners.some((one: Loose) => one.cells.length > 0));
    await ben.ask(ANNOUNCE, variables({ client: 'ben-1', cells: [] }));
    const answer = await ann.ask(ANNOUNCE, variables({ client: 'ann-1', cells }));
    expect(answer.planners.map(({ clientId }: Loose) => clientId).sort()).toEqual(['ann-1', 'ben-1']);
    const { planners } = await seen;
    expect(planners.find(({ clientId }: Loose) => clientId === 'ann-1').cells).toEqual([
      { agentId: place.agents[0]!.id },
    ]);
    const gone = ben.told(PRESENT, variables(), ({ planners: now }) => now.length === 1);
    const LEAVE = `mutation ($id: ID!, $client: ID!) { result: leaveSchedule(scheduleId: $id, clientId: $client) }`;
    expect(await ben.ask(LEAVE, variables({ client: 'ann-1' }))).toBe(false);
    expect(await ann.ask(LEAVE, variables({ client: 'ann-1' }))).toBe(true);
    expect((await gone).planners[0].clientId).toBe('ben-1');
  });

  it('forgets a board that has gone quiet', async () => {
    await place.ann.ask(ANNOUNCE, variables({ client: 'ann-2', cells: [] }));
    await api.db.database.withTenant(place.centre.context, (tx) =>
      tx.query(`update schedule_presence set seen_at = now() - interval '1 minute' where client_id = 'ann-2'`),
    );
    const { planners } = await place.ben.ask(ANNOUNCE, variables({ client: 'ben-1', cells: [] }));
    expect(planners.map(({ clientId }: Loose) => clientId)).toEqual(['ben-1']);
  });

  it('answers not found for a schedule that is not there, and is no business of agents', async () => {
    const nowhere = { id: '00000000-0000-7000-8000-000000000000', client: 'x', cells: [] };
    expect(await place.ann.ask(ANNOUNCE, nowhere)).toEqual({ __typename: 'NotFound' });
    const refused = await api.gql(ANNOUNCE, variables({ client: 'x', cells: [] }), place.centre.agent);
    expect(refused.errors![0]!.extensions.code).toBe('FORBIDDEN');
  });
});

describe('two planners at once', () => {
  it('shows the edit of one to the other, over two processes', async () => {
    const told = place.ben.told(CHANGED, variables(), ({ shifts }) => shifts.length > 0);
    // A subscription says nothing until something happens: edits go on until it has heard one.
    let heard = false;
    void told.then(() => (heard = true));
    for (let agent = 0; !heard && agent < 5; agent++) {
      await place.edit(place.ann, [place.shift(agent, 0)]);
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    expect((await told).changedBy).toBe('Test planner');
  });

  it('refuses the later of two edits of a shift, and says what happened, who did it and when', async () => {
    const added = await place.edit(place.ann, [place.shift(5, 1)], { label: 'Add shift' });
    const [{ id: shiftId, version: expectedVersion, agentId, startAt }] = added.shifts;
    const to = (hours: number) => [
      { shiftId, agentId, expectedVersion, startAt, endAt: new Date(Date.parse(startAt) + hours * 3_600_000) },
    ];
    await place.edit(place.ann, [place.shift(6, 1)], { label: 'Something else' });
    expect((await place.edit(place.ben, to(7), { label: 'Resize shift' })).__typename).toBe('ShiftsEdited');
    const refused = await place.edit(place.ann, to(5));
    expect(refused).toMatchObject({
      __typename: 'EditedMeanwhile',
      changedWhat: 'Resize shift',
      shifts: [{ id: shiftId, version: 2 }],
    });
    expect(Math.abs(Date.parse(refused.changedAt) - Date.now())).toBeLessThan(60_000);
  });

  it('loses nothing when many edit at once: every edit is either stored or refused', async () => {
    const added = await place.edit(
      place.ann,
      [0, 1, 2, 3].map((agent) => place.shift(agent, 3)),
    );
    // Each of eight clients resizes two of the four shifts; neighbours share one.
    const answers = await Promise.all(
      Array.from({ length: 8 }, (_, client) => {
        const pair = [client % 4, (client + 1) % 4].map((i) => added.shifts[i]);
        const edits = pair.map(({ id, agentId, version, startAt }: Loose) => ({
          shiftId: id,
          agentId,
          expectedVersion: version,
          startAt,
          endAt: new Date(Date.parse(startAt) + (client + 2) * 1_800_000).toISOString(),
        }));
        return place.edit(client % 2 ? place.ben : place.ann, edits, { label: `client ${client}` });
      }),
    );
    const stored = answers.filter(({ __typename }) => __typename === 'ShiftsEdited');
    const refused = answers.filter(({ __typename }) => __typename === 'EditedMeanwhile');
    expect(stored.length + refused.length).toBe(8);
    expect(stored.length).toBeGreaterThan(0);
    // Two stored edits never touched the same shift, and the board holds what they stored.
    const touched = stored.flatMap(({ shifts }) => shifts.map(({ id }: Loose) => id));
    expect(new Set(touched).size).toBe(touched.length);
    const board = await place.shifts();
    for (const { shifts } of stored)
      for (const { id, version, startAt, endAt } of shifts) {
        const index = board.ids.indexOf(id);
        expect(board.versions[index]).toBe(version);
        expect(board.lengthMinutes[index]).toBe((Date.parse(endAt) - Date.parse(startAt)) / 60_000);
      }
  });
});

describe('undo kept by the server', () => {
  it('gives each planner the own steps back, whichever process the page asks', async () => {
    const added = await place.edit(place.ann, [place.shift(7, 4)], { label: 'Ann adds' });
    await place.edit(place.ben, [place.shift(8, 4)], { label: 'Ben adds' });
    const anns = await place.ann.ask(UNDO, variables());
    expect(anns.done.at(-1)).toMatchObject({
      label: 'Ann adds',
      version: added.scheduleVersion,
      changes: [{ before: null, after: { id: added.shifts[0].id, locked: false } }],
    });
    const bens = await place.ben.ask(UNDO, variables());
    expect(bens.done.at(-1).label).toBe('Ben adds');
  });

  it('takes a removal back under the old id, so that older steps still find the shift', async () => {
    const added = await place.edit(place.ann, [place.shift(9, 4)], { label: 'Add' });
    const [shift] = added.shifts;
    const removal = { shiftId: shift.id, agentId: shift.agentId, expectedVersion: shift.version, remove: true };
    const removed = await place.edit(place.ann, [removal], { label: 'Remove' });
    const back = await place.edit(place.ann, [place.shift(9, 4)], {
      label: 'Undo',
      undoes: removed.scheduleVersion,
    });
    expect(back.shifts[0].id).toBe(shift.id);
    // Nobody's memory of the shift fits the one that came back.
    expect(back.shifts[0].version).toBeGreaterThan(shift.version);
    const stale = { ...removal, remove: undefined, locked: true };
    expect((await place.edit(place.ben, [stale])).__typename).toBe('EditedMeanwhile');
    const stack = await place.ann.ask(UNDO, variables());
    expect(stack.done.at(-1).version).toBe(added.scheduleVersion);
    expect(stack.undone.at(-1).version).toBe(removed.scheduleVersion);
    const again = await place.edit(place.ann, [{ ...removal, expectedVersion: back.shifts[0].version }], {
      redoes: removed.scheduleVersion,
    });
    expect(again.removedIds).toEqual([shift.id]);
    expect((await place.ann.ask(UNDO, variables())).done.at(-1).version).toBe(removed.scheduleVersion);
  });

  it('refuses to take back the step of somebody else', async () => {
    const added = await place.edit(place.ann, [place.shift(9, 5)]);
    const [{ id: shiftId, agentId, version: expectedVersion }] = added.shifts;
    const edits = [{ shiftId, agentId, expectedVersion, remove: true }];
    expect(await place.edit(place.ben, edits, { undoes: added.scheduleVersion })).toMatchObject({
      __typename: 'InvalidInput',
      path: 'undoes',
    });
  });

  it('lists everybody’s edits in the history', async () => {
    const [newest] = await place.ben.ask(HISTORY, variables());
    expect(newest).toMatchObject({ label: 'Edit', author: 'Test planner', isOwn: false, shiftCount: 1 });
  });
});
