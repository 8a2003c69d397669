import { boardFixture, fixtureDemand } from '../../../../../../tests/kit/board-fixture.js';
import type { EditShiftsInput, EditShiftsMutation } from '../../../graphql/generated/graphql.js';
import {
  EMPTY_UNDO,
  findShift,
  instantOf,
  moveShifts,
  removeTargets,
  type BoardModel,
  type BoardShift,
} from '../board/index.js';
import { DeskSession } from './desk-session.js';
import type { ScheduleInfo } from './desk-mapper.js';
import type { DeskBreach } from './judge.js';

type Answer = EditShiftsMutation['editShifts'];

const INFO: ScheduleInfo = {
  id: 'schedule',
  siteId: null,
  weekStartOn: '2026-11-02',
  weeks: 1,
  zone: 'Asia/Tokyo',
  state: 'DRAFT',
  version: 1,
  publishedAt: null,
  changesSincePublish: 0,
  requirementId: null,
  updatedAt: '2026-11-01T00:00:00Z',
};
const iso = (model: BoardModel, minute: number) => new Date(instantOf(model, minute)).toISOString();

/** A server that stores what it is sent, and gives new shifts ids of its own. */
function honestServer(model: BoardModel) {
  const received: EditShiftsInput[] = [];
  let version = 1;
  const send = (input: EditShiftsInput): Promise<Answer> => {
    received.push(input);
    version++;
    const kept = input.edits.filter((edit) => !edit.remove);
    const shifts = kept.map((edit, i) => ({
      id: edit.shiftId ?? `server-${version}-${i}`,
      version: (edit.expectedVersion ?? 0) + 1,
      agentId: edit.agentId,
      startAt: edit.startAt!,
      endAt: edit.endAt!,
      templateId: edit.templateId ?? null,
      locked: edit.locked ?? false,
      handEdited: true,
      agreedForm: false,
      activities: edit.activities!.map((activity) => ({ ...activity, title: null })),
    }));
    const removedIds = input.edits.flatMap((edit) => (edit.remove ? [edit.shiftId!] : []));
    return Promise.resolve({
      __typename: 'ShiftsEdited',
      scheduleVersion: version,
      changesSincePublish: version,
      shifts,
      removedIds,
    });
  };
  return { received, send, model };
}

function open(
  send: (input: EditShiftsInput) => Promise<Answer>,
  judge: (shifts: readonly BoardShift[]) => DeskBreach[] = () => [],
) {
  const model = boardFixture({ agentCount: 3 });
  const failures: unknown[] = [];
  const session = new DeskSession(
    { info: INFO, model, demand: fixtureDemand(model, 2) },
    {
      judge: (_model, _agent, shifts) => judge(shifts),
      send,
      labelOf: (label) => `${label.verb} ${label.what}`,
      onFailure: (error) => failures.push(error),
      onRefused: (message) => failures.push(message),
      now: () => 1000,
    },
    EMPTY_UNDO,
  );
  const shift = model.shifts[0]![0]!;
  const move = (minutes: number) =>
    session.commit(
      moveShifts(session.state.model, [{ agent: 0, shiftId: shift.id, activity: null }], { deltaMinutes: minutes }),
    );
  return { session, model, shift, move, failures };
}

const shown = (session: DeskSession, id: string) => findShift(session.state.model, id);

describe('a session of the board', () => {
  it('shows an edit at once, sends it as one mutation and takes over the new version', async () => {
    const server = honestServer(boardFixture({ agentCount: 3 }));
    const { session, shift, move } = open(server.send);
    move(30);
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start + 30, version: 1 });
    expect(session.state.saving.kind).toBe('saving');
    await session.settled();
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start + 30, version: 2 });
    expect(session.state.saving).toEqual({ kind: 'saved', at: 1000 });
    expect(server.received).toHaveLength(1);
    expect(server.received[0]).toMatchObject({
      label: 'move shift',
      edits: [{ shiftId: shift.id, expectedVersion: 1 }],
    });
    expect(session.state.undo.done).toHaveLength(1);
  });

  it('sends edits of the same shift one after another, each on the version the last one made', async () => {
    const server = honestServer(boardFixture({ agentCount: 3 }));
    const { session, shift, move } = open(server.send);
    move(15);
    move(15);
    move(15);
    await session.settled();
    expect(server.received.map((input) => input.edits[0]!.expectedVersion)).toEqual([1, 2, 3]);
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start + 45, version: 4 });
  });

  it('undo and redo are mutations of their own', async () => {
    const server = honestServer(boardFixture({ agentCount: 3 }));
    const { session, shift, move } = open(server.send);
    move(60);
    await session.settled();
    session.undo();
    await session.settled();
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start, version: 3 });
    session.redo();
    await session.settled();
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start + 60, version: 4 });
    expect(server.received.map((input) => input.edits[0]!.startAt)).toHaveLength(3);
  });

  it('brings a removed shift back under the id the server gives it, and can remove it again', async () => {
    const server = honestServer(boardFixture({ agentCount: 3 }));
    const { session, shift } = open(server.send);
    session.commit(removeTargets(session.state.model, [{ agent: 0, shiftId: shift.id, activity: null }]));
    await session.settled();
    session.undo();
    await session.settled();
    const back = session.state.model.shifts[0]!.find((one) => one.start === shift.start)!;
    expect(back.id).toBe('server-3-0');
    session.redo();
    await session.settled();
    expect(server.received[2]!.edits[0]).toMatchObject({ shiftId: 'server-3-0', remove: true, expectedVersion: 1 });
    expect(session.state.model.shifts[0]!.some((one) => one.start === shift.start)).toBe(false);
  });

  it('keeps coverage equal to a full count after every edit', async () => {
    const server = honestServer(boardFixture({ agentCount: 3 }));
    const { session, move, model } = open(server.send);
    await session.judgeAll(() => Promise.resolve(), 2);
    const before = [...session.state.coverage.scheduled];
    move(30);
    expect([...session.state.coverage.scheduled]).not.toEqual(before);
    session.undo();
    await session.settled();
    expect([...session.state.coverage.scheduled]).toEqual(before);
    expect(model.shifts[0]![0]!.version).toBe(1);
  });
});

describe('when the server says no', () => {
  it('EditedMeanwhile shows both versions; keeping mine sends it on top of theirs', async () => {
    const answers: EditShiftsInput[] = [];
    const { session, shift, move, model } = open((input) => {
      answers.push(input);
      if (answers.length > 1) return honestServer(model).send(input);
      const theirs = {
        id: shift.id,
        version: 7,
        agentId: 'agent-0',
        startAt: iso(model, shift.start - 60),
        endAt: iso(model, shift.start - 60 + shift.length),
        templateId: null,
        locked: false,
        handEdited: true,
        agreedForm: false,
        activities: [
          {
            activityTypeId: 'contact',
            title: null,
            startAt: iso(model, shift.start - 60),
            endAt: iso(model, shift.start - 60 + shift.length),
          },
        ],
      };
      return Promise.resolve({
        __typename: 'EditedMeanwhile',
        message: '',
        scheduleVersion: 9,
        shifts: [theirs],
        removedIds: [],
        changedBy: 'Ben',
        changedAt: null,
        changedWhat: null,
      });
    });
    move(30);
    await session.settled();
    expect(session.state.conflict).toMatchObject({ changedBy: 'Ben', theirs: [{ start: shift.start - 60 }] });
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start - 60, version: 7 });
    expect(session.state.undo.done).toHaveLength(0);
    session.resolveConflict('mine');
    await session.settled();
    expect(answers[1]!.edits[0]).toMatchObject({
      shiftId: shift.id,
      expectedVersion: 7,
      startAt: iso(model, shift.start + 30).replace('.000', ''),
    });
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start + 30 });
  });

  it('must breaches take the edit back and ask for a reason, with which it is sent again', async () => {
    const sent: EditShiftsInput[] = [];
    const { session, shift, move, model } = open((input) => {
      sent.push(input);
      if (input.overrideReason) return honestServer(model).send(input);
      return Promise.resolve({ __typename: 'ScheduleHasBreaches', message: '', breaches: [] });
    });
    move(30);
    await session.settled();
    expect(session.state.needsReason).not.toBeNull();
    expect(shown(session, shift.id)!.start).toBe(shift.start);
    session.giveReason('Agreed with the agent');
    await session.settled();
    expect(sent[1]).toMatchObject({ overrideReason: 'Agreed with the agent' });
    expect(shown(session, shift.id)!.start).toBe(shift.start + 30);
  });

  it('a lost connection takes the edit back and says so', async () => {
    const { session, shift, move, failures } = open(() => Promise.reject(new Error('offline')));
    move(30);
    await session.settled();
    expect(shown(session, shift.id)!.start).toBe(shift.start);
    expect(session.state.undo.done).toHaveLength(0);
    expect(failures).toHaveLength(1);
  });
});

describe('when another planner edits', () => {
  const change = (model: BoardModel, shift: BoardShift, by: number) => ({
    scheduleId: 'schedule',
    version: 5,
    state: 'DRAFT' as const,
    changesSincePublish: 0,
    changedBy: 'Ben',
    removedIds: [],
    reload: false,
    shifts: [
      {
        id: shift.id,
        version: 4,
        agentId: 'agent-0',
        startAt: iso(model, shift.start + by),
        endAt: iso(model, shift.start + by + shift.length),
        templateId: null,
        locked: false,
        handEdited: true,
        agreedForm: false,
        activities: [
          {
            activityTypeId: 'contact',
            title: null,
            startAt: iso(model, shift.start + by),
            endAt: iso(model, shift.start + by + shift.length),
          },
        ],
      },
    ],
  });

  it('the change appears, judged and counted', () => {
    const { session, model, shift } = open(honestServer(boardFixture({ agentCount: 3 })).send);
    expect(session.receive(change(model, shift, 45))).toBe(false);
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start + 45, version: 4 });
    expect(session.state.info.version).toBe(5);
    expect(session.receive({ ...change(model, shift, 0), reload: true })).toBe(true);
  });

  it('undo over it asks first', async () => {
    const { session, model, shift, move } = open(honestServer(boardFixture({ agentCount: 3 })).send);
    move(30);
    await session.settled();
    session.receive(change(model, shift, 90));
    expect(session.undo()).toBeNull();
    expect(session.state.conflict?.theirs[0]).toMatchObject({ start: shift.start + 90 });
    session.resolveConflict('theirs');
    expect(shown(session, shift.id)).toMatchObject({ start: shift.start + 90 });
  });
});

describe('judgement while the hand moves', () => {
  const late = (shifts: readonly BoardShift[]): DeskBreach[] =>
    shifts
      .filter((s) => s.start % 1440 > 700)
      .map((s) => ({
        ruleId: 'late',
        level: 'must',
        agent: s.agent,
        at: s.start,
        title: { en: 'Late', ja: '遅い' },
        message: { en: '', ja: '' },
        source: '',
      }));

  it('names new must breaches and the worst interval, and leaves no trace when cancelled', () => {
    const { session, shift } = open(honestServer(boardFixture({ agentCount: 3 })).send, late);
    session.propose(
      moveShifts(session.state.model, [{ agent: 0, shiftId: shift.id, activity: null }], { deltaMinutes: 300 }),
    );
    expect(session.state.pending!.newMust).toHaveLength(1);
    expect(session.state.pending!.worst).not.toBeNull();
    expect(shown(session, shift.id)!.start).toBe(shift.start);
    session.cancel();
    expect(session.state.pending).toBeNull();
    expect(session.state.findings.size).toBe(0);
  });
});
