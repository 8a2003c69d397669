import { problemOf } from '../../../../tests/kit/roster-builder.js';
import type { WellbeingSetting } from '../roster/index.js';
import { objectiveFaults } from './objective-terms.js';

const paths = (wellbeing: WellbeingSetting[]) =>
  objectiveFaults(problemOf({ objective: { wellbeing } })).map(({ path }) => path);

describe('faults of wellbeing settings', () => {
  it('are none for terms of the catalogue with parameters in range', () => {
    expect(paths([{ termId: 'quick-return', weight: 5, parameters: { restHours: 12 } }])).toEqual([]);
  });

  it('name unknown terms and parameters, values out of range, and too many follow-up prices', () => {
    expect(
      paths([
        { termId: 'nap', weight: 1 },
        { termId: 'quick-return', weight: 1, parameters: { restHours: 99, hours: 3 } },
      ]),
    ).toEqual([
      'objective.wellbeing[0].termId',
      'objective.wellbeing[1].parameters.restHours',
      'objective.wellbeing[1].parameters.hours',
    ]);
    expect(paths(Array.from({ length: 5 }, () => ({ termId: 'quick-return', weight: 1 })))).toEqual([
      'objective.wellbeing',
    ]);
  });
});
