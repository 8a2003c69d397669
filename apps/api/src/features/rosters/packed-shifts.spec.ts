import { activitiesOf, packShifts } from './packed-shifts.js';

const keys = { agentIds: ['amy', 'ben'], templateIds: ['late'], activityTypeIds: ['contact', 'lunch'] };

describe('packed shifts', () => {
  it('name agents and templates by place and say where each shift’s activities begin', () => {
    const packed = packShifts(
      {
        ids: ['s1', 's2'],
        versions: [1, 4],
        agentIds: ['ben', 'amy'],
        startMinute: [0, 60],
        lengthMinutes: [60, 60],
        templateIds: [null, 'late'],
        flags: [0, 2],
      },
      { shift: [0, 0, 1], type: [0, 1, 0], startMinute: [0, 30, 60], lengthMinutes: [30, 30, 60] },
      keys,
    );
    expect(packed.agentIndex).toEqual([1, 0]);
    expect(packed.templateIndex).toEqual([-1, 0]);
    expect(packed.activityOffset).toEqual([0, 2, 3]);
  });

  it('have one offset when there is no shift', () => {
    const none = {
      ids: [],
      versions: [],
      agentIds: [],
      startMinute: [],
      lengthMinutes: [],
      templateIds: [],
      flags: [],
    };
    expect(packShifts(none, { shift: [], type: [], startMinute: [], lengthMinutes: [] }, keys).activityOffset).toEqual([
      0,
    ]);
  });
});

describe('activities of shifts, one number each', () => {
  it('last until the next begins, the last until the shift’s end; a shift before the board has negative minutes', () => {
    // Two known types: a code is start x 3 + type + 1; type 0 stands for one nobody knows any more.
    const shifts = { startMinute: [-90, 480, 600], lengthMinutes: [60, 45, 30] };
    const coded = [[-90 * 3 + 1, -60 * 3 + 2], [480 * 3 + 2, 495 * 3], null];
    expect(activitiesOf(shifts, coded, 2)).toEqual({
      shift: [0, 0, 1, 1],
      type: [0, 1, 1, -1],
      startMinute: [-90, -60, 480, 495],
      lengthMinutes: [30, 30, 15, 30],
    });
  });
});
