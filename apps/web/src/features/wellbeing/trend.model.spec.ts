import { strainOf } from './trend.model.js';

const band = (fine: number, watch: number, strained = 0) => ({ fine, watch, strained });

describe('how a team fares over weeks', () => {
  it('compares the earlier half of the weeks with the later', () => {
    expect(strainOf([band(5, 5), band(5, 5), band(8, 2), band(8, 2)])).toEqual({
      before: 50,
      after: 20,
      direction: 'better',
    });
    expect(strainOf([band(9, 1), band(9, 1), band(6, 2, 2), band(6, 2, 2)])).toMatchObject({ direction: 'worse' });
  });

  it('makes no news of a person more or less', () => {
    expect(strainOf([band(10, 0), band(10, 0), band(10, 0), band(9, 1)])).toMatchObject({ direction: 'same' });
  });

  it('says nothing of few weeks; hidden ones do not count', () => {
    expect(strainOf([band(5, 5), null, band(5, 5), band(5, 5)])).toBeNull();
  });
});
