import { modifiedOfferedLoad, requirementOf, type RequirementInput } from './index.js';

const halfHour = (contacts: number, handleSeconds: number) => ({ contacts, handleSeconds, intervalSeconds: 1800 });

describe('the modified offered load', () => {
  it('builds up from nothing when the centre opens', () => {
    // a = 20 x 180 / 1800 = 2; mean 2 - 2 (1 - e^-10) / 10 = 1.80000908, end 2 (1 - e^-10) = 1.99990920
    const [load] = modifiedOfferedLoad([halfHour(20, 180)], 'empty');
    expect(load!.meanErlangs).toBeCloseTo(1.80000907998595, 13);
    expect(load!.endErlangs).toBeCloseTo(1.99990920014048, 13);
  });

  it('stays where it is when the centre runs through evenly', () => {
    const even = Array.from({ length: 4 }, () => halfHour(20, 1800));
    for (const { meanErlangs } of modifiedOfferedLoad(even, 'running')) expect(meanErlangs).toBe(20);
  });

  it('runs down after the last contact came', () => {
    const [, after] = modifiedOfferedLoad([halfHour(20, 1800), halfHour(0, 1800)], 'empty');
    // 20 (1 - 1/e) in hand at the end; mean of its decay over one handle time 20 (1 - 1/e)²
    expect(after!.meanErlangs).toBeCloseTo(20 * (1 - Math.exp(-1)) ** 2, 12);
  });
});

it('runs down over a pause of any length as over the same time in pieces', () => {
  const [, , last] = modifiedOfferedLoad(
    [halfHour(20, 600), { ...halfHour(0, 600), intervalSeconds: 3600 }, halfHour(5, 600)],
    'empty',
  );
  const [, , , pieces] = modifiedOfferedLoad(
    [halfHour(20, 600), halfHour(0, 600), halfHour(0, 600), halfHour(5, 600)],
    'empty',
  );
  expect(last!.meanErlangs).toBeCloseTo(pieces!.meanErlangs, 14);
});

describe('a requirement with long handle times', () => {
  const input: RequirementInput = {
    modelId: 'erlang-c',
    grid: { startAt: 0, stepMinutes: 30, count: 4 },
    contacts: [20, 20, 0, Number.NaN],
    averageHandleSeconds: [1800, 1800, Number.NaN, Number.NaN],
    goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20 },
    shrinkageFraction: 0,
  };

  it('asks for fewer at the opening and for some after the last contact', () => {
    const own = requirementOf(input);
    const carried = requirementOf({ ...input, loadModel: 'modified-offered-load' });
    expect(carried.requiredAgents[0]).toBeLessThan(own.requiredAgents[0]!);
    expect([own.requiredAgents[2], carried.requiredAgents[2]! > 0]).toEqual([0, true]);
    expect([carried.notes[3], carried.requiredAgents[3]]).toEqual(['closed', 0]);
    expect(carried.loadErlangs[0]).toBeCloseTo(20 * Math.exp(-1), 12); // 20 - 20 (1 - 1/e) x 1
  });
});
