/** A cause of lost time, in the form the staffing library reads. */
export interface DemoShrinkageReason {
  readonly id: string;
  readonly fraction: number;
  /** Planned causes stand in the roster as activities. */
  readonly planned: boolean;
  readonly weekdays?: readonly number[];
  readonly fromMinute?: number;
  readonly untilMinute?: number;
}

/** How a queue is staffed, in the form the staffing library reads; ids are those of its catalogue. */
export interface DemoStaffingPlan {
  readonly modelId: string;
  readonly goal: {
    readonly serviceLevelFraction?: number;
    readonly answerWithinSeconds?: number;
    readonly serviceLevelVariant?: string;
    readonly maxOccupancyFraction?: number;
    readonly answerWithinHours?: number;
    readonly answeredWithinHoursFraction?: number;
    readonly answerWithinClock?: string;
  };
  readonly patienceSeconds?: number;
  readonly concurrency?: number;
  readonly slowdownFraction?: number;
  readonly loadMethod: string;
  readonly staffedFor: { readonly kind: string; readonly chanceFraction?: number };
  readonly shrinkage: readonly DemoShrinkageReason[];
}

/** Unplanned time by cause, about 6 % in all, and the planned causes that the roster's activities stand for. */
const SHRINKAGE: readonly DemoShrinkageReason[] = [
  { id: 'sickness', fraction: 0.04, planned: false },
  { id: 'lateness', fraction: 0.03, planned: false, fromMinute: 8 * 60, untilMinute: 10 * 60 },
  { id: 'system-outage', fraction: 0.015, planned: false },
  { id: 'training', fraction: 0.03, planned: true },
  { id: 'meeting', fraction: 0.01, planned: true, weekdays: [1], fromMinute: 9 * 60, untilMinute: 10 * 60 },
];

const COMMON = {
  loadMethod: 'modified-offered-load',
  staffedFor: { kind: 'point' },
  shrinkage: SHRINKAGE,
} as const;

/** 80 % answered in 20 seconds; callers hang up after so long on average. */
export const voicePlan = (patienceSeconds: number): DemoStaffingPlan => ({
  ...COMMON,
  modelId: 'erlang-a',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 20, serviceLevelVariant: 'answered-of-offered' },
  patienceSeconds,
});

/** Up to three chats at once, each a quarter longer for every further one. */
export const CHAT_PLAN: DemoStaffingPlan = {
  ...COMMON,
  modelId: 'chat',
  goal: { serviceLevelFraction: 0.8, answerWithinSeconds: 60, serviceLevelVariant: 'answered-of-offered' },
  patienceSeconds: 300,
  concurrency: 3,
  slowdownFraction: 0.25,
};

/** Answered within a working day of the centre, nine hours, for 19 of 20. */
export const EMAIL_PLAN: DemoStaffingPlan = {
  ...COMMON,
  modelId: 'deferred',
  goal: {
    answerWithinHours: 9,
    answeredWithinHoursFraction: 0.95,
    answerWithinClock: 'business',
    maxOccupancyFraction: 0.9,
  },
};

/** Work that waits its turn, at an occupancy people can bear. */
export const WORK_PLAN: DemoStaffingPlan = { ...COMMON, modelId: 'workload', goal: { maxOccupancyFraction: 0.9 } };

/** Share of the paid time lost to unplanned causes that strike all day. */
export function allDayShrinkage({ shrinkage }: DemoStaffingPlan): number {
  const strikes = shrinkage.filter(
    ({ planned, weekdays, fromMinute }) => !planned && !weekdays && fromMinute === undefined,
  );
  return 1 - strikes.reduce((present, { fraction }) => present * (1 - fraction), 1);
}

/** Contacts an agent completes in the time one contact takes alone, when as many as allowed are held. */
export function contactsAtOnce({ concurrency = 1, slowdownFraction = 0 }: DemoStaffingPlan): number {
  return concurrency / (1 + slowdownFraction * (concurrency - 1));
}
