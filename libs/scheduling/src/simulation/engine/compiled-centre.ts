/** Agents who can serve the same queues in the same order: a group, or a group bound to some of its queues for a while. */
export interface AgentClass {
  readonly group: number;
  /** Queues in the order in which a free agent looks at them; places of equal rank have equal `ranks`. */
  readonly queues: Int32Array;
  readonly ranks: Int32Array;
  /** Handling speed by queue of the centre. */
  readonly speeds: Float64Array;
  readonly concurrency: number;
  /** Share by which each further contact in hand lengthens all of them. */
  readonly slowdown: number;
}

export interface CompiledQueue {
  readonly id: string;
  /** Expected contacts a second in each interval. */
  readonly rates: Float64Array;
  readonly handleTimeFactors: ArrayLike<number> | null;
  /** Classes in the order in which an arrival looks at them, and their ranks. */
  readonly classes: Int32Array;
  readonly ranks: Int32Array;
  /** Infinity = no limit. */
  readonly lines: number;
  readonly answerWithinSeconds: number;
}

/** Beginnings and ends of agents' time in order; of the same moment beginnings first. */
export interface Shifts {
  readonly times: Float64Array;
  readonly agents: Int32Array;
  /** The class from then on; -1 = the agent's time ends. */
  readonly classes: Int32Array;
  /** Which shift each belongs to, and the chance that a shift is missed. */
  readonly shifts: Int32Array;
  readonly absence: Float64Array;
}

/** The centre as the engine wants it: numbers for ids, flat arrays. */
export interface CompiledCentre {
  readonly intervalSeconds: number;
  readonly intervalCount: number;
  readonly queues: readonly CompiledQueue[];
  readonly classes: readonly AgentClass[];
  readonly agentCount: number;
  /** Greatest concurrency of any class. */
  readonly slots: number;
  readonly shifts: Shifts;
  readonly returnsContacts: boolean;
  readonly servesWaiting: boolean;
}
