import { directorSentence } from './director-sentence.js';
import { explainGridInterval } from './explain-grid-interval.js';

const INPUT = {
  plan: { modelId: 'deferred', goal: { answerWithinHours: 9, answeredWithinHoursFraction: 0.95 } },
  contacts: 12,
  intervalSeconds: 900,
  averageHandleSeconds: 450,
  doneErlangs: 4.5,
  requiredAgents: 5,
  agentsToRoster: 6,
  shrinkage: [{ id: 'sickness', fraction: 0.1 }],
} as const;

describe('why so many agents for work that can wait', () => {
  it('says what comes, what is done and by when: 12 × 450 / 900 = 6 erlangs come, 5 / 0.9 = 5.56 are rostered', () => {
    const { steps, curve, effects, formulas } = explainGridInterval(INPUT);
    expect(steps.map(({ id }) => id)).toEqual([
      'contacts',
      'handle-time',
      'load',
      'model',
      'deferred',
      'shrinkage-reason',
      'shrinkage',
      'to-roster',
    ]);
    expect(steps).toContainEqual({ id: 'load', loadErlangs: 6 });
    expect(steps).toContainEqual(
      expect.objectContaining({ id: 'deferred', doneErlangs: 4.5, agents: 5, withinHours: 9, clock: 'business' }),
    );
    expect(steps.find(({ id }) => id === 'shrinkage')).toMatchObject({ agentsBeforeRounding: 5 / 0.9 });
    expect([curve, effects]).toEqual([null, null]);
    expect(formulas.map(({ id }) => id)).toEqual(['load', 'to-roster']);
  });

  it('has a sentence in both languages', () => {
    const { sentence } = explainGridInterval(INPUT);
    expect(directorSentence(sentence, 'en')).toMatch(/To have 95% done within 9 h we need 5 agents/);
    expect(directorSentence(sentence, 'ja')).toMatch(/95%を9時間以内.*5人が必要/);
  });

  it('says whether work waits or has waited, and that nobody is needed where all of it may wait', () => {
    const said = (change: Partial<typeof INPUT> | { doneErlangs: number; requiredAgents?: number }): string =>
      directorSentence(explainGridInterval({ ...INPUT, ...change }).sentence, 'en');
    expect(said({})).toContain('What may wait is left for later.');
    expect(said({ doneErlangs: 8 })).toContain('Part of it has waited from before.');
    expect(said({ doneErlangs: 6.01 })).not.toMatch(/wait/);
    expect(said({ doneErlangs: 0, requiredAgents: 0 })).toMatch(/may wait, so nobody is needed at this time\.$/);
  });

  it('says that no number of agents is never busy', () => {
    const { requiredAgents, steps, sentence } = explainGridInterval({ ...INPUT, requiredAgents: Number.NaN });
    expect([requiredAgents, steps.at(-1)]).toEqual([null, { id: 'unreachable', reason: 'certainty' }]);
    expect(directorSentence(sentence, 'en')).toContain('No number of agents can reach this goal');
  });

  it('is not asked of models that staff intervals', () => {
    expect(() => explainGridInterval({ ...INPUT, plan: { modelId: 'erlang-c', goal: {} } })).toThrow('explainStaffing');
  });
});
