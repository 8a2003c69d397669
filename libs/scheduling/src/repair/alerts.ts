import { MINUTE_MILLIS, overlaps, type Instant } from '@yotei/time';

export const ALERT_KINDS = ['short', 'over'] as const;
export type AlertKind = (typeof ALERT_KINDS)[number];

/** A stretch of the day ahead that somebody should look at. */
export interface AlertFinding {
  readonly queueId: string;
  readonly kind: AlertKind;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Agents missing, or too many, in the worst slot; whole. */
  readonly agents: number;
  /** Service level to expect, 0..1; null where the queue has none. */
  readonly serviceLow: number | null;
  readonly serviceHigh: number | null;
}

export interface StandingAlert extends AlertFinding {
  readonly id: string;
  readonly raisedAt: Instant;
}

/** One queue of the rest of a day, slot by slot. */
export interface QueueOutlook {
  readonly queueId: string;
  readonly startAt: Instant;
  readonly stepMinutes: number;
  /** Positive: agents missing; negative: too many; NaN: closed or not known. */
  readonly missing: Float64Array;
  readonly contacts: Float64Array;
  /** At many contacts and at few, of the forecast's 80 % band; NaN: not known. */
  readonly serviceLow: Float64Array;
  readonly serviceHigh: Float64Array;
}

export interface AlertLevels {
  /** Raised from so many agents, at least one, and from this share of a stretch's minutes. */
  readonly raiseAgents: number;
  readonly raiseMinutes: number;
  /** Stays until fewer than so many are missing. */
  readonly keepAgents: number;
  /** Time off is worth offering only for longer. */
  readonly overAgents: number;
  readonly overMinutes: number;
}

export const ALERT_LEVELS: AlertLevels = {
  raiseAgents: 1,
  raiseMinutes: 30,
  keepAgents: 0.5,
  overAgents: 2,
  overMinutes: 60,
};

/** Stretches nearer to each other than this are one. */
const JOIN_MINUTES = 15;
/** A change of the numbers smaller than this is not told anew. */
const TOLD_MINUTES = 15;

interface Level {
  readonly kind: AlertKind;
  readonly least: number;
  readonly minutes: number;
}

/**
 * Stretches of a queue in which agents are missing (or too many) by at least the level for long enough. Where an alert
 * stands already, the lower level that keeps it counts, so that one agent more or less does not switch it on and off.
 */
export function alertFindings(
  outlook: QueueOutlook,
  standing: readonly StandingAlert[],
  levels: AlertLevels = ALERT_LEVELS,
): AlertFinding[] {
  const own = standing.filter(({ queueId }) => queueId === outlook.queueId);
  const raise: Level[] = [
    { kind: 'short', least: levels.raiseAgents, minutes: levels.raiseMinutes },
    { kind: 'over', least: levels.overAgents, minutes: levels.overMinutes },
  ];
  return raise.flatMap((level) => {
    const fresh = stretches(outlook, level);
    const kept = stretches(outlook, {
      ...level,
      least: level.least * levels.keepAgents,
      minutes: outlook.stepMinutes,
    }).filter((stretch) => own.some((alert) => alert.kind === level.kind && overlaps(alert, stretch)));
    // A kept stretch holds the fresh ones inside it.
    return [...kept, ...fresh.filter((one) => !kept.some((wider) => overlaps(wider, one)))];
  });
}

function stretches(outlook: QueueOutlook, { kind, least, minutes }: Level): AlertFinding[] {
  const { missing, stepMinutes } = outlook;
  const sign = kind === 'short' ? 1 : -1;
  const isIn = (slot: number) => sign * missing[slot]! >= least - 1e-9;
  const found: AlertFinding[] = [];
  const gap = Math.floor(JOIN_MINUTES / stepMinutes);
  for (let from = 0; from < missing.length; from++) {
    if (!isIn(from)) continue;
    let until = from + 1;
    for (let next = until; next < missing.length && next - until <= gap; next++) if (isIn(next)) until = next + 1;
    if ((until - from) * stepMinutes >= minutes) found.push(findingOf(outlook, kind, { from, until }));
    from = until;
  }
  return found;
}

function findingOf(
  outlook: QueueOutlook,
  kind: AlertKind,
  { from, until }: { from: number; until: number },
): AlertFinding {
  const { queueId, startAt, stepMinutes, missing } = outlook;
  let most = 0;
  for (let slot = from; slot < until; slot++) {
    const amount = kind === 'short' ? missing[slot]! : -missing[slot]!;
    if (amount > most) most = amount;
  }
  const at = (slot: number) => startAt + slot * stepMinutes * MINUTE_MILLIS;
  return {
    queueId,
    kind,
    startAt: at(from),
    endAt: at(until),
    agents: Math.max(1, Math.round(most)),
    serviceLow: weighted(outlook, outlook.serviceLow, { from, until }),
    serviceHigh: weighted(outlook, outlook.serviceHigh, { from, until }),
  };
}

/** Mean over the slots by contacts; null where nothing is known. */
export function weighted(
  { contacts }: Pick<QueueOutlook, 'contacts'>,
  values: Float64Array,
  { from, until }: { readonly from: number; readonly until: number },
): number | null {
  let [sum, weight] = [0, 0];
  for (let slot = from; slot < until; slot++) {
    if (Number.isNaN(values[slot]!) || !(contacts[slot]! > 0)) continue;
    sum += values[slot]! * contacts[slot]!;
    weight += contacts[slot]!;
  }
  return weight > 0 ? sum / weight : null;
}

export interface AlertChanges {
  readonly raised: readonly AlertFinding[];
  /** Alerts that go on, with their numbers of now; `told`: the change is large enough to be told. */
  readonly kept: readonly { readonly alert: StandingAlert; readonly finding: AlertFinding; readonly told: boolean }[];
  readonly cleared: readonly StandingAlert[];
}

/**
 * What becomes of the alerts that stand: one that still overlaps a finding of its queue and kind goes on under its id
 * (the oldest where there are several), the others are cleared, findings without one are raised.
 */
export function nextAlerts(standing: readonly StandingAlert[], findings: readonly AlertFinding[]): AlertChanges {
  const left = [...standing].sort((a, b) => a.raisedAt - b.raisedAt);
  const raised: AlertFinding[] = [];
  const kept: { alert: StandingAlert; finding: AlertFinding; told: boolean }[] = [];
  const byHours = [...findings].sort((a, b) => b.agents * (b.endAt - b.startAt) - a.agents * (a.endAt - a.startAt));
  for (const finding of byHours) {
    const at = left.findIndex(
      (alert) => alert.queueId === finding.queueId && alert.kind === finding.kind && overlaps(alert, finding),
    );
    if (at < 0) raised.push(finding);
    else {
      const [alert] = left.splice(at, 1);
      kept.push({ alert: alert!, finding, told: isNews(alert!, finding) });
    }
  }
  return { raised, kept, cleared: left };
}

function isNews(alert: StandingAlert, finding: AlertFinding): boolean {
  const moved = Math.max(Math.abs(alert.startAt - finding.startAt), Math.abs(alert.endAt - finding.endAt));
  return alert.agents !== finding.agents || moved >= TOLD_MINUTES * MINUTE_MILLIS;
}
