/** Contacts of one queue before chance: level by weekday, course of the day, length of a contact. */
export interface DemandShape {
  readonly queueId: string;
  /** Share of the site's productive hours this queue needs. */
  readonly siteShare: number;
  /** Monday … Sunday, relative. */
  readonly weekdayFactors: readonly [number, number, number, number, number, number, number];
  /** Peaks of the day: centre and width in wall-clock hours, and height over the floor. */
  readonly peaks: readonly { readonly hour: number; readonly widthHours: number; readonly height: number }[];
  readonly floor: number;
  readonly averageHandleSeconds: number;
  /** Squared coefficient of variation of one contact's handle time (lognormal). */
  readonly handleVariation: number;
  readonly holidayFactor: number;
  readonly campaignFactor: number;
  /** Relative spread of a day's level and of one interval's rate; both make counts overdispersed. */
  readonly daySpread: number;
  readonly intervalSpread: number;
  /** Growth of the level each week. */
  readonly weeklyGrowth: number;
  readonly abandonedFraction: number;
  readonly answeredWithinFraction: number;
}

const twoPeaks = [
  { hour: 10.5, widthHours: 1.7, height: 1 },
  { hour: 15.5, widthHours: 2.2, height: 0.85 },
];

export const DEMAND_SHAPES: readonly DemandShape[] = [
  {
    queueId: 'voice-ja',
    siteShare: 0.5,
    weekdayFactors: [1.16, 1.05, 1, 0.99, 1.02, 0.62, 0.5],
    peaks: twoPeaks,
    floor: 0.28,
    averageHandleSeconds: 335,
    handleVariation: 0.8,
    holidayFactor: 0.62,
    campaignFactor: 1.3,
    daySpread: 0.06,
    intervalSpread: 0.12,
    weeklyGrowth: 0.002,
    abandonedFraction: 0.035,
    answeredWithinFraction: 0.83,
  },
  {
    queueId: 'voice-en',
    siteShare: 0.9,
    weekdayFactors: [1.2, 1.06, 1, 0.97, 0.9, 0, 0],
    peaks: [
      { hour: 11, widthHours: 1.8, height: 0.8 },
      { hour: 14.8, widthHours: 2, height: 0.7 },
    ],
    floor: 0.45,
    averageHandleSeconds: 390,
    handleVariation: 0.9,
    holidayFactor: 0,
    campaignFactor: 1,
    daySpread: 0.07,
    intervalSpread: 0.14,
    weeklyGrowth: 0.003,
    abandonedFraction: 0.03,
    answeredWithinFraction: 0.84,
  },
  {
    queueId: 'chat',
    siteShare: 0.23,
    weekdayFactors: [1.08, 1.03, 1, 1, 1, 0.78, 0.72],
    peaks: [
      { hour: 12.3, widthHours: 1.3, height: 0.8 },
      { hour: 19, widthHours: 2, height: 0.75 },
    ],
    floor: 0.45,
    averageHandleSeconds: 610,
    handleVariation: 0.6,
    holidayFactor: 0.8,
    campaignFactor: 1.4,
    daySpread: 0.08,
    intervalSpread: 0.18,
    weeklyGrowth: 0.005,
    abandonedFraction: 0.02,
    answeredWithinFraction: 0.86,
  },
  {
    queueId: 'email',
    siteShare: 0.15,
    weekdayFactors: [1.4, 1.05, 0.95, 0.92, 0.9, 0.55, 0],
    peaks: [{ hour: 9.3, widthHours: 1, height: 0.9 }],
    floor: 0.55,
    averageHandleSeconds: 440,
    handleVariation: 1,
    holidayFactor: 0.7,
    campaignFactor: 1.2,
    daySpread: 0.09,
    intervalSpread: 0.2,
    weeklyGrowth: 0,
    abandonedFraction: 0,
    answeredWithinFraction: 0.95,
  },
  {
    queueId: 'social',
    siteShare: 0.09,
    weekdayFactors: [1, 0.96, 0.95, 0.96, 1.04, 0.95, 0.9],
    peaks: [
      { hour: 12.5, widthHours: 1.4, height: 0.5 },
      { hour: 18.2, widthHours: 2, height: 0.6 },
    ],
    floor: 0.6,
    averageHandleSeconds: 260,
    handleVariation: 0.7,
    holidayFactor: 0.95,
    campaignFactor: 1.1,
    daySpread: 0.1,
    intervalSpread: 0.22,
    weeklyGrowth: 0.004,
    abandonedFraction: 0,
    answeredWithinFraction: 0.9,
  },
];

/** Relative rate at a wall-clock minute of a weekday (1 = Monday); 1 is about the peak of a midweek day. */
export function relativeRate(shape: DemandShape, weekday: number, minuteOfDay: number): number {
  const hour = minuteOfDay / 60;
  const peaks = shape.peaks.reduce(
    (sum, peak) => sum + peak.height * Math.exp(-(((hour - peak.hour) / peak.widthHours) ** 2) / 2),
    0,
  );
  return (shape.weekdayFactors[weekday - 1] ?? 1) * (shape.floor + (1 - shape.floor) * peaks);
}
