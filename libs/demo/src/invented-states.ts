import { MINUTE_MILLIS, type Instant } from '@yotei/time';
import { randomSource, type RandomSource } from './random-source.js';

/** A shift as planned; activities tile it, in order of time. */
export interface PlannedShift {
  readonly agentId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  readonly activities: readonly PlannedActivity[];
}

export interface PlannedActivity {
  readonly activityTypeId: string;
  readonly contactWork: boolean;
  readonly paid: boolean;
  readonly startAt: Instant;
  readonly endAt: Instant;
}

/** From `at` on the agent is in `state`, one of our own words. */
export interface InventedState {
  readonly agentId: string;
  readonly at: Instant;
  readonly state: string;
}

/** How people are: means and chances of an invented day. */
const HABITS = {
  absentChance: 0.03,
  /** Of those who come: seconds late, early when negative. */
  startSeconds: { mean: 40, spread: 120 },
  endSeconds: { mean: 60, spread: 150 },
  breakLateSeconds: { mean: 60, spread: 90 },
  breakOverrunSeconds: { mean: 45, spread: 120 },
  idleSeconds: 45,
  handleSeconds: { mean: 240, shape: 1.6 },
  afterContactSeconds: { mean: 35, shape: 1.2 },
  /** Chance after a contact to be away for some minutes without a plan. */
  awayChance: 0.008,
  awayMinutes: { from: 2, to: 12 },
} as const;

/** Our word for time off the queue, by id of the activity type. */
const STATE_OF: Readonly<Record<string, string>> = {
  break: 'on-break',
  lunch: 'at-lunch',
  meeting: 'in-meeting',
  training: 'in-training',
  coaching: 'in-coaching',
  'back-office': 'back-office',
};

/**
 * A day as it might go: people come a little early or late and finish a contact before they take their break; between
 * contacts they wait, some are away unplanned and a few do not come at all. Events in order of time; each agent ends
 * `offline`. Every agent has chance of its own, so the same seed and shift give the same events whoever else works.
 */
export function inventStates(shifts: readonly PlannedShift[], seed: number): InventedState[] {
  return shifts
    .flatMap((shift) => statesOfShift(shift, randomSource(seed, `${shift.agentId}/${shift.startAt}`)))
    .sort((a, b) => a.at - b.at || (a.agentId < b.agentId ? -1 : 1));
}

function statesOfShift(shift: PlannedShift, random: RandomSource): InventedState[] {
  if (random.uniform() < HABITS.absentChance) return [];
  const day = new InventedDay(shift.agentId, random);
  const last = shift.activities.length - 1;
  let at = shift.startAt + seconds(around(random, HABITS.startSeconds));
  shift.activities.forEach((activity, i) => {
    const late = i === last ? around(random, HABITS.endSeconds) : offQueueEnds(activity, random);
    const until = Math.max(at, activity.endAt + seconds(late));
    at = activity.contactWork ? day.serve(at, until) : day.rest(at, until, stateOf(activity));
  });
  return day.end(at);
}

/** Breaks begin when the contact before is done, and are overrun a little; meetings end for all at once. */
function offQueueEnds({ contactWork, paid, activityTypeId }: PlannedActivity, random: RandomSource): number {
  if (contactWork) return around(random, HABITS.breakLateSeconds);
  const isRest = !paid || activityTypeId === 'break' || activityTypeId === 'lunch';
  return isRest ? around(random, HABITS.breakOverrunSeconds) : 0;
}

function stateOf({ activityTypeId, paid }: PlannedActivity): string {
  return STATE_OF[activityTypeId] ?? (paid ? 'back-office' : 'away');
}

/** One agent's events, in order of time. */
class InventedDay {
  private readonly told: InventedState[] = [];

  constructor(
    private readonly agentId: string,
    private readonly random: RandomSource,
  ) {}

  /** Contact after contact; the one begun before `until` is finished. Answers when the agent is free. */
  serve(from: Instant, until: Instant): Instant {
    let at = from;
    while (at < until) {
      at = this.spend(at, 'available', -Math.log(1 - this.random.uniform()) * HABITS.idleSeconds);
      if (at >= until) break;
      at = this.spend(at, 'handling', this.random.gamma(HABITS.handleSeconds.mean, HABITS.handleSeconds.shape));
      const after = HABITS.afterContactSeconds;
      at = this.spend(at, 'after-contact', this.random.gamma(after.mean, after.shape));
      if (this.random.uniform() < HABITS.awayChance) {
        const { from: least, to } = HABITS.awayMinutes;
        at = this.spend(at, 'away', (this.random.integer(least, to) * MINUTE_MILLIS) / 1000);
      }
    }
    return at;
  }

  rest(from: Instant, until: Instant, state: string): Instant {
    return this.spend(from, state, (until - from) / 1000);
  }

  end(at: Instant): InventedState[] {
    this.told.push({ agentId: this.agentId, at, state: 'offline' });
    return this.told;
  }

  private spend(at: Instant, state: string, lengthSeconds: number): Instant {
    const length = seconds(lengthSeconds);
    if (length > 0) this.told.push({ agentId: this.agentId, at, state });
    return at + length;
  }
}

const seconds = (count: number): number => Math.round(count) * 1000;
const around = (random: RandomSource, { mean, spread }: { readonly mean: number; readonly spread: number }): number =>
  mean + spread * random.normal();
