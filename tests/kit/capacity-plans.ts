import type { CapacityGroup, CapacityPlan } from '@yotei/scheduling/capacity';

/** Weekly values that are all alike. */
export const always = (value: number, weeks: number): number[] => new Array<number>(weeks).fill(value);

/** A group at rest: 1,000 contacts of 360 s (100 hours), 40 paid hours a head, nobody leaves; what differs is given. */
export function capacityGroup(id: string, weeks: number, change: Partial<CapacityGroup> = {}): CapacityGroup {
  return {
    id,
    title: { en: id, ja: id },
    contacts: always(1000, weeks),
    handleSeconds: always(360, weeks),
    spreadFraction: always(0.1, weeks),
    inOfficeShrinkage: always(0, weeks),
    outOfOfficeShrinkage: always(0, weeks),
    weeklyAttrition: always(0, weeks),
    headChange: always(0, weeks),
    overtimeMax: always(0.1, weeks),
    timeOffMax: always(0.05, weeks),
    outsourcedMin: always(0, weeks),
    outsourcedMax: always(0, weeks),
    requirement: { rootHours: 0, baseHours: 0, maxOccupancyFraction: 0.8 },
    heads: 3,
    paidHours: 40,
    hiring: {
      minHeads: 1,
      maxHeads: 3,
      firstWeek: 0,
      everyWeeks: 2,
      trainingWeeks: 2,
      trainerHoursPerHead: 2,
      trainingAttrition: 0,
      speedUp: [0.5],
      tenure: [],
    },
    prices: {
      perHour: 10,
      overtimePerHour: 13,
      timeOffSavedPerHour: 8,
      outsourcedPerHour: 25,
      perHire: 100,
      perTrainingWeek: 20,
      shortPerHour: 40,
    },
    ...change,
  };
}

export function capacityPlan(groups: readonly CapacityGroup[], change: Partial<CapacityPlan> = {}): CapacityPlan {
  return {
    firstOn: '2027-01-04',
    weeks: groups[0]!.contacts.length,
    fullTimeHours: 40,
    currency: 'JPY',
    groups,
    crossTraining: [],
    risk: { planFor: 0.5, weekCorrelation: 0.9, groupCorrelation: 0.3 },
    classes: [],
    moves: [],
    ...change,
  };
}

/** So many skills over so many weeks, each with a year's season, growth, attrition and classes of 4 to 20. */
export function largeCapacityPlan(skills: number, weeks: number): CapacityPlan {
  const groups = Array.from({ length: skills }, (_, index) => {
    const season = (week: number) => 1 + 0.15 * Math.sin((2 * Math.PI * (week + 5 * index)) / 52) + 0.003 * week;
    const base = 3000 + 450 * ((index * 7) % skills);
    return capacityGroup(`skill-${index}`, weeks, {
      contacts: Array.from({ length: weeks }, (_, week) => base * season(week)),
      inOfficeShrinkage: always(0.12, weeks),
      outOfOfficeShrinkage: Array.from({ length: weeks }, (_, week) =>
        week % 52 > 28 && week % 52 < 36 ? 0.18 : 0.08,
      ),
      weeklyAttrition: always(0.007, weeks),
      outsourcedMax: always(index % 3 === 0 ? 0.1 : 0, weeks),
      requirement: { rootHours: 2.5, baseHours: 10, maxOccupancyFraction: 0.88 },
      heads: Math.round(base / 220),
      hiring: {
        minHeads: 4,
        maxHeads: 20,
        firstWeek: 4,
        everyWeeks: 4,
        trainingWeeks: 5,
        trainerHoursPerHead: 2,
        trainingAttrition: 0.02,
        speedUp: [0.5, 0.6, 0.7, 0.8, 0.85, 0.9, 0.95],
        tenure: [{ untilWeek: 26, factor: 2 }],
      },
    });
  });
  const crossTraining = groups.slice(1, 6).map(({ id }, index) => ({
    ...{ fromId: groups[index]!.id, toId: id, maxHeads: 6, trainingWeeks: 2, speedUp: [0.8], perHead: 150 },
  }));
  return capacityPlan(groups, { crossTraining });
}
