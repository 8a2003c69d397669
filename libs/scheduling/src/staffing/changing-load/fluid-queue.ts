/** One interval of a centre that may be short for hours: even arrivals, a fixed number of agents. */
export interface FluidInterval {
  readonly contacts: number;
  readonly intervalSeconds: number;
  readonly handleSeconds: number;
  /** 0 or more; fractions allowed. */
  readonly agents: number;
  /** Mean patience; absent or Infinity = nobody leaves. */
  readonly patienceSeconds?: number;
}

/** What becomes of one interval's contacts in the fluid queue. */
export interface FluidState {
  readonly meanInSystem: number;
  readonly inSystemEnd: number;
  readonly meanWaiting: number;
  readonly waitingEnd: number;
  /** Contacts that leave without an answer. */
  readonly abandonedContacts: number;
  readonly servedContacts: number;
  /** Handling time / agents' time; 0 without agents. */
  readonly occupancyFraction: number;
  /** How long the last of those waiting at the end goes on waiting at this interval's staffing, if it stays. */
  readonly waitAtEndSeconds: number;
}

/** A stretch in which contacts leave at `drain` a second for each, towards an equilibrium. */
interface Stretch {
  readonly seconds: number;
  readonly end: number;
  /** Integral of the number over the stretch. */
  readonly area: number;
}

/** x' = inflow - drain·x for so many seconds, by its closed form; -expm1 keeps the digits of a slow drain. */
function follow(x: number, { inflow, drain }: { inflow: number; drain: number }, seconds: number): Stretch {
  if (drain === 0) return { seconds, end: x + inflow * seconds, area: x * seconds + (inflow * seconds * seconds) / 2 };
  const gone = -Math.expm1(-drain * seconds);
  const rest = inflow / drain;
  return { seconds, end: x + (rest - x) * gone, area: rest * seconds + ((x - rest) * gone) / drain };
}

/** Seconds until x reaches `level`; Infinity when it never does. */
function secondsTo(x: number, level: number, { inflow, drain }: { inflow: number; drain: number }): number {
  if (drain === 0) {
    const seconds = (level - x) / inflow;
    return seconds > 0 ? seconds : Infinity;
  }
  const rest = inflow / drain;
  const share = (level - rest) / (x - rest);
  return share > 0 && share < 1 ? -Math.log(share) / drain : Infinity;
}

/** One interval: in stretches with everyone served at once and with all agents busy, in turn. */
function runInterval(interval: FluidInterval, inSystem: number): FluidState {
  const { contacts, intervalSeconds, handleSeconds, agents, patienceSeconds = Infinity } = interval;
  const arrival = contacts / intervalSeconds;
  // With no handle time contacts are gone at once, whatever waited.
  if (handleSeconds === 0 && agents > 0) return atOnce(contacts);
  const perAgent = handleSeconds === 0 ? 0 : 1 / handleSeconds;
  let left = intervalSeconds;
  let x = inSystem;
  let [area, waitingArea] = [0, 0];
  while (left > 0) {
    const drains = { inflow: arrival, drain: perAgent };
    const queues = { inflow: arrival - agents * perAgent, drain: 1 / patienceSeconds };
    const growing = x > agents || (x === agents && queues.inflow > 0);
    if (growing) {
      const seconds = Math.min(left, secondsTo(x - agents, 0, queues));
      const stretch = follow(x - agents, queues, seconds);
      area += stretch.area + agents * seconds;
      waitingArea += stretch.area;
      x = seconds < left ? agents : agents + Math.max(0, stretch.end);
      left -= seconds;
    } else {
      const seconds = x === agents ? left : Math.min(left, secondsTo(x, agents, drains));
      const stretch = follow(x, drains, seconds);
      area += stretch.area;
      x = seconds < left ? agents : stretch.end;
      left -= seconds;
    }
  }
  const abandonedContacts = waitingArea / patienceSeconds;
  const waitingEnd = Math.max(0, x - agents);
  return {
    meanInSystem: area / intervalSeconds,
    inSystemEnd: x,
    meanWaiting: waitingArea / intervalSeconds,
    waitingEnd,
    abandonedContacts,
    servedContacts: inSystem + contacts - x - abandonedContacts,
    occupancyFraction: agents > 0 ? (area - waitingArea) / (agents * intervalSeconds) : 0,
    waitAtEndSeconds: lastWait(waitingEnd, { agents, perAgent, patienceSeconds }),
  };
}

/** Time until a queue without newcomers is empty: those ahead are served and leave. */
function lastWait(
  waiting: number,
  { agents, perAgent, patienceSeconds }: { agents: number; perAgent: number; patienceSeconds: number },
): number {
  if (waiting === 0) return 0;
  const served = agents * perAgent;
  if (served === 0) return Infinity;
  if (patienceSeconds === Infinity) return waiting / served;
  return patienceSeconds * Math.log1p(waiting / (patienceSeconds * served));
}

function atOnce(contacts: number): FluidState {
  return {
    meanInSystem: 0,
    inSystemEnd: 0,
    meanWaiting: 0,
    waitingEnd: 0,
    abandonedContacts: 0,
    servedContacts: contacts,
    occupancyFraction: 0,
    waitAtEndSeconds: 0,
  };
}

/**
 * A given staffing over the day as a fluid: x' = arrivals - min(x, n)/h - max(x - n, 0)/patience, exactly in each
 * interval. It leaves out chance, so it says nothing of queues below the agents' capacity, and is right where a
 * shortage lasts for hours and backlog is carried on: where stationary formulas take each interval for one without end
 * (Newell 1982; Mandelbaum, Massey & Reiman 1998). Contacts beyond the agents go back to the queue when agents leave.
 */
export function fluidQueue(intervals: readonly FluidInterval[], inSystemAtStart = 0): readonly FluidState[] {
  let inSystem = inSystemAtStart;
  return intervals.map((interval, index) => {
    const { contacts, intervalSeconds, handleSeconds, agents, patienceSeconds = Infinity } = interval;
    const fits = contacts >= 0 && intervalSeconds > 0 && handleSeconds >= 0 && agents >= 0 && patienceSeconds > 0;
    if (!fits) {
      throw new RangeError(
        `interval ${index} (${JSON.stringify(interval)}) must have contacts, handle time and agents 0 or more, length and patience above 0`,
      );
    }
    const state = runInterval(interval, inSystem);
    inSystem = state.inSystemEnd;
    return state;
  });
}
