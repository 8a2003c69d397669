import { adheringStatesOf } from './agent-states.js';

const type = (id: string, more: Partial<Parameters<typeof adheringStatesOf>[0]> = {}) => ({
  id,
  paid: true,
  contactWork: false,
  ...more,
});

describe('states that adhere to an activity', () => {
  it('are those the organisation chose', () => {
    expect(adheringStatesOf(type('training', { adheringStates: ['in-meeting', 'in-training'] }))).toEqual([
      'in-meeting',
      'in-training',
    ]);
    expect(() => adheringStatesOf(type('training', { adheringStates: ['Teaching'] }))).toThrow(/must be agent states/);
  });

  it('are otherwise those of its id, and of its kind for ids of the organisation’s own', () => {
    expect(adheringStatesOf(type('training'))).toEqual(['in-training']);
    expect(adheringStatesOf(type('chat', { contactWork: true }))).toContain('handling');
    expect(adheringStatesOf(type('prayer', { paid: false }))).toContain('on-break');
    expect(adheringStatesOf(type('project'))).toContain('back-office');
  });
});
