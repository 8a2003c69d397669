import { QUESTION_IDS, type QuestionId } from './questions/question.model.js';
import { asDate, asOneOf, asText } from '../../app/search-params.js';

/** How many days a question is about. */
export const SPANS = [7, 28, 91, 364] as const;
export type Span = (typeof SPANS)[number];
export const VIEWS = ['answer', 'compare', 'questions'] as const;
export type View = (typeof VIEWS)[number];
/** Side by side with the base. */
export const MOST_COMPARED = 5;

/** What a link to a scenario says. */
export interface ScenariosSearch {
  /** First day; absent = next week. */
  readonly from?: string | undefined;
  readonly days?: Span | undefined;
  /** Absent = the base itself. */
  readonly scenario?: string | undefined;
  readonly view?: View | undefined;
  /** Ids of what stands side by side, in order, with commas between. */
  readonly compare?: string | undefined;
  /** Drill down: one queue, one local day. */
  readonly queue?: string | undefined;
  readonly day?: string | undefined;
  /** Which of the questions the other way round. */
  readonly question?: QuestionId | undefined;
}

export function scenariosSearch(search: Record<string, unknown>): ScenariosSearch {
  return {
    from: asDate(search['from']),
    days: SPANS.find((span) => span === Number(search['days'])),
    scenario: asText(search['scenario']),
    view: asOneOf(search['view'], VIEWS),
    compare: asText(search['compare']),
    queue: asText(search['queue']),
    day: asDate(search['day']),
    question: asOneOf(search['question'], QUESTION_IDS),
  };
}

/** The compared scenarios of a link: those there are, none twice, at most five. */
export function comparedIds(compare: string | undefined, known: readonly string[]): readonly string[] {
  const wanted = (compare ?? '').split(',');
  return [...new Set(wanted)].filter((id) => known.includes(id)).slice(0, MOST_COMPARED);
}
