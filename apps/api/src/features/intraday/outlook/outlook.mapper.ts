import { intervalIndex, intervalStart, MINUTE_MILLIS, type Grid } from '@yotei/time';
import { nullable } from '../../demand/index.js';
import { alertText } from './alert-text.js';
import type { AlertRow } from './alerts.repository.js';
import type { DayPicture } from './day-picture.service.js';
import type {
  IntradayAlert,
  IntradayAlertKind,
  IntradayOutlook,
  IntradayQueue,
  IntradaySoFar,
} from './outlook.graphql-types.js';
import type { Outlook, QueueToCome } from './outlook.service.js';
import type { QueueDay } from './queue-day.js';

const FRACTION_DIGITS = 4;

export function outlookOf({ picture, toCome, alerts }: Outlook): IntradayOutlook {
  const names = new Map(picture.case.problem.agents.map(({ id, name }) => [id, name]));
  const byQueue = new Map(toCome.map((one) => [one.queueId, one]));
  return {
    on: picture.on,
    at: picture.at,
    zone: picture.zone,
    scheduleId: picture.schedule.id,
    queues: picture.queues.map((day) => queueOf(picture, day, byQueue.get(day.queue.id))),
    alerts: alertsOf(picture, alerts),
    missing: picture.missing.map((one) => ({ ...one, name: names.get(one.agentId) ?? one.agentId })),
  };
}

/** Those that stand first, the most agent-hours first; then the others, the newest first. */
function alertsOf({ queues, zone }: DayPicture, alerts: readonly AlertRow[]): IntradayAlert[] {
  const titles = new Map(queues.map(({ queue }) => [queue.id, queue.name]));
  const weight = ({ clearedAt, agents, startAt, endAt }: AlertRow) =>
    clearedAt === null ? agents * (endAt - startAt) : -1 / clearedAt;
  return [...alerts]
    .sort((a, b) => Number(a.kind === 'over') - Number(b.kind === 'over') || weight(b) - weight(a))
    .sort((a, b) => Number(a.clearedAt !== null) - Number(b.clearedAt !== null))
    .map((row) => {
      const queue = titles.get(row.queueId) ?? { en: row.queueId, ja: row.queueId };
      return { ...row, kind: row.kind as IntradayAlertKind, text: alertText({ finding: row, queue, zone }) };
    });
}

function queueOf({ day: { grid: slots } }: DayPicture, day: QueueDay, toCome: QueueToCome | undefined): IntradayQueue {
  const { queue, grid, planned, facts, expected } = day;
  const own = (values: Float64Array | undefined, digits = FRACTION_DIGITS) =>
    nullable(values && toCome ? meanOnGrid(grid, slots, { values, fromSlot: toCome.fromSlot }) : empty(grid), digits);
  const rate = (i: number) => (facts.offered[i]! > 0 ? facts.answeredWithin[i]! / facts.offered[i]! : Number.NaN);
  const { goal } = queue.plan;
  return {
    queueId: queue.id,
    title: { en: queue.name.en, ja: queue.name.ja },
    startAt: grid.startAt,
    stepMinutes: grid.stepMinutes,
    goalFraction: goal.serviceLevelFraction ?? null,
    answerWithinSeconds: goal.answerWithinSeconds ?? null,
    soFar: soFarOf(day),
    plannedContacts: nullable(planned.contacts, 1),
    actualContacts: nullable(facts.offered, 1),
    expectedContacts: nullable(expected.contacts, 1),
    p10Contacts: nullable(expected.p10, 1),
    p90Contacts: nullable(expected.p90, 1),
    plannedService: nullable(planned.serviceLevel, FRACTION_DIGITS),
    actualService: nullable(
      Float64Array.from({ length: grid.count }, (_, i) => rate(i)),
      FRACTION_DIGITS,
    ),
    serviceLow: own(toCome?.outlook.serviceLow),
    serviceLikely: own(toCome?.serviceLikely),
    serviceHigh: own(toCome?.outlook.serviceHigh),
    plannedNeed: nullable(planned.agentsToRoster, 2),
    need: nullable(day.agentsToRoster, 2),
    present: own(toCome?.present, 2),
  };
}

const empty = (grid: Grid) => new Float64Array(grid.count).fill(Number.NaN);

/** Slots of the coverage, on the queue's own intervals: their mean. */
function meanOnGrid(
  grid: Grid,
  slots: Grid,
  { values, fromSlot }: { readonly values: Float64Array; readonly fromSlot: number },
): Float64Array {
  const result = empty(grid);
  for (let i = 0; i < grid.count; i++) {
    const startAt = intervalStart(grid, i);
    const endAt = startAt + grid.stepMinutes * MINUTE_MILLIS;
    let [sum, count] = [0, 0];
    for (let slot = intervalIndex(slots, startAt); intervalStart(slots, slot) < endAt; slot++) {
      const value = values[slot - fromSlot];
      if (value === undefined || Number.isNaN(value)) continue;
      sum += value;
      count += 1;
    }
    if (count > 0) result[i] = sum / count;
  }
  return result;
}

/** Over the intervals of which contacts are known; service levels weighted by contacts. */
function soFarOf({ planned, facts, updated }: QueueDay): IntradaySoFar {
  const sums = { contacts: 0, plan: 0, handled: 0, seconds: 0, planSeconds: 0, planHandled: 0, within: 0, offered: 0 };
  let [planGood, planWeight] = [0, 0];
  for (let i = 0; i < facts.knownCount; i++) {
    const [offered, plan] = [facts.offered[i]!, planned.contacts[i]!];
    if (Number.isNaN(offered)) continue;
    sums.contacts += offered;
    if (plan > 0) {
      sums.plan += plan;
      if (planned.handleSeconds[i]! > 0)
        [sums.planSeconds, sums.planHandled] = [
          sums.planSeconds + plan * planned.handleSeconds[i]!,
          sums.planHandled + plan,
        ];
      if (!Number.isNaN(planned.serviceLevel[i]!))
        [planGood, planWeight] = [planGood + plan * planned.serviceLevel[i]!, planWeight + plan];
    }
    const handled = Number.isNaN(facts.answered[i]!) ? offered : facts.answered[i]!;
    if (facts.handleSeconds[i]! >= 0)
      [sums.seconds, sums.handled] = [sums.seconds + facts.handleSeconds[i]!, sums.handled + handled];
    if (facts.answeredWithin[i]! >= 0)
      [sums.within, sums.offered] = [sums.within + facts.answeredWithin[i]!, sums.offered + offered];
  }
  const ratio = (part: number, whole: number) => (whole > 0 ? part / whole : null);
  return {
    contacts: sums.contacts,
    plannedContacts: sums.plan,
    handleSeconds: ratio(sums.seconds, sums.handled),
    plannedHandleSeconds: ratio(sums.planSeconds, sums.planHandled),
    serviceLevel: ratio(sums.within, sums.offered),
    plannedServiceLevel: ratio(planGood, planWeight),
    factor: updated?.factor ?? null,
  };
}
