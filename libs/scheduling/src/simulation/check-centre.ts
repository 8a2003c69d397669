import { checkDistribution } from './distribution.js';
import type { AgentGroup, RateCv, SimulatedCentre, SimulatedQueue } from './simulated-centre.js';

const MOST_CONTACTS_A_SECOND = 1e6;
const MOST_AGENTS = 1e6;

function mustBe(holds: boolean, name: string, value: unknown, must: string): void {
  if (!holds) throw new RangeError(`${name} (${String(value)}) must be ${must}`);
}

interface Frame {
  readonly intervals: number;
  readonly seconds: number;
  readonly days: number;
}

/** A number for all intervals, or a list of one each. */
function checkEach(
  name: string,
  values: number | ArrayLike<number>,
  options: { readonly length: number; readonly holds: (value: number) => boolean; readonly must: string },
): void {
  if (typeof values === 'number') return mustBe(options.holds(values), name, values, options.must);
  mustBe(values.length === options.length, `${name}.length`, values.length, `${options.length}, one value each`);
  for (let i = 0; i < values.length; i++) mustBe(options.holds(values[i]!), `${name}[${i}]`, values[i], options.must);
}

function checkRateCv(name: string, cv: RateCv | undefined, { intervals, days }: Frame): void {
  if (!cv) return;
  const rule = { holds: (value: number) => value >= 0 && value <= 5, must: '0..5; it is standard deviation / mean' };
  if (cv.interval !== undefined) checkEach(`${name}.interval`, cv.interval, { length: intervals, ...rule });
  if (cv.day !== undefined) checkEach(`${name}.day`, cv.day, { length: days, ...rule });
  if (cv.whole !== undefined) checkEach(`${name}.whole`, cv.whole, { length: 0, ...rule });
}

function checkQueue(queue: SimulatedQueue, frame: Frame): void {
  const name = `queue ${queue.id}`;
  const most = MOST_CONTACTS_A_SECOND * frame.seconds;
  const holds = (value: number) => value >= 0 && value <= most;
  checkEach(`${name}: contacts`, queue.contacts, {
    length: frame.intervals,
    holds,
    must: '0 or more and at most 1,000,000 a second; NaN belongs in series only',
  });
  checkRateCv(`${name}: rateCv`, queue.rateCv, frame);
  checkDistribution(`${name}: handleTime`, queue.handleTime);
  if (queue.patience) checkDistribution(`${name}: patience`, queue.patience);
  if (queue.handleTimeFactors) {
    const rule = { holds: (value: number) => value >= 0 && Number.isFinite(value), must: '0 or more and finite' };
    checkEach(`${name}: handleTimeFactors`, queue.handleTimeFactors, { length: frame.intervals, ...rule });
  }
  const { lines } = queue;
  mustBe(lines === undefined || lines >= 0, `${name}: lines`, lines, '0 or more; leave it out for no limit');
}

function checkStaffing(name: string, group: AgentGroup, intervals: number): void {
  const both = (group.agents === undefined) === (group.members === undefined);
  mustBe(!both, name, group.agents === undefined ? 'neither' : 'both', 'staffed by agents or by members, one of them');
  if (group.agents !== undefined) {
    const holds = (value: number) => Number.isInteger(value) && value >= 0 && value <= MOST_AGENTS;
    checkEach(`${name}: agents`, group.agents, { length: intervals, holds, must: 'a whole number, 0 or more' });
  }
  for (const [i, spans] of (group.members ?? []).entries()) {
    const ordered = [...spans].sort((a, b) => a.fromSeconds - b.fromSeconds);
    for (const [j, { fromSeconds, untilSeconds }] of ordered.entries()) {
      const at = `${name}: members[${i}]`;
      mustBe(untilSeconds > fromSeconds, `${at}.untilSeconds`, untilSeconds, `after fromSeconds (${fromSeconds})`);
      const before = ordered[j - 1]?.untilSeconds ?? Number.NEGATIVE_INFINITY;
      mustBe(fromSeconds >= before, `${at}.fromSeconds`, fromSeconds, `${before} or later: spans must not overlap`);
    }
  }
}

function checkGroup(group: AgentGroup, queueIds: ReadonlySet<string>, intervals: number): void {
  const name = `group ${group.id}`;
  const { concurrency = 1, slowdownFraction = 0, absenceFraction = 0 } = group;
  mustBe(
    Number.isInteger(concurrency) && concurrency >= 1 && concurrency <= 64,
    `${name}: concurrency`,
    concurrency,
    '1..64',
  );
  mustBe(slowdownFraction >= 0 && slowdownFraction <= 10, `${name}: slowdownFraction`, slowdownFraction, '0..10');
  mustBe(
    absenceFraction >= 0 && absenceFraction < 1,
    `${name}: absenceFraction`,
    absenceFraction,
    '0 or more, below 1',
  );
  const seen = new Set<string>();
  for (const { queueId, speedFactor = 1, priority = 1, arrivalPriority = 1 } of group.skills) {
    mustBe(queueIds.has(queueId), `${name}: skill`, queueId, `one of the queues (${[...queueIds].join(', ')})`);
    mustBe(!seen.has(queueId), `${name}: skill`, queueId, 'named once');
    mustBe(speedFactor > 0 && Number.isFinite(speedFactor), `${name}: speedFactor`, speedFactor, 'above 0');
    mustBe(!Number.isNaN(priority + arrivalPriority), `${name}: priority`, priority, 'a number; 1 goes first');
    seen.add(queueId);
  }
  checkStaffing(name, group, intervals);
}

/** Throws when the centre is a mistake, naming value and remedy. */
export function checkCentre(centre: SimulatedCentre): void {
  const { intervalSeconds, intervalCount, queues, groups, periods = [] } = centre;
  mustBe(
    intervalSeconds > 0 && Number.isFinite(intervalSeconds),
    'intervalSeconds',
    intervalSeconds,
    'above 0; use 900',
  );
  mustBe(
    Number.isInteger(intervalCount) && intervalCount > 0,
    'intervalCount',
    intervalCount,
    'a whole number, 1 or more',
  );
  mustBe(queues.length > 0, 'queues', 'none', 'at least one');
  for (const { id, firstInterval, endInterval } of periods) {
    const fits = firstInterval >= 0 && endInterval > firstInterval && endInterval <= intervalCount;
    mustBe(fits, `period ${id}`, `${firstInterval}..${endInterval}`, `a span of the ${intervalCount} intervals`);
  }
  const days = periods.filter(({ kind }) => kind === 'day').length;
  const frame = { intervals: intervalCount, seconds: intervalSeconds, days };
  const ids = new Set(queues.map(({ id }) => id));
  mustBe(ids.size === queues.length, 'queues', [...queues.map(({ id }) => id)].join(', '), 'named once each');
  checkRateCv('rateCv', centre.rateCv, frame);
  for (const queue of queues) checkQueue(queue, frame);
  for (const group of groups) checkGroup(group, ids, intervalCount);
}
