import { amountBeside, amountText, type Amount, type TextLanguage } from '../amount.js';
import type { GoalMeasure } from '../staffing-model.js';
import { DIRECTOR_MESSAGES, type DirectorMessageId } from './director-messages.js';

/** One clause of the sentence: the id of its message and the amounts it is filled with. */
export interface DirectorClause {
  readonly id: DirectorMessageId;
  readonly values: Readonly<Record<string, Amount>>;
  /** The amounts by name that must not be shown as equal to another: `{ value: 'target' }`. */
  readonly apart?: Readonly<Record<string, string>>;
}

const NEEDED: Readonly<Partial<Record<GoalMeasure, DirectorMessageId>>> = {
  'service-level': 'needed-service-level',
  asa: 'needed-asa',
  occupancy: 'needed-occupancy',
  abandonment: 'needed-abandonment',
  blocking: 'needed-blocking',
};
const GIVES: Readonly<Partial<Record<GoalMeasure, DirectorMessageId>>> = {
  'service-level': 'gives-service-level',
  asa: 'gives-asa',
  occupancy: 'gives-occupancy',
  abandonment: 'gives-abandonment',
  blocking: 'gives-blocking',
};

export const neededMessage = (measure: GoalMeasure): DirectorMessageId => NEEDED[measure] ?? 'needed';
export const givesMessage = (measure: GoalMeasure): DirectorMessageId | null => GIVES[measure] ?? null;

/** One clause in words. Its amounts carry their units and no more decimals than it takes to tell them apart. */
export function directorClauseText({ id, values, apart = {} }: DirectorClause, language: TextLanguage): string {
  return DIRECTOR_MESSAGES[id][language].replace(/\{(\w+)\}/g, (_, name: string) => {
    const amount = values[name];
    if (!amount) return '';
    const other = values[apart[name] ?? ''];
    return other ? amountBeside(amount, other, language) : amountText(amount, language);
  });
}

/** What a planner can say to a director, ready to be said, in English or Japanese. */
export function directorSentence(clauses: readonly DirectorClause[], language: TextLanguage): string {
  return clauses.map((clause) => directorClauseText(clause, language)).join(language === 'en' ? ' ' : '');
}
