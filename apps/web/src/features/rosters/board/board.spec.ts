import {
  boardFixture,
  FIXTURE_ACTIVITIES,
  FIXTURE_QUEUE,
  fixtureDemand,
} from '../../../../../../tests/kit/board-fixture.js';
import { columnPixels, type BoardAxis } from './axis.js';
import { columnGap, createCoverage, gapIn, gapTotals } from './coverage.js';
import { hitTest } from './hit-test.js';
import { BOARD_KEYS, commandOf } from './keys.js';
import { buildRows, layoutRows, rowAt, rowsBetween, type RowOptions } from './layout.js';
import { unpackShifts, type BoardModel } from './model.js';
import { choose, NO_SELECTION, stepActivity, stepRow } from './selection.js';
import { tile } from './tiling.js';
import { renameShift } from './undo-list.js';

const options: RowOptions = {
  groupBy: 'team',
  sort: 'name',
  text: '',
  teamIds: [],
  onlyBreaches: false,
  folded: new Set(),
  day: 0,
  breachCounts: new Map(),
  groupOrder: ['team-1', 'team-0'],
  pinned: new Set(),
  compareText: (a, b) => a.localeCompare(b),
};
const heights = { agent: 30, group: 26 };

function axisOf(model: BoardModel, width: number): BoardAxis {
  return {
    startAt: model.startAt,
    lengthMinutes: model.lengthMinutes,
    days: model.days,
    displayZone: model.zone,
    ...columnPixels('day', width, 15),
  };
}

describe('packed shifts', () => {
  it('unpack into one list an agent with their marks', () => {
    const lists = unpackShifts(
      {
        ids: ['b', 'a'],
        versions: [4, 1],
        agentIndex: [1, 1],
        startMinute: [2000, 540],
        lengthMinutes: [60, 120],
        templateIndex: [-1, 0],
        flags: [1, 6],
        activityOffset: [0, 1, 3],
        activityType: [0, 0, 1],
        activityStartMinute: [2000, 540, 600],
        activityLengthMinutes: [60, 60, 60],
        templateIds: ['t'],
        activityTypeIds: ['contact', 'lunch'],
      },
      FIXTURE_ACTIVITIES,
      2,
    );
    expect(lists[0]).toEqual([]);
    expect(lists[1]![0]).toMatchObject({
      id: 'a',
      templateId: 't',
      handEdited: true,
      changed: true,
      locked: false,
      activities: [0, 540, 60, 2, 600, 60],
    });
    expect(lists[1]![1]).toMatchObject({ id: 'b', templateId: null, locked: true });
  });
});

describe('rows', () => {
  const model = boardFixture({ agentCount: 5 });

  it('are grouped in the order of the teams, folded groups without their agents', () => {
    const rows = buildRows(model, { ...options, folded: new Set(['team-1']) });
    expect(rows.map((row) => (row.kind === 'group' ? row.key : row.agent))).toEqual(['team-1', 'team-0', 0, 2, 4]);
  });

  it('are filtered by text, team and breaches', () => {
    const agents = (change: Partial<RowOptions>) =>
      buildRows(model, { ...options, groupBy: 'none', ...change }).map((row) =>
        row.kind === 'agent' ? row.agent : -1,
      );
    expect(agents({ text: 'agent 0003' })).toEqual([3]);
    expect(agents({ teamIds: ['team-1'] })).toEqual([1, 3]);
    expect(agents({ onlyBreaches: true, breachCounts: new Map([[4, 1]]) })).toEqual([4]);
  });

  it('are found by pixel from first to last', () => {
    const layout = layoutRows(buildRows(model, options), heights); // 26 + 2 x 30 + 26 + 3 x 30 = 202
    expect(layout.tops.at(-1)).toBe(202);
    expect([0, 25, 26, 85, 86, 201, 999].map((y) => rowAt(layout, y))).toEqual([0, 0, 1, 2, 3, 6, 6]);
    expect(rowsBetween(layout, 26, 56)).toEqual({ first: 1, last: 2 });
    expect(rowsBetween(layoutRows([], heights), 0, 100)).toEqual({ first: 0, last: 0 });
  });
});

describe('coverage', () => {
  const empty = boardFixture({ agentCount: 1 });
  const span = { start: 540, length: 120 };
  const shift = { ...empty.shifts[0]![0]!, ...span, activities: tile(span, [{ type: 2, start: 580, length: 30 }], 0) };
  const model = { ...empty, shifts: [[shift]] };

  it('counts contact work by the minute and takes like from like', () => {
    const coverage = createCoverage(model, [
      { ...FIXTURE_QUEUE, start: 540, stepMinutes: 30, agentsToRoster: [2, null, 1] },
    ]);
    // 09:30-09:45 holds 10 of 15 minutes of contact work, but is closed: all over; 09:00-09:15 is 1 against 2.
    expect(coverage.scheduled[38]).toBeCloseTo(10 / 15);
    expect(gapIn(coverage, 36)).toBe(-1);
    expect(gapIn(coverage, 38)).toBeCloseTo(10 / 15);
    expect(gapIn(coverage, 0)).toBeNaN();
    expect(gapTotals(coverage, 0, 1440).shortHours).toBeCloseTo(0.5 + 10 / 60); // 2 slots short 1; 10:00-10:10 at lunch
  });

  it('shows the worst shortage of a wide column and the mean where none is short', () => {
    const coverage = createCoverage(model, [
      { ...FIXTURE_QUEUE, start: 540, stepMinutes: 15, agentsToRoster: [0, 3, 0, 0] },
    ]);
    expect(columnGap(coverage, 540, 60)).toBe(-2);
    expect(columnGap(coverage, 540, 15)).toBe(1);
    expect(columnGap(coverage, 0, 60)).toBeNaN();
  });

  it('knows that no requirement is not a requirement of none', () => {
    expect(createCoverage(model, []).hasDemand).toBe(false);
    expect(createCoverage(model, fixtureDemand(model, 3)).hasDemand).toBe(true);
  });
});

describe('what lies under the pointer', () => {
  const model = boardFixture({ agentCount: 3 });
  const layout = layoutRows(buildRows(model, options), heights);
  const axis = axisOf(model, 960);
  const row = layout.rows.findIndex((r) => r.kind === 'agent' && r.agent === 1);
  const y = layout.tops[row]! + 15;
  const shift = model.shifts[1]![0]!;
  const at = (minute: number) => hitTest({ model, layout, axis }, Math.round(minute * axis.pixelsPerMinute), y);

  it('is the group, the empty day, the shift edge, contact work or an activity', () => {
    expect(hitTest({ model, layout, axis }, 10, 3)).toEqual({ kind: 'group', key: 'team-1' });
    expect(hitTest({ model, layout, axis }, 10, 5000)).toEqual({ kind: 'none' });
    expect(at(shift.start - 120)).toMatchObject({ kind: 'empty', agent: 1 });
    expect(at(shift.start)).toMatchObject({ kind: 'segment', base: true, edge: 'start', shiftEdge: true });
    expect(at(shift.start + 40)).toMatchObject({ kind: 'segment', base: true, edge: null, activity: 0 });
    expect(at(shift.activities[4]! + 8)).toMatchObject({ kind: 'segment', base: false, activity: 1, edge: null });
  });
});

describe('selection and cursor', () => {
  const model = boardFixture({ agentCount: 3 });
  const layout = layoutRows(buildRows(model, options), heights);
  const shift = model.shifts[0]![0]!;

  it('walks through shift and activities, then to the next day', () => {
    let cursor = { agent: 0, day: 0, target: { agent: 0, shiftId: shift.id, activity: null as number | null } };
    const seen: (number | null)[] = [];
    for (let i = 0; i < shift.activities.length / 3; i++) {
      cursor = stepActivity(model, cursor, 1) as typeof cursor;
      seen.push(cursor.target.activity);
    }
    expect(seen).toEqual(Array.from({ length: shift.activities.length / 3 }, (_, i) => i));
    expect(stepActivity(model, cursor, 1)).toMatchObject({ day: 1, target: { activity: null } });
  });

  it('goes to the same time in the next row', () => {
    const next = stepRow(model, layout, {
      cursor: { agent: 0, day: 0, target: { agent: 0, shiftId: shift.id, activity: 0 } },
      by: 1,
    });
    expect(next).toMatchObject({ agent: 2, day: 0 });
  });

  it('adds with Ctrl, takes away again, and does not mix shifts with activities', () => {
    const whole = { agent: 0, shiftId: shift.id, activity: null };
    const part = { agent: 0, shiftId: shift.id, activity: 1 };
    const one = choose(model, NO_SELECTION, { target: whole, add: false });
    const two = choose(model, one, {
      target: { agent: 1, shiftId: model.shifts[1]![0]!.id, activity: null },
      add: true,
    });
    expect(two.targets).toHaveLength(2);
    expect(choose(model, two, { target: whole, add: true }).targets).toHaveLength(1);
    expect(choose(model, two, { target: part, add: true }).targets).toEqual([part]);
  });
});

describe('keys', () => {
  const press = (key: string, mods: Partial<Parameters<typeof commandOf>[0]> = {}) =>
    commandOf({ key, ctrlKey: false, metaKey: false, shiftKey: false, altKey: false, ...mods });

  it('name commands, with Ctrl and Shift told apart', () => {
    expect([
      press('z'),
      press('z', { ctrlKey: true }),
      press('Z', { ctrlKey: true, shiftKey: true }),
      press('y', { metaKey: true }),
    ]).toEqual(['zoom', 'undo', 'redo', 'redo']);
    expect([
      press('ArrowRight'),
      press('ArrowRight', { shiftKey: true }),
      press('ArrowRight', { ctrlKey: true }),
    ]).toEqual(['activity-after', 'extend-after', 'day-after']);
    expect([press('3'), press('v'), press('?', { shiftKey: true }), press('q')]).toEqual([
      'paint',
      'why-short',
      'all-keys',
      null,
    ]);
  });

  it('do nothing while an input method composes', () => {
    expect(press('m', { isComposing: true })).toBeNull();
  });

  it('are listed once each', () => {
    const names = BOARD_KEYS.map((b) => `${b.key}/${b.ctrl ?? ''}/${b.shift ?? ''}`);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('undo list in the session', () => {
  it('follows a shift the server named', () => {
    const model = boardFixture({ agentCount: 1 });
    const list = {
      done: [
        {
          label: { verb: 'remove' as const, what: 'shift', agentIds: ['agent-0'] },
          edits: [{ before: model.shifts[0]![0]!, after: null }],
        },
      ],
      undone: [],
    };
    expect(renameShift(list, 's-0-0', 'server-9').done[0]!.edits[0]!.before!.id).toBe('server-9');
  });
});
