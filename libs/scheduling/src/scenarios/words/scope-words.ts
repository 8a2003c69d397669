import type { TextLanguage } from '../../staffing/index.js';
import type { ScenarioBase } from '../scenario-base.js';
import type { QueueScope, WhenScope } from '../scenario-change.js';

const WEEKDAYS: Readonly<Record<TextLanguage, readonly string[]>> = {
  en: ['Mondays', 'Tuesdays', 'Wednesdays', 'Thursdays', 'Fridays', 'Saturdays', 'Sundays'],
  ja: ['月曜', '火曜', '水曜', '木曜', '金曜', '土曜', '日曜'],
};

/** `9:00`, minutes after midnight on the wall clock. */
export function clockText(minute: number): string {
  return `${Math.floor(minute / 60)}:${String(Math.round(minute % 60)).padStart(2, '0')}`;
}

/** Several things in one breath: `a, b and c`; 「a、b、c」. */
export function listText(parts: readonly string[], language: TextLanguage): string {
  if (language === 'ja') return parts.join('、');
  return parts.length < 2 ? (parts[0] ?? '') : `${parts.slice(0, -1).join(', ')} and ${parts.at(-1)!}`;
}

export function queueTitle({ queues }: ScenarioBase, queueId: string): string {
  return queues.find(({ id }) => id === queueId)?.title ?? queueId;
}

/** A skill as its people are titled; its id where nobody is. */
export function skillTitle({ people }: ScenarioBase, skillId: string): string {
  return people?.headcountBySkill.find((group) => group.skillId === skillId)?.title ?? skillId;
}

function queuesText({ queueIds }: QueueScope, base: ScenarioBase, language: TextLanguage): string {
  if (!queueIds) return language === 'en' ? 'all queues' : 'すべてのキュー';
  return listText(
    queueIds.map((id) => queueTitle(base, id)),
    language,
  );
}

/** The date after the last, as the last itself. */
function lastOn(untilOn: string): string {
  return new Date(Date.parse(untilOn) - 86_400_000).toISOString().slice(0, 10);
}

/** When the change holds; empty where it always does. */
export function whenText(scope: WhenScope, language: TextLanguage): string {
  const { fromOn, untilOn, weekdays, fromMinute, untilMinute } = scope;
  const english = language === 'en';
  const parts: string[] = [];
  if (weekdays)
    parts.push(
      listText(
        weekdays.map((day) => WEEKDAYS[language][day - 1]!),
        language,
      ),
    );
  const last = untilOn === undefined ? undefined : lastOn(untilOn);
  if (fromOn !== undefined && last !== undefined)
    parts.push(fromOn === last ? fromOn : english ? `${fromOn} to ${last}` : `${fromOn}～${last}`);
  else if (fromOn !== undefined) parts.push(english ? `from ${fromOn}` : `${fromOn}以降`);
  else if (last !== undefined) parts.push(english ? `until ${last}` : `${last}まで`);
  if (fromMinute !== undefined || untilMinute !== undefined) {
    const [from, until] = [clockText(fromMinute ?? 0), clockText(untilMinute ?? 1440)];
    parts.push(english ? `${from} to ${until}` : `${from}～${until}`);
  }
  return parts.join(english ? ', ' : '、');
}

/** Queues and times of a change in brackets: ` (Voice JA; Mondays)`. */
export function scopeText(scope: QueueScope & WhenScope, base: ScenarioBase, language: TextLanguage): string {
  const parts = [queuesText(scope, base, language), whenText(scope, language)].filter((part) => part !== '');
  return language === 'en' ? ` (${parts.join('; ')})` : `（${parts.join('、')}）`;
}

/** Times of a change in brackets, or nothing. */
export function whenInBrackets(scope: WhenScope, language: TextLanguage): string {
  const when = whenText(scope, language);
  if (when === '') return '';
  return language === 'en' ? ` (${when})` : `（${when}）`;
}
