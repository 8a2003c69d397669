import { activityColour, type ActivityColour, type BoardPalette } from './palette.js';

const colour = (fill: string, hatch = false): ActivityColour => ({ fill, edge: null, hatch });
const palette = {
  activities: {
    meeting: colour('brown'),
    training: colour('green'),
    coaching: colour('blue'),
    overtime: colour('red', true),
  },
} as unknown as BoardPalette;

describe('the colour of an activity', () => {
  it('is that chosen in the set-up, also for a kind of the centre’s own', () => {
    expect(activityColour(palette, { code: 'first-aid', colourToken: 'coaching' }).fill).toBe('blue');
    expect(activityColour(palette, { code: 'training', colourToken: 'coaching' }).fill).toBe('blue');
  });

  it('is that of the code where no token is, or none this version knows', () => {
    expect(activityColour(palette, { code: 'overtime' })).toEqual(colour('red', true));
    expect(activityColour(palette, { code: 'training', colourToken: 'neon' }).fill).toBe('green');
  });

  it('is a meeting’s for what nobody knows', () => {
    expect(activityColour(palette, { code: 'first-aid', colourToken: 'neon' }).fill).toBe('brown');
  });
});
