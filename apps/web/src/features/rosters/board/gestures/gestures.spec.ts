import { boardFixture } from '../../../../../../../tests/kit/board-fixture.js';
import { applyEdits } from '../edits.js';
import type { BoardModel, BoardShift } from '../model.js';
import { placedOf, tile } from '../tiling.js';
import { moveActivities } from './move-activity.gesture.js';
import { moveShifts } from './move-shift.gesture.js';
import { resizeActivity, resizeShifts } from './resize.gesture.js';
import { removeTargets } from './remove.gesture.js';
import { enterShift, entryFromTemplate } from './shift-form.gesture.js';

const BREAK = 1;
const LUNCH = 2;

/** Monday 09:00-18:00 with a break at 10:30, lunch at 12:30 for 45 minutes and a break at 15:00. */
function boardWithOneShift(): { model: BoardModel; shift: BoardShift } {
  const empty = boardFixture({ agentCount: 2 });
  const span = { start: 540, length: 540 };
  const placed = [
    { type: BREAK, start: 630, length: 15 },
    { type: LUNCH, start: 750, length: 45 },
    { type: BREAK, start: 900, length: 15 },
  ];
  const shift: BoardShift = {
    id: 'a',
    version: 3,
    agent: 0,
    ...span,
    templateId: null,
    locked: false,
    handEdited: false,
    changed: false,
    activities: tile(span, placed, 0),
  };
  return { model: { ...empty, shifts: [[shift], []] }, shift };
}

const whole = { agent: 0, shiftId: 'a', activity: null };
const lunch = { agent: 0, shiftId: 'a', activity: 3 };
const after = (proposal: { edits: readonly { after: BoardShift | null }[] }) => proposal.edits[0]?.after ?? null;

describe('gestures', () => {
  it('lunch moved by an hour leaves contact work behind', () => {
    const { model } = boardWithOneShift();
    const result = after(moveActivities(model, [lunch], 60))!;
    expect(placedOf(result, 0).map((a) => a.start)).toEqual([630, 810, 900]); // 12:30 + 1 h = 13:30
    expect(result.handEdited && result.changed).toBe(true);
  });

  it('lunch dragged onto a break stops beside it, on the nearer side', () => {
    const { model } = boardWithOneShift();
    // Wanted 14:45-15:30 over the break 15:00-15:15: before it ends at 15:00 (14:15, 30 away), after it starts 15:15 (30 away).
    expect(placedOf(after(moveActivities(model, [lunch], 120))!, 0).map((a) => a.start)).toEqual([630, 855, 900]);
    expect(placedOf(after(moveActivities(model, [lunch], 150))!, 0).map((a) => a.start)).toEqual([630, 900, 915]);
  });

  it('a locked shift stays where it is', () => {
    const { model, shift } = boardWithOneShift();
    const locked = { ...model, shifts: [[{ ...shift, locked: true }], []] };
    for (const proposal of [
      moveShifts(locked, [whole], { deltaMinutes: 60 }),
      moveActivities(locked, [lunch], 60),
      removeTargets(locked, [whole]),
    ]) {
      expect(proposal.edits).toEqual([]);
    }
  });

  it('a shift dragged to another row belongs to that agent', () => {
    const { model } = boardWithOneShift();
    const proposal = moveShifts(model, [whole], { deltaMinutes: -60, to: { agent: 1, newId: 'new-1' } });
    const next = applyEdits(model, proposal.edits);
    expect(proposal.label).toEqual({ verb: 'reassign', what: 'shift', agentIds: ['agent-0', 'agent-1'] });
    expect(next.shifts[0]).toEqual([]);
    expect(next.shifts[1]![0]).toMatchObject({ id: 'new-1', agent: 1, start: 480 });
  });

  it('the shift end drawn in pushes the last break inside', () => {
    const { model } = boardWithOneShift();
    const result = after(resizeShifts(model, [whole], { edge: 'end', deltaMinutes: -175 }))!; // 18:00 - 175 min = 15:05
    expect(result.length).toBe(365);
    expect(placedOf(result, 0).at(-1)).toEqual({ type: BREAK, start: 890, length: 15 }); // ends with the shift
  });

  it('a shift never shrinks below what it must hold', () => {
    const { model } = boardWithOneShift();
    expect(resizeShifts(model, [whole], { edge: 'end', deltaMinutes: -480 }).edits).toEqual([]); // 60 min cannot hold 75
  });

  it('lunch can grow up to the next break only', () => {
    const { model } = boardWithOneShift();
    const result = after(resizeActivity(model, lunch, { edge: 'end', deltaMinutes: 500 }))!;
    expect(placedOf(result, 0)[1]).toEqual({ type: LUNCH, start: 750, length: 150 }); // to 15:00
  });

  it('a removed break becomes contact work and a removed shift leaves the day free', () => {
    const { model } = boardWithOneShift();
    expect(placedOf(after(removeTargets(model, [{ ...lunch, activity: 1 }]))!, 0).map((a) => a.start)).toEqual([
      750, 900,
    ]);
    expect(after(removeTargets(model, [whole]))).toBeNull();
  });

  it('a typed shift is laid as typed, or refused with the reason', () => {
    const { model, shift } = boardWithOneShift();
    const entry = {
      agent: 0,
      start: 480,
      length: 480,
      templateId: null,
      locked: false,
      placed: [{ type: LUNCH, start: 720, length: 60 }],
    };
    expect(enterShift(model, entry, { current: shift, newId: 'new-1' })).toMatchObject({
      kind: 'proposal',
      proposal: { label: { verb: 'change' } },
    });
    expect(enterShift(model, { ...entry, length: 20 }, { current: shift, newId: 'x' })).toEqual({
      kind: 'refused',
      problem: 'too-short',
    });
    expect(
      enterShift(
        model,
        { ...entry, placed: [{ type: LUNCH, start: 950, length: 60 }] },
        { current: shift, newId: 'x' },
      ),
    ).toEqual({ kind: 'refused', problem: 'activity-outside' });
    expect(enterShift(model, entry, { current: null, newId: 'new-1' })).toEqual({
      kind: 'refused',
      problem: 'outside-horizon-or-overlap',
    });
  });

  it('a template is laid with its activities in the middle of their windows', () => {
    const { model } = boardWithOneShift();
    const template = {
      id: 't',
      lengthMinutes: 480,
      activities: [{ activityTypeId: 'lunch', lengthMinutes: 60, earliestStartMinutes: 180, latestStartMinutes: 270 }],
    };
    // (180 + 270) / 2 = 225 minutes after 09:00.
    expect(entryFromTemplate(model, template, { agent: 1, start: 540 })).toMatchObject({
      length: 480,
      placed: [{ type: LUNCH, start: 765, length: 60 }],
    });
  });
});
