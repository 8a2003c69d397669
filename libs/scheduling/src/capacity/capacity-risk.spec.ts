import { always, capacityGroup, capacityPlan } from '../../../../tests/kit/capacity-plans.js';
import { capacityFaults, capacityRisk, evaluateCapacity } from './index.js';

describe('the risk of a capacity plan', () => {
  // 2.5 people give 100 hours, and as many are asked for: without overtime every second path is short.
  const even = capacityGroup('a', 8, { heads: 3.125, overtimeMax: always(0, 8), spreadFraction: always(0.2, 8) });

  it('is a coin toss where the people are just enough for the forecast', () => {
    const { groups, anyShort, paths } = capacityRisk(capacityPlan([even]), { seed: 5, toleranceFraction: 0 });
    expect(paths).toBe(400);
    for (const chance of groups[0]!.chanceShort) expect(Math.abs(chance - 0.5)).toBeLessThan(0.1); // 4 standard errors
    expect(anyShort).toEqual(groups[0]!.chanceShort);
    expect(groups[0]!.gapP10[3]!).toBeLessThan(groups[0]!.gapP50[3]!);
    expect(Math.abs(groups[0]!.gapP50[3]!)).toBeLessThan(0.15);
  });

  it('falls to one in ten where the plan is for the 90th percentile', () => {
    const plan = capacityPlan([even], { risk: { planFor: 0.9, weekCorrelation: 0.9, groupCorrelation: 0 } });
    const { requiredFte } = evaluateCapacity(plan).groups[0]![0]!;
    const enough = { ...plan, groups: [{ ...even, heads: requiredFte }] };
    const { groups } = capacityRisk(enough, { seed: 5, toleranceFraction: 0 });
    for (const chance of groups[0]!.chanceShort) expect(Math.abs(chance - 0.1)).toBeLessThan(0.06);
  });

  it('is the same for the same seed, another for another, and none where nothing is uncertain', () => {
    const plan = capacityPlan([{ ...even, weeklyAttrition: always(0.05, 8) }]);
    const risk = (seed: number) => capacityRisk(plan, { seed, paths: 50 });
    expect(risk(1)).toEqual(risk(1));
    expect(risk(1)).not.toEqual(risk(2));
    const certain = capacityPlan([{ ...even, heads: 4, spreadFraction: always(0, 8) }]);
    expect(capacityRisk(certain, { seed: 1, paths: 20 }).anyShort).toEqual(always(0, 8));
  });

  it('draws leavers person by person around what is expected', () => {
    const group = { ...even, heads: 50, weeklyAttrition: always(0.05, 8), spreadFraction: always(0, 8) };
    const plan = capacityPlan([group]);
    const { gapP10, gapP50, gapP90 } = capacityRisk(plan, { seed: 3 }).groups[0]!;
    const { gapFte } = evaluateCapacity(plan).groups[0]![7]!;
    expect(Math.abs(gapP50[7]! - gapFte)).toBeLessThan(1);
    // 50 people, 30 % gone: sd √(50 x 0.7 x 0.3) = 3.2; the middle 80 % are 8.3 wide.
    expect(gapP90[7]! - gapP10[7]!).toBeGreaterThan(6);
    expect(gapP90[7]! - gapP10[7]!).toBeLessThan(11);
  });
});

describe('what is wrong with a plan', () => {
  it('is named with its place, in both languages', () => {
    const good = capacityPlan([capacityGroup('a', 4)]);
    expect(capacityFaults(good)).toEqual([]);
    const paths = (change: object) => capacityFaults({ ...good, ...change }).map(({ path }) => path);
    expect(paths({ firstOn: '2027-01-05' })).toEqual(['firstOn']);
    expect(paths({ weeks: 5 })).toContain('groups.0.contacts');
    expect(paths({ currency: 'yen' })).toEqual(['currency']);
    expect(paths({ classes: [{ id: 'x', groupId: 'b', week: 9, heads: 0.5 }] })).toEqual([
      'classes.0.groupId',
      'classes.0.week',
      'classes.0.heads',
    ]);
    const [fault] = capacityFaults({
      ...good,
      groups: [{ ...good.groups[0]!, inOfficeShrinkage: [0, 1.2, 0, 0] }],
    });
    expect(fault).toMatchObject({ path: 'groups.0.inOfficeShrinkage.1' });
    expect(fault!.message.en).toContain('1.2');
    expect(fault!.message.ja).toContain('1.2');
    const crossTraining = [{ fromId: 'a', toId: 'b', maxHeads: 9, trainingWeeks: 1, speedUp: [], perHead: 1 }];
    const two = { ...good, groups: [good.groups[0]!, capacityGroup('b', 4)], crossTraining };
    expect(
      capacityFaults({ ...two, moves: [{ id: 'm', fromId: 'a', toId: 'b', week: 0, heads: 4 }] })[0]!.message.en,
    ).toBe('a has fewer people than go over to other groups by week 1');
  });
});
