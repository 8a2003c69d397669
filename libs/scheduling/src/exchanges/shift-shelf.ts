import {
  contactTypeOf,
  groupByAgent,
  indexProblem,
  paidMinutesOf,
  type Agent,
  type RosterProblem,
  type Shift,
} from '../roster/index.js';
import type { ExchangeBook, PlacedShift } from './exchange-request.js';

/** The book's shifts by id and by agent. */
export class ShiftShelf {
  readonly problem: RosterProblem;
  readonly contactTypeId: string;
  private readonly byId: ReadonlyMap<string, PlacedShift>;
  private readonly byAgent: ReadonlyMap<string, readonly PlacedShift[]>;

  constructor({ problem, shifts }: Pick<ExchangeBook, 'problem' | 'shifts'>) {
    this.problem = problem;
    this.contactTypeId = contactTypeOf(problem);
    this.byId = new Map(shifts.map((shift) => [shift.id, shift]));
    this.byAgent = groupByAgent(shifts);
  }

  shift(id: string): PlacedShift | undefined {
    return this.byId.get(id);
  }

  agent(id: string): Agent | undefined {
    return indexProblem(this.problem).agents.get(id);
  }

  /** By start. */
  readonly shiftsOf = (agentId: string): readonly PlacedShift[] => this.byAgent.get(agentId) ?? [];

  paidMinutes(shift: Shift): number {
    return paidMinutesOf(shift, indexProblem(this.problem).activityTypes);
  }
}
