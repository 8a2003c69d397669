import {
  exponentialDelay,
  fixedDelay,
  mixFactor,
  withBotDeflection,
  withLoadTransforms,
  withRepeatContacts,
  type ContactSeries,
} from './index.js';

const series = (contacts: readonly number[], handleSeconds = 300): ContactSeries => ({
  intervalSeconds: 3600,
  contacts,
  averageHandleSeconds: contacts.map(() => handleSeconds),
});

describe('a bot in front of the queue', () => {
  it('takes contacts away, gives some back later, and leaves the harder ones', () => {
    const result = withBotDeflection(series([100, 0, 0]), {
      deflectedFraction: 0.4,
      returningFraction: 0.25,
      returnDelay: fixedDelay(2, 3600),
      handleTimeFactor: 1.2,
    });
    // 40 do not reach an agent; 10 of them come back two hours later.
    expect([...result.contacts]).toEqual([60, 0, 10]);
    expect(result.averageHandleSeconds[0]).toBe(360);
    const { before, steps, after } = result.explanation;
    // 100 × 300 s = 8.33 h; 60 × 360 s + 10 × 360 s = 7 h.
    expect([before.contacts, after.contacts]).toEqual([100, 70]);
    expect(after.workHours).toBeCloseTo(7, 12);
    expect(steps.map(({ cause, contacts }) => [cause, contacts])).toEqual([
      ['deflected', -40],
      ['handle-mix', 0],
      ['came-back', 10],
    ]);
    // 40 × 300 s less; 60 s more for each of 60; 10 × 360 s back.
    expect(steps.map(({ workHours }) => Math.round(workHours * 1000) / 1000)).toEqual([-3.333, 1, 1]);
  });

  it('sends those who come back while the queue is closed to its next opening, or past the end', () => {
    const deflection = { deflectedFraction: 0.5, returningFraction: 1, returnDelay: fixedDelay(1, 3600) };
    const closed = withBotDeflection(series([10, Number.NaN, 0, 20]), deflection);
    expect([...closed.contacts]).toEqual([5, Number.NaN, 5, 10]);
    expect(closed.explanation.steps[2]!.contactsAfterGrid).toBe(10);
  });

  it('has the handle time of the rest from that of what was taken away', () => {
    // 300 s on average, 40 % of 150 s leave: the others took (300 - 60) / 0.6 = 400 s.
    expect(mixFactor(300, 0.4, 150)).toBeCloseTo(4 / 3, 12);
    expect(mixFactor(300, 0.4, 300)).toBeCloseTo(1, 12);
    expect(mixFactor(300, 1, 300)).toBe(1);
  });

  it('refuses mistakes', () => {
    expect(() => withBotDeflection(series([1]), { deflectedFraction: 40 })).toThrow(
      'deflectedFraction (40) must be 0..1; 30 % is 0.3',
    );
    expect(() => withBotDeflection(series([1]), { deflectedFraction: 0.4, returningFraction: 0.1 })).toThrow(
      'returnDelay (undefined) must be given when any come back',
    );
    const returnDelay = [0.5, 0.4];
    expect(() => withBotDeflection(series([1]), { deflectedFraction: 0.4, returnDelay })).toThrow(
      'sum of return delay shares (0.9) must be 1',
    );
  });
});

describe('contacts that come back because they were not solved', () => {
  it('come back again and again until all are solved', () => {
    const result = withRepeatContacts(series([100, 0, 0, 0]), {
      repeatFraction: 0.2,
      returnDelay: fixedDelay(1, 3600),
    });
    // 100, then a fifth each hour: 20, 4, 0.8; 0.16 after the grid. In the end 100 / (1 - 0.2) = 125.
    expect([...result.contacts].map((count) => Math.round(count * 1000) / 1000)).toEqual([100, 20, 4, 0.8]);
    expect(result.explanation.steps[0]!.contactsAfterGrid).toBeCloseTo(0.16, 12);
  });

  it('find the fixed point within one interval', () => {
    const result = withRepeatContacts(series([100]), { repeatFraction: 0.2, returnDelay: [1] });
    expect(result.contacts[0]).toBeCloseTo(125, 10);
  });

  it('take their own handle time with them', () => {
    const result = withRepeatContacts(series([100, 20]), {
      repeatFraction: 0.2,
      returnDelay: fixedDelay(1, 3600),
      repeatHandleFactor: 2,
    });
    // 20 of 300 s and 20 repeats of 600 s.
    expect(result.averageHandleSeconds[1]).toBeCloseTo(450, 9);
  });

  it('change only by the difference when some are in the series already', () => {
    const returnDelay = fixedDelay(1, 3600);
    const now = [100, 60, 52];
    const fewer = withRepeatContacts(series(now), { repeatFraction: 0.1, repeatFractionInSeries: 0.2, returnDelay });
    // First contacts 100, 60 - 20, 52 - 12 = 40; with a tenth coming back: 100, 40 + 10, 40 + 5.
    expect([...fewer.contacts].map((count) => Math.round(count * 1e6) / 1e6)).toEqual([100, 50, 45]);
    const same = withRepeatContacts(series(now), { repeatFraction: 0.2, repeatFractionInSeries: 0.2, returnDelay });
    expect([...same.contacts]).toEqual(now);
  });

  it('refuses a share of 1, with which nothing would ever be solved', () => {
    expect(() => withRepeatContacts(series([1]), { repeatFraction: 1, returnDelay: [1] })).toThrow(
      'repeatFraction (1) must be 0 or more and below 1; 15 % is 0.15',
    );
  });
});

describe('changes of a load together', () => {
  it('stand in one order: the bot first, then repeats of what reached an agent', () => {
    const result = withLoadTransforms(series([100, 0]), {
      repeatContacts: { repeatFraction: 0.1, returnDelay: fixedDelay(1, 3600) },
      botDeflection: { deflectedFraction: 0.5 },
    });
    expect([...result.contacts]).toEqual([50, 5]);
    expect(result.explanation.steps.map(({ cause }) => cause)).toEqual([
      'deflected',
      'handle-mix',
      'came-back',
      'repeats',
    ]);
    expect(result.explanation.before.contacts).toBe(100);
  });

  it('have delays that sum to 1 and the mean asked for', () => {
    const delay = Array.from(exponentialDelay(24, 900));
    const mean = delay.reduce((sum, share, later) => sum + (share * later * 900) / 3600, 0);
    expect(delay.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(mean).toBeCloseTo(24, 1);
  });
});
