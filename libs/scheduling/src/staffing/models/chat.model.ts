import { IDLE_ERLANGS, loadErlangs } from '../load.js';
import { TOLERANCE } from '../rounding.js';
import type {
  ConcurrencyMeasures,
  ServiceLevelVariant,
  StaffingLoad,
  StaffingModel,
  SteadyState,
} from '../staffing-model.js';
import { belowLastSlot, pace, slotsOf, type BelowLastSlot } from './chat-capacity.js';
import { PatientQueue, UNSTABLE } from './patient-queue.js';
import { ImpatientQueue, unattended } from './impatient-queue.js';
import { BY_ABANDONMENT, CONCURRENCY_PARAMETER, NO_LOSS, patienceParameter, SLOWDOWN_PARAMETER } from './parameters.js';

/** The queue before the last slot, with how the slots are used. */
class ChatState implements SteadyState {
  readonly stable = true;
  readonly blockingFraction = 0;
  readonly waitProbability: number;
  readonly abandonmentFraction: number;
  readonly occupancyFraction: number;
  readonly meanQueueLength: number;
  private readonly meanActive: number;

  constructor(
    private readonly queue: SteadyState & Required<Pick<SteadyState, 'meanWaitSeconds' | 'abandonedWaitSeconds'>>,
    private readonly below: BelowLastSlot,
    private readonly size: { readonly agents: number; readonly slots: number },
  ) {
    this.waitProbability = queue.waitProbability;
    this.abandonmentFraction = queue.abandonmentFraction;
    this.meanQueueLength = queue.meanQueueLength;
    this.meanActive = this.mixed(below.meanContacts, size.slots);
    this.occupancyFraction = this.meanActive / size.slots;
  }

  serviceLevelFraction(answerWithinSeconds: number, variant: ServiceLevelVariant): number {
    return this.queue.serviceLevelFraction(answerWithinSeconds, variant);
  }

  asaSeconds(): number {
    return this.queue.asaSeconds();
  }

  waitBeyondFraction(seconds: number): number {
    return this.queue.waitBeyondFraction!(seconds);
  }

  abandonedWithinFraction(seconds: number): number {
    return this.queue.abandonedWithinFraction!(seconds);
  }

  meanWaitSeconds(): number {
    return this.queue.meanWaitSeconds();
  }

  abandonedWaitSeconds(): number {
    return this.queue.abandonedWaitSeconds();
  }

  concurrency(): ConcurrencyMeasures {
    const { agents } = this.size;
    return {
      meanActiveContacts: this.meanActive,
      contactsPerAgent: this.meanActive / agents,
      busyAgentFraction: this.mixed(this.below.meanBusyAgents, agents) / agents,
      slotOccupancyFraction: this.occupancyFraction,
    };
  }

  /** Mean over all states of what has this mean below the last slot and this value with all slots taken. */
  private mixed(below: number, full: number): number {
    return below + this.waitProbability * (full - below);
  }
}

/**
 * Agents who hold up to `concurrency` contacts at once, spread evenly, each lasting longer for every further one. In
 * front of full slots the queue is that of Erlang A (Erlang C where nobody leaves), served at the full slots' pace.
 */
function chat(load: StaffingLoad, agents: number): SteadyState {
  const offered = loadErlangs(load);
  const arrivalsPerSecond = load.contacts / load.intervalSeconds;
  const patienceSeconds = load.patienceSeconds ?? Infinity;
  if (offered < IDLE_ERLANGS) return new PatientQueue(0, 0, { occupancyFraction: 0, arrivalsPerSecond });
  if (agents === 0) return patienceSeconds === Infinity ? UNSTABLE : unattended(arrivalsPerSecond, patienceSeconds);
  const slots = slotsOf(load, agents);
  const full = pace(load, agents, slots);
  if (patienceSeconds === Infinity && offered >= full) return UNSTABLE;
  const below = belowLastSlot(load, agents);
  const size = { agents, slots };
  if (patienceSeconds === Infinity) {
    const spare = full - offered;
    const waitProbability = offered / (offered + spare * below.inverse);
    const queue = new PatientQueue(waitProbability, load.averageHandleSeconds / spare, {
      occupancyFraction: offered / full,
      arrivalsPerSecond,
    });
    return new ChatState(queue, below, size);
  }
  const perHandle = patienceSeconds / load.averageHandleSeconds;
  const queue = new ImpatientQueue({
    s: full * perHandle,
    x: offered * perHandle,
    rho: offered / full,
    e: below.inverse,
    arrivalsPerSecond,
    patienceSeconds,
  });
  return new ChatState(queue, below, size);
}

/** Agents whose full slots just keep up with the load. */
function agentsKeepingUp(load: StaffingLoad): number {
  return (loadErlangs(load) * 100) / pace(load, 100, slotsOf(load, 100));
}

function leastStableAgents(load: StaffingLoad): number {
  if (load.patienceSeconds !== undefined && load.patienceSeconds !== Infinity) return 1;
  const keepsUp = (agents: number): boolean =>
    pace(load, agents, slotsOf(load, agents)) > loadErlangs(load) * (1 + TOLERANCE);
  let agents = Math.max(1, Math.floor(agentsKeepingUp(load)));
  while (agents > 1 && keepsUp(agents - 1)) agents -= 1;
  while (!keepsUp(agents)) agents += 1;
  return agents;
}

export const chatModel: StaffingModel = {
  id: 'chat',
  title: { en: 'Chat: several at once', ja: 'チャット：同時対応' },
  source: 'Luo & Zhang, Oper. Res. 61 (2013); Tezcan & Zhang, Oper. Res. 62 (2014)',
  assumptions: [
    {
      en: 'Chats arrive at random at an even rate and go to the agent who holds fewest.',
      ja: 'チャットは一定の割合でランダムに到着し、対応数が最も少ないエージェントに割り当てられる。',
    },
    {
      en: 'Handle time is that of a chat handled alone; each further chat makes all of the agent’s last longer.',
      ja: '処理時間は単独対応時の値。同時対応が増えるごとに、そのエージェントの全チャットが長くなる。',
    },
    {
      en: 'Whoever waits leaves after an exponential patience, or never where none is given.',
      ja: '待っている顧客は指数分布の忍耐時間の後に離脱する。忍耐時間がなければ離脱しない。',
    },
  ],
  parameters: [CONCURRENCY_PARAMETER, SLOWDOWN_PARAMETER, patienceParameter(false)],
  judges: ['service-level', 'asa', 'occupancy', 'abandonment', 'blocking'],
  losses: ({ patienceSeconds = Infinity }) => (patienceSeconds === Infinity ? NO_LOSS : BY_ABANDONMENT),
  suits: ({ concurrency = 1 }) => concurrency > 1,
  leastStableAgents,
  likelyAgents: (load) => Math.max(1, Math.ceil(agentsKeepingUp(load))),
  performance: chat,
};
