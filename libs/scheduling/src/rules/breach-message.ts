import { findRule } from './catalogue.js';
import { findTeamRule } from './team/catalogue.js';
import type { Breach } from './work-rule.js';

export type MessageLanguage = 'en' | 'ja';

/**
 * The breach in a planner's words, with its values filled in. `words` replaces texts among the values, such as an
 * activity type's id by its title. An unknown rule, from a newer program's file, is named by its id.
 */
export function breachMessage(
  breach: Pick<Breach, 'ruleId' | 'values'>,
  language: MessageLanguage = 'en',
  words: (key: string, value: string) => string = (_key, value) => value,
): string {
  const rule = findRule(breach.ruleId) ?? findTeamRule(breach.ruleId);
  if (!rule) return breach.ruleId;
  return rule.message[language].replace(/\{(\w+)\}/g, (_, key: string) => {
    const value = breach.values[key];
    if (typeof value === 'number') return String(Math.round(value * 100) / 100);
    return value === undefined ? '' : words(key, value);
  });
}
