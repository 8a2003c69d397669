import { boardFixture, fixtureDemand } from '../../../../../../tests/kit/board-fixture.js';
import type {
  EditShiftsInput,
  EditShiftsMutation,
  UndoStepFieldsFragment,
} from '../../../graphql/generated/graphql.js';
import { EMPTY_UNDO, findShift, instantOf, moveShifts } from '../board/index.js';
import { DeskSession } from '../desk/desk-session.js';
import { proposalOf } from './undo-log.js';

type Answer = EditShiftsMutation['editShifts'];

const model = boardFixture({ agentCount: 2 });
const shift = model.shifts[0]![0]!;
const iso = (minute: number) => new Date(instantOf(model, minute)).toISOString();

/** The step of the log that moved the first shift to where it is, from an hour earlier. */
const STEP: UndoStepFieldsFragment = {
  version: 12,
  label: 'Move shift, Ben Carter',
  changes: [{ before: remembered(-60), after: remembered(0) }],
};

function remembered(by: number) {
  const [startAt, endAt] = [iso(shift.start + by), iso(shift.start + by + shift.length)];
  const activities = [{ activityTypeId: 'contact', startAt, endAt, title: null }];
  return { id: shift.id, agentId: 'agent-0', startAt, endAt, templateId: null, locked: false, activities };
}

/** Without its activities but contact work, as the log remembers it. */
const plain = { ...model, shifts: [[proposalOf(model, STEP)!.edits[0]!.after!], ...model.shifts.slice(1)] };

function open() {
  const sent: EditShiftsInput[] = [];
  const send = (input: EditShiftsInput): Promise<Answer> => {
    sent.push(input);
    const shifts = input.edits.map((edit) => ({
      id: edit.shiftId!,
      version: edit.expectedVersion! + 1,
      agentId: edit.agentId,
      startAt: edit.startAt!,
      endAt: edit.endAt!,
      templateId: null,
      locked: false,
      handEdited: true,
      agreedForm: false,
      activities: edit.activities!.map((activity) => ({ ...activity, title: null })),
    }));
    return Promise.resolve({
      __typename: 'ShiftsEdited',
      scheduleVersion: 20 + sent.length,
      changesSincePublish: sent.length,
      shifts,
      removedIds: [],
    });
  };
  const info = { id: 'schedule', siteId: null, weekStartOn: '2026-11-02', weeks: 1, zone: 'Asia/Tokyo' };
  const session = new DeskSession(
    {
      info: {
        ...info,
        state: 'DRAFT',
        version: 20,
        publishedAt: null,
        changesSincePublish: 0,
        requirementId: null,
        updatedAt: '2026-11-01T00:00:00Z',
      },
      model: plain,
      demand: fixtureDemand(plain, 2),
    },
    {
      judge: () => [],
      send,
      labelOf: ({ verb, text }) => text ?? verb,
      onFailure: (error) => {
        throw error;
      },
      onRefused: (message) => {
        throw new Error(message);
      },
      now: () => 1000,
    },
    EMPTY_UNDO,
  );
  return { session, sent };
}

describe('steps the server remembers', () => {
  it('are taken back after a reload, and the mutation names the step', async () => {
    const { session, sent } = open();
    session.takeUndo({ done: [{ proposal: proposalOf(session.state.model, STEP)!, version: 12 }], undone: [] });
    expect(session.state.undo.done.at(-1)!.label.text).toBe('Move shift, Ben Carter');
    session.undo();
    await session.settled();
    expect(sent[0]).toMatchObject({ undoes: 12, label: 'Move shift, Ben Carter' });
    expect(findShift(session.state.model, shift.id)!.start).toBe(shift.start - 60);
    session.redo();
    await session.settled();
    expect(sent[1]).toMatchObject({ redoes: 12 });
    expect(sent[1]!.undoes).toBeUndefined();
  });

  it('made on this page are named by the version the server gave them, also when undo follows at once', async () => {
    const { session, sent } = open();
    session.commit(
      moveShifts(session.state.model, [{ agent: 0, shiftId: shift.id, activity: null }], { deltaMinutes: 30 }),
    );
    session.undo();
    await session.settled();
    expect(sent.map(({ undoes }) => undoes)).toEqual([undefined, 21]);
  });

  it('about people who are not on the board are left out', () => {
    const [change] = STEP.changes;
    const stranger = { ...change!.after!, agentId: 'nobody' };
    expect(proposalOf(model, { ...STEP, changes: [{ before: null, after: stranger }] })).toBeNull();
  });

  it('news of an earlier edit of theirs counts although our answer overtook it', () => {
    const { session } = open();
    const moved = { ...remembered(-60), version: 2, handEdited: true, agreedForm: false };
    const reload = session.receive({
      scheduleId: 'schedule',
      version: 19,
      state: 'DRAFT',
      changesSincePublish: 0,
      changedBy: 'Ben',
      shifts: [moved],
      removedIds: [],
      reload: false,
    });
    expect(reload).toBe(false);
    expect(findShift(session.state.model, shift.id)!.start).toBe(shift.start - 60);
    expect(session.state.info.version).toBe(20);
  });
});
