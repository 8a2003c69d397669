import type { ZoneId } from '@yotei/time';
import { indexProblem, type RosterProblem } from '../../roster/index.js';
import type { MessageLanguage } from '../../rules/index.js';

/** What writing an explanation takes: a language, clocks, and names in place of ids. */
export interface ExplanationWords {
  readonly language: MessageLanguage;
  /** Zone of intervals; what is one agent's is told by the agent's own clock. */
  readonly zone: ZoneId;
  readonly zoneOf: (agentId: string) => ZoneId;
  readonly agent: (id: string) => string;
  readonly queue: (id: string) => string;
  readonly skill: (id: string) => string;
  readonly template: (id: string) => string;
}

/** Words with the names that the problem itself holds; ids where it holds none. */
export function wordsOf(
  problem: RosterProblem,
  language: MessageLanguage,
  better: Partial<Omit<ExplanationWords, 'language'>> = {},
): ExplanationWords {
  const { agents, templates } = indexProblem(problem);
  return {
    language,
    zone: problem.zone,
    zoneOf: (id) => agents.get(id)?.zone ?? problem.zone,
    agent: (id) => agents.get(id)?.name ?? id,
    queue: (id) => id,
    skill: (id) => id,
    template: (id) => templates.get(id)?.title ?? id,
    ...better,
  };
}
