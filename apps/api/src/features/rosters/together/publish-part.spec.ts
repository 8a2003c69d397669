import { instantOfLocal } from '@yotei/time';
import type { StoredShift } from '../shifts.repository.js';
import { checkedPart, isIn, publishedDaysOff } from './publish-part.js';

const WEEK = { weekStartOn: '2026-11-02', weeks: 1 };
const of = {
  zone: 'Europe/Dublin',
  teamOf: new Map([
    ['amy', 'red'],
    ['ben', 'blue'],
  ]),
};
const shift = (agentId: string, on: string, hour: number) =>
  ({ agentId, startAt: instantOfLocal(on, hour * 60, of.zone) }) as StoredShift;

describe('the part of a schedule that is published', () => {
  it('is everything when nothing is named, or everything is', () => {
    expect(checkedPart(WEEK, null)).toEqual({ kind: 'all' });
    expect(checkedPart(WEEK, { teamIds: [], fromOn: '2026-11-02', untilOn: '2026-11-09' })).toEqual({ kind: 'all' });
  });

  it('must lie in the weeks of the schedule', () => {
    expect(checkedPart(WEEK, { fromOn: '2026-11-01' })).toMatchObject({ kind: 'invalid' });
    expect(checkedPart(WEEK, { fromOn: '2026-11-05', untilOn: '2026-11-05' })).toMatchObject({ kind: 'invalid' });
  });

  it('holds a shift by team and by the local day it starts on, a night shift with its first day', () => {
    const part = { teamIds: ['red'], fromOn: '2026-11-03', untilOn: '2026-11-04' };
    expect(isIn(part, shift('amy', '2026-11-03', 23), of)).toBe(true);
    expect(isIn(part, shift('amy', '2026-11-04', 0), of)).toBe(false);
    expect(isIn(part, shift('ben', '2026-11-03', 9), of)).toBe(false);
  });

  it('keeps the days off it told of', () => {
    const part = { teamIds: ['red'], fromOn: '2026-11-03', untilOn: '2026-11-05' };
    expect(publishedDaysOff([part, part], [shift('amy', '2026-11-03', 9)], of)).toEqual([
      { agentId: 'amy', on: '2026-11-04', startAt: null },
    ]);
  });
});
