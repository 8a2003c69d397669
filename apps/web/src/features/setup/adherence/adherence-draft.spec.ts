import { draftOf, inputOf } from './adherence-draft.js';

const SETTINGS = {
  siteId: 's1',
  version: 3,
  graceSeconds: 90,
  bootSeconds: 450,
  ignoredActivityTypeIds: ['training'],
  ignoredStates: ['away', 'AUX/7', 'Personal'],
  countsOutsideShift: true,
};

describe('the form of adherence settings', () => {
  it('gives back what was stored', () => {
    const draft = draftOf(SETTINGS);
    expect(draft).toMatchObject({ bootMinutes: 7.5, ignoredStates: ['away'], ignoredWords: 'AUX/7, Personal' });
    expect(inputOf(draft, SETTINGS)).toEqual(SETTINGS);
  });

  it('takes words apart at commas of both scripts, and none twice', () => {
    const draft = { ...draftOf(SETTINGS), ignoredWords: ' 離席、away, ,離席' };
    expect(inputOf(draft, SETTINGS)!.ignoredStates).toEqual(['away', '離席']);
  });

  it('is not sound while a number is missing', () => {
    expect(inputOf({ ...draftOf(SETTINGS), graceSeconds: null }, SETTINGS)).toBeNull();
  });
});
