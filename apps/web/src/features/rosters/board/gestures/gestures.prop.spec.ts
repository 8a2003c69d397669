import fc from 'fast-check';
import { boardFixture, FIXTURE_ACTIVITIES } from '../../../../../../../tests/kit/board-fixture.js';
import { createCoverage, recount } from '../coverage.js';
import { applyEdits, inverse, sameWork, type Proposal } from '../edits.js';
import type { BoardModel } from '../model.js';
import { activityCount, isTiled, placedOf } from '../tiling.js';
import { EMPTY_UNDO, pushStep, redoStep, undoStep } from '../undo-list.js';
import { copyShift } from './copy-shift.gesture.js';
import { drawShift } from './draw-shift.gesture.js';
import { swapShifts } from './swap-shifts.gesture.js';
import { toggleLock } from './lock.gesture.js';
import { moveActivities } from './move-activity.gesture.js';
import { moveShifts } from './move-shift.gesture.js';
import { paintActivities } from './paint-activity.gesture.js';
import { removeTargets } from './remove.gesture.js';
import { resizeActivity, resizeShifts } from './resize.gesture.js';
import type { GestureTarget } from './gesture.js';

const AGENTS = 6;

interface Gesture {
  readonly name: string;
  readonly seed: number;
  readonly agent: number;
  readonly shift: number;
  readonly activity: number;
  readonly delta: number;
  readonly edge: 'start' | 'end';
  readonly toAgent: number;
  readonly type: number;
}

const gestures: fc.Arbitrary<Gesture> = fc.record({
  name: fc.constantFrom(
    'move-shift',
    'reassign',
    'move-activity',
    'resize-shift',
    'resize-activity',
    'remove-shift',
    'remove-activity',
    'lock',
    'paint',
    'swap',
    'copy',
    'draw',
  ),
  seed: fc.integer({ min: 1, max: 50 }),
  agent: fc.nat(AGENTS - 1),
  shift: fc.nat(4),
  activity: fc.nat(9),
  delta: fc.integer({ min: -200, max: 200 }).map((n) => n * 5),
  edge: fc.constantFrom('start' as const, 'end' as const),
  toAgent: fc.nat(AGENTS - 1),
  type: fc.nat(FIXTURE_ACTIVITIES.length - 1),
});

/** Eight hours with a lunch in the middle. */
const DRAWN = {
  id: 'day-8',
  title: 'Day',
  earliestStartMinute: 420,
  latestStartMinute: 720,
  lengthMinutes: 480,
  activities: [{ activityTypeId: 'lunch', lengthMinutes: 45, earliestStartMinutes: 180, latestStartMinutes: 270 }],
};

let serial = 1;

function perform(model: BoardModel, g: Gesture): Proposal {
  const shift = model.shifts[g.agent]![g.shift % Math.max(1, model.shifts[g.agent]!.length)];
  if (!shift) return { label: { verb: 'move', what: 'shift', agentIds: [] }, edits: [] };
  const whole: GestureTarget = { agent: g.agent, shiftId: shift.id, activity: null };
  const part: GestureTarget = { ...whole, activity: g.activity % activityCount(shift) };
  switch (g.name) {
    case 'move-shift':
      return moveShifts(model, [whole], { deltaMinutes: g.delta });
    case 'reassign':
      return moveShifts(model, [whole], { deltaMinutes: g.delta, to: { agent: g.toAgent, newId: `new-${serial++}` } });
    case 'move-activity':
      return moveActivities(model, [part], g.delta);
    case 'resize-shift':
      return resizeShifts(model, [whole], { edge: g.edge, deltaMinutes: g.delta });
    case 'resize-activity':
      return resizeActivity(model, part, { edge: g.edge, deltaMinutes: g.delta });
    case 'remove-shift':
      return removeTargets(model, [whole]);
    case 'remove-activity':
      return removeTargets(model, [part]);
    case 'lock':
      return toggleLock(model, [whole]);
    case 'swap': {
      const other = model.shifts[g.toAgent]![g.activity % Math.max(1, model.shifts[g.toAgent]!.length)];
      return swapShifts(model, shift, other ?? shift);
    }
    case 'copy':
      return copyShift(model, shift, { agent: g.toAgent, deltaMinutes: g.delta, newId: `new-${serial++}` });
    case 'draw': {
      const span = { agent: g.toAgent, start: shift.start + g.delta, length: 60 + g.activity * 60 };
      return drawShift(model, span, { templates: [DRAWN], newId: `new-${serial++}` });
    }
    default:
      return paintActivities(model, [part], g.type);
  }
}

const allShifts = (model: BoardModel) => model.shifts.flat();
const start = (seed: number) =>
  boardFixture({ agentCount: AGENTS, seed, zone: 'Europe/Berlin', startsOn: '2026-10-19' });

describe('whatever the gesture', () => {
  it('activities tile their shift and shifts of an agent do not meet', () => {
    fc.assert(
      fc.property(fc.array(gestures, { minLength: 1, maxLength: 12 }), (list) => {
        let model = start(list[0]!.seed);
        for (const gesture of list) model = applyEdits(model, perform(model, gesture).edits);
        for (const shift of allShifts(model)) expect(isTiled(shift)).toBe(true);
        for (const own of model.shifts)
          own.forEach(
            (shift, i) => i > 0 && expect(own[i - 1]!.start + own[i - 1]!.length).toBeLessThanOrEqual(shift.start),
          );
        for (const own of model.shifts) for (const shift of own) expect(model.shifts[shift.agent]).toBe(own);
      }),
    );
  });

  it('taking it back leaves the same work as before, and doing it again the same as after', () => {
    fc.assert(
      fc.property(fc.array(gestures, { minLength: 1, maxLength: 8 }), (list) => {
        const before = start(list[0]!.seed);
        let model = before;
        let undo = EMPTY_UNDO;
        for (const gesture of list) {
          const proposal = perform(model, gesture);
          if (proposal.edits.length === 0) continue;
          model = applyEdits(model, proposal.edits);
          undo = pushStep(undo, proposal);
        }
        const after = model;
        for (let step = undoStep(undo); step; step = undoStep(undo))
          [model, undo] = [applyEdits(model, step.edits), step.list];
        expect(model.shifts).toEqual(before.shifts);
        for (let step = redoStep(undo); step; step = redoStep(undo))
          [model, undo] = [applyEdits(model, step.edits), step.list];
        expect(model.shifts).toEqual(after.shifts);
      }),
    );
  });

  it('coverage kept by differences equals a full count', () => {
    fc.assert(
      fc.property(gestures, (gesture) => {
        const model = start(gesture.seed);
        const { edits } = perform(model, gesture);
        const after = applyEdits(model, edits);
        const kept = recount(createCoverage(model, []), after);
        expect([...kept.scheduled]).toEqual([...createCoverage(applyEdits(model, edits), []).scheduled]);
      }),
    );
  });

  it('moving an activity keeps every activity of the shift with its length', () => {
    fc.assert(
      fc.property(gestures, (gesture) => {
        const model = start(gesture.seed);
        const { edits } = perform(model, { ...gesture, name: 'move-activity' });
        const parts = (e: Proposal['edits'][number], side: 'before' | 'after') =>
          placedOf(e[side]!, 0)
            .map((a) => `${a.type}:${a.length}`)
            .sort();
        for (const edit of edits) expect(parts(edit, 'after')).toEqual(parts(edit, 'before'));
      }),
    );
  });

  it('an edit that changes nothing is no edit, and edits invert twice to themselves', () => {
    fc.assert(
      fc.property(gestures, (gesture) => {
        const { edits } = perform(start(gesture.seed), gesture);
        for (const { before, after } of edits) expect(sameWork(before, after)).toBe(false);
        expect(inverse(inverse(edits))).toEqual(edits);
      }),
    );
  });
});
