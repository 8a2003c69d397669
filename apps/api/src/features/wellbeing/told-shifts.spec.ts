import { toldOf } from './told-shifts.js';

const HOUR = 3_600_000;
const span = (agentId: string, hour: number, hours = 8) => ({
  agentId,
  startAt: hour * HOUR,
  endAt: (hour + hours) * HOUR,
});
const publishedAt = 10 * HOUR;

describe('what an agent was told', () => {
  it('is the publishing where nothing changed after it', () => {
    expect(toldOf('amy', { shifts: [span('amy', 100)], moved: [], publishedAt })).toEqual({
      notices: [{ shiftStartAt: 100 * HOUR, toldAt: publishedAt }],
      changes: [],
    });
  });

  it('is the edit that gave a shift its times, and each edit is a change of the shift before', () => {
    const moved = [
      { at: 20 * HOUR, before: span('amy', 100), after: span('amy', 104) },
      { at: 30 * HOUR, before: span('amy', 130), after: null },
      { at: 31 * HOUR, before: null, after: span('amy', 150) },
    ];
    expect(toldOf('amy', { shifts: [span('amy', 104), span('amy', 150)], moved, publishedAt })).toEqual({
      notices: [
        { shiftStartAt: 104 * HOUR, toldAt: 20 * HOUR },
        { shiftStartAt: 150 * HOUR, toldAt: 31 * HOUR },
      ],
      changes: [
        { shiftStartAt: 100 * HOUR, changedAt: 20 * HOUR },
        { shiftStartAt: 130 * HOUR, changedAt: 30 * HOUR },
        { shiftStartAt: 150 * HOUR, changedAt: 31 * HOUR },
      ],
    });
  });

  it('is of both when a shift changes hands, and of nobody else', () => {
    const moved = [{ at: 20 * HOUR, before: span('amy', 100), after: span('ben', 100) }];
    expect(toldOf('amy', { shifts: [], moved, publishedAt }).changes).toHaveLength(1);
    expect(toldOf('ben', { shifts: [span('ben', 100)], moved, publishedAt })).toEqual({
      notices: [{ shiftStartAt: 100 * HOUR, toldAt: 20 * HOUR }],
      changes: [{ shiftStartAt: 100 * HOUR, changedAt: 20 * HOUR }],
    });
    expect(toldOf('cho', { shifts: [], moved, publishedAt })).toEqual({ notices: [], changes: [] });
  });

  it('does not count edits of the draft', () => {
    const moved = [{ at: 5 * HOUR, before: span('amy', 100), after: span('amy', 104) }];
    expect(toldOf('amy', { shifts: [span('amy', 104)], moved, publishedAt })).toEqual({
      notices: [{ shiftStartAt: 104 * HOUR, toldAt: publishedAt }],
      changes: [],
    });
  });
});
