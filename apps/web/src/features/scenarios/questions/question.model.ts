import type {
  BotBreakEven,
  HeldVolume,
  HourOfWeek,
  OneMoreAgent,
  PooledAnswer,
  Tornado,
  TornadoMeasure,
  WaysToGoal,
} from '@yotei/scheduling/scenarios';
import type { LevelGoal } from '../changes/sliders.model.js';

/** The other way round: from what is wanted to what it takes. */
export const QUESTION_IDS = ['held', 'ways', 'dearest', 'agent', 'pooled', 'bot', 'tornado'] as const;
export type QuestionId = (typeof QUESTION_IDS)[number];

export const TORNADO_MEASURES = ['hoursToRoster', 'requiredFte', 'requiredCost', 'serviceLevel', 'occupancy'] as const;

/** A question with the choices it needs. */
export type Question =
  | { readonly id: 'held' | 'dearest' | 'agent' | 'pooled' }
  | { readonly id: 'ways'; readonly goal: LevelGoal | null }
  | { readonly id: 'bot'; readonly queueIds: readonly string[] | undefined; readonly share: number }
  | { readonly id: 'tornado'; readonly measure: TornadoMeasure };

/** What the library answers, by question. */
export interface QuestionResults {
  readonly held: HeldVolume;
  readonly ways: readonly WaysToGoal[];
  readonly dearest: readonly HourOfWeek[];
  readonly agent: readonly OneMoreAgent[];
  readonly pooled: PooledAnswer;
  readonly bot: BotBreakEven;
  readonly tornado: Tornado;
}
