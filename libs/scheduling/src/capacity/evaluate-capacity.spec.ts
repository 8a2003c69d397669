import { always, capacityGroup, capacityPlan } from '../../../../tests/kit/capacity-plans.js';
import { evaluateCapacity, peopleByGroup, sumByPeriod, totalWeeks } from './index.js';

describe('a capacity plan', () => {
  it('counts hours, people and money of a week as one would by hand', () => {
    const group = capacityGroup('voice', 4, {
      inOfficeShrinkage: always(0.1, 4),
      outOfOfficeShrinkage: always(0.2, 4),
      outsourcedMax: always(0.1, 4),
    });
    const week = evaluateCapacity(capacityPlan([group])).groups[0]![0]!;
    expect(week.workloadHours).toBeCloseTo(100, 9); // 1,000 x 360 s
    expect(week.requiredHours).toBeCloseTo(125, 9); // 100 / 0.8
    expect(week.requiredFteNet).toBeCloseTo(3.125, 9); // 125 / 40
    expect(week.requiredFte).toBeCloseTo(125 / 0.72 / 40, 9); // shrinkage 1 - 0.9 x 0.8 = 0.28
    expect(week.supplyHours).toBeCloseTo(86.4, 9); // 3 x 40 x 0.72
    expect(week.gapFte).toBeCloseTo(3 - 125 / 28.8, 9);
    // 38.6 hours are missing: overtime (13 / 0.9 = 14.4 an hour) before outsourcing (25) before short (40).
    expect(week.overtimeHours).toBeCloseTo(10.8, 9); // 10 % of 3 x 40, 90 % of it on contacts
    expect(week.outsourcedHours).toBeCloseTo(12.5, 9); // 10 % of 125
    expect(week.shortHours).toBeCloseTo(125 - 86.4 - 10.8 - 12.5, 9);
    expect(week.cost).toBeCloseTo(3 * 40 * 10 + 12 * 13 + 12.5 * 25, 9);
    expect(week.shortPenalty).toBeCloseTo(15.3 * 40, 9);
    expect(week.occupancyFraction).toBeCloseTo(100 / (125 - 15.3), 9);
  });

  it('sends people home where there are too many, as far as they may', () => {
    const week = evaluateCapacity(capacityPlan([capacityGroup('voice', 1, { heads: 4 })])).groups[0]![0]!;
    expect(week.timeOffHours).toBeCloseTo(8, 9); // 5 % of 160; 35 would be too many
    expect(week.timeOffSaved).toBeCloseTo(64, 9);
    expect(week.overtimeHours).toBe(0);
  });

  it('follows a class through training and speed-up, with its trainers', () => {
    const group = capacityGroup('voice', 6, { weeklyAttrition: always(0.1, 6) });
    const plan = capacityPlan([group], { classes: [{ id: 'a', groupId: 'voice', week: 1, heads: 2 }] });
    const weeks = evaluateCapacity(plan).groups[0]!;
    expect(weeks.map(({ inTraining }) => inTraining)).toEqual([0, 2, 2, 0, 0, 0]);
    expect(weeks[1]!.supplyHours).toBeCloseTo(2.7 * 40 - 2 * 2, 9); // 10 % have left; two hours of a trainer each
    expect(weeks[3]!.supplyHours).toBeCloseTo((3 * 0.9 ** 3 + 2 * 0.5) * 40, 9);
    expect(weeks[4]!.supplyHours).toBeCloseTo((3 * 0.9 ** 4 + 2 * 0.9) * 40, 9); // full speed, and the first have left
    expect(weeks[1]!.hiringCost).toBe(200);
    expect(weeks[2]!.trainingCost).toBe(40);
  });

  it('counts somebody of two skills in shares, where the need is', () => {
    const people = [
      ...new Array(4).fill({ groupIds: ['a'], paidHours: 40 }),
      ...new Array(4).fill({ groupIds: ['a', 'b'], paidHours: 30 }),
      { groupIds: ['other'], paidHours: 40 },
    ];
    const [a, b] = peopleByGroup(people, new Map([['a', 100], ['b', 100]])); // prettier-ignore
    expect(a!.heads + b!.heads).toBeCloseTo(8, 9);
    expect(b!.heads).toBeCloseTo(4, 1); // all of them: then there are four each
    expect(a!.heads * a!.paidHours + b!.heads * b!.paidHours).toBeCloseTo(4 * 40 + 4 * 30, 9);
  });

  it('sums up by month and quarter: hours and money in sum, people on average', () => {
    const plan = capacityPlan([capacityGroup('a', 14), capacityGroup('b', 14)]);
    const { groups, cost } = evaluateCapacity(plan);
    const total = totalWeeks(groups);
    const months = sumByPeriod(total, plan.firstOn, 'month');
    expect(months.map(({ fromOn, weeks }) => [fromOn, weeks])).toEqual([
      ['2027-01-01', 4],
      ['2027-02-01', 4],
      ['2027-03-01', 4], // 1, 8, 15, 22 March; the week of 29 March has its Thursday in April
      ['2027-04-01', 2],
    ]);
    expect(months[0]!.heads).toBeCloseTo(6, 9);
    expect(months[0]!.requiredHours).toBeCloseTo(4 * 2 * 125, 9);
    expect(months.reduce((sum, month) => sum + month.cost, 0)).toBeCloseTo(cost, 6);
    expect(sumByPeriod(total, plan.firstOn, 'quarter')).toHaveLength(2);
  });
});
