import { addDays } from '@yotei/time';
import { amy, MONDAY, openContract } from '../../../../tests/kit/roster-builder.js';
import { rotationAllows } from './rotation.js';

const contract = {
  ...openContract,
  rotation: { startsOn: MONDAY, weeks: [{ templateIds: ['day'], daysOff: [6, 7] }] },
};
const season = { fromOn: addDays(MONDAY, 7), untilOn: addDays(MONDAY, 21) };
const bidder = {
  ...amy,
  rotation: { startsOn: season.fromOn, weeks: [{ templateIds: ['late'] }, { templateIds: ['early'] }], ...season },
};
const allowed = (day: number) =>
  ['early', 'day', 'late'].filter((id) => rotationAllows(bidder, contract, id, addDays(MONDAY, day)));

describe('a rotation for a season', () => {
  it('holds from its first day to its last, week by week', () => {
    expect(allowed(7)).toEqual(['late']);
    expect(allowed(13)).toEqual(['late']);
    expect(allowed(14)).toEqual(['early']);
    expect(allowed(20)).toEqual(['early']);
  });

  it('leaves the days before and after it to the contract', () => {
    expect(allowed(4)).toEqual(['day']);
    // A Sunday: the contract's day off.
    expect(allowed(6)).toEqual([]);
    expect(allowed(21)).toEqual(['day']);
  });

  it('holds for ever where it names no season', () => {
    const always = { ...amy, rotation: { ...bidder.rotation, fromOn: undefined, untilOn: undefined } };
    expect(rotationAllows(always, contract, 'late', addDays(MONDAY, 707))).toBe(true);
    expect(rotationAllows(always, contract, 'day', addDays(MONDAY, 707))).toBe(false);
  });
});
