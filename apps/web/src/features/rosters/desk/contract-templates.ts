import type { BoardModel, EntryTemplate } from '../board/index.js';
import type { PlanningData } from './desk-mapper.js';

/** Shift templates that the agent's contract allows; all of them when the contract is not known. */
export function templatesOfAgent(
  planning: PlanningData,
  model: Pick<BoardModel, 'agents'>,
  agent: number,
): readonly EntryTemplate[] {
  const contract = planning.contracts.find(({ id }) => id === model.agents[agent]!.contractId);
  return planning.shiftTemplates.filter(({ id }) => !contract || contract.templateIds.includes(id));
}
