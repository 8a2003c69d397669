import { findRule } from './catalogue.js';
import { clockText, durationText } from './minute-words.js';
import { findTeamRule } from './team/catalogue.js';
import type { Breach, WorkRule } from './work-rule.js';

export type MessageLanguage = 'en' | 'ja';

/** How a value of a rule's message is read: minutes as hours, minutes of the day as clock times. */
type Unit = 'minutes' | 'minute-of-day' | 'plain';

/** Keys that hold a limit of the rule: in the unit of its amount. */
const LIMITS = new Set(['limit', 'min', 'max', 'earliest', 'latest']);

function unitOf({ id, amountUnit }: Pick<WorkRule, 'id' | 'amountUnit'>, key: string): Unit {
  if (key.endsWith('Minutes') || key === 'minutes') return 'minutes';
  if (key === 'startMinute') return 'minute-of-day';
  if (!LIMITS.has(key)) return 'plain';
  if (id === 'template-start-window') return 'minute-of-day';
  return amountUnit === 'minutes' ? 'minutes' : 'plain';
}

/** A place in a message with the unit words that stand around it, which the formatted value brings along itself. */
const PLACE = /(?:minute |0時から)?\{(\w+)\}(?<paid> paid)?(?: of the day| min\b|分)?/g;

/**
 * The breach in a planner's words: `Starts at 07:30`, `9 h 45 min between shifts`, where the rule's own message counts in
 * minutes. `words` replaces texts among the values, such as an activity type's id by its title. An unknown rule, from a
 * newer program's file, is named by its id.
 */
export function breachMessage(
  breach: Pick<Breach, 'ruleId' | 'values'>,
  language: MessageLanguage = 'en',
  words: (key: string, value: string) => string = (_key, value) => value,
): string {
  const rule = findRule(breach.ruleId) ?? findTeamRule(breach.ruleId);
  if (!rule) return breach.ruleId;
  return rule.message[language].replaceAll(PLACE, (place, key: string, paid: string | undefined) => {
    const value = breach.values[key];
    if (value === undefined) return place.replace(`{${key}}`, '');
    if (typeof value !== 'number') return place.replace(`{${key}}`, words(key, value));
    const unit = unitOf(rule, key);
    if (unit === 'minutes') return `${durationText(value, language)}${paid ?? ''}`;
    if (unit === 'minute-of-day') return clockText(value);
    return place.replace(`{${key}}`, String(Math.round(value * 100) / 100));
  });
}
