import type { Breach, WorkRule } from '@yotei/scheduling/rules';

type Language = 'en' | 'ja';

/** How a value of a rule's message is read: minutes as hours, minutes of the day as clock times. */
type Unit = 'minutes' | 'minute-of-day' | 'plain';

/** Keys that hold a limit of the rule: in the unit of its amount. */
const LIMITS = new Set(['limit', 'min', 'max', 'earliest', 'latest']);

function unitOf({ id, amountUnit }: Pick<WorkRule, 'id' | 'amountUnit'>, key: string): Unit {
  if (key.endsWith('Minutes')) return 'minutes';
  if (key === 'startMinute') return 'minute-of-day';
  if (!LIMITS.has(key)) return 'plain';
  if (id === 'template-start-window') return 'minute-of-day';
  return amountUnit === 'minutes' ? 'minutes' : 'plain';
}

/** `45 min`, `9 h 45 min`, `11 h`; `45分`, `9時間45分`. */
export function durationText(minutes: number, language: Language): string {
  const whole = Math.round(minutes);
  const [hours, rest] = [Math.floor(whole / 60), whole % 60];
  const parts = language === 'ja' ? [`${hours}時間`, `${rest}分`] : [`${hours} h`, `${rest} min`];
  const kept = parts.filter((_, i) => (i === 0 ? hours > 0 : rest > 0 || hours === 0));
  return kept.join(language === 'ja' ? '' : ' ');
}

/** `07:30` of minute 450; past midnight it counts on, so that a range stays in order. */
export function clockText(minuteOfDay: number): string {
  const two = (value: number) => String(value).padStart(2, '0');
  return `${two(Math.floor(minuteOfDay / 60))}:${two(Math.round(minuteOfDay) % 60)}`;
}

/** A place in a message with the unit words that stand around it, which the formatted value brings along itself. */
const PLACE = /(?:minute |0時から)?\{(\w+)\}(?<paid> paid)?(?: of the day| min\b|分)?/g;

/**
 * The breach in a planner's words: `Starts at 07:30`, `9 h 45 min between shifts`, where the rule's own message counts
 * in minutes. `words` replaces texts among the values, such as an activity type by its title.
 */
export function breachText(
  rule: Pick<WorkRule, 'id' | 'amountUnit' | 'message'>,
  values: Breach['values'],
  { language, words }: { readonly language: Language; readonly words: (key: string, value: string) => string },
): string {
  return rule.message[language].replaceAll(PLACE, (place, key: string, paid: string | undefined) => {
    const value = values[key];
    if (value === undefined) return place;
    const unit = typeof value === 'number' ? unitOf(rule, key) : 'plain';
    if (unit === 'minutes') return `${durationText(Number(value), language)}${paid ?? ''}`;
    if (unit === 'minute-of-day') return clockText(Number(value));
    return place.replace(
      `{${key}}`,
      typeof value === 'number' ? String(Math.round(value * 100) / 100) : words(key, value),
    );
  });
}
