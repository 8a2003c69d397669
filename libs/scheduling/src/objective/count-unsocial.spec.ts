import { amy, shiftOf } from '../../../../tests/kit/roster-builder.js';
import { countUnsocial } from './count-unsocial.js';

describe('counting unsocial shifts', () => {
  it('counts by agent and kind, a night at the weekend as both, and leaves out whom it does not know', () => {
    const shifts = [
      shiftOf('Sat 22:00-06:00'),
      shiftOf('Mon 22:00-06:00'),
      shiftOf('Tue 06:00-15:00'),
      shiftOf('Wed 09:00-18:00'),
      shiftOf('Mon 22:00-06:00', { agentId: 'gone' }),
    ];
    expect(countUnsocial(shifts, [amy])).toEqual([
      { agentId: 'amy', kind: 'night', count: 2 },
      { agentId: 'amy', kind: 'weekend', count: 1 },
      { agentId: 'amy', kind: 'early', count: 1 },
    ]);
  });
});
