import { localDateOf, weekdayOf, addDays, type LocalDate } from '@yotei/time';
import type { ScenarioBase, ScenarioChange } from '@yotei/scheduling/scenarios';
import { intervalStart } from '@yotei/time';
import type { MessageId } from '../../../app/i18n/t.js';
import { chatScope } from './scope.model.js';
import { SLIDERS, withAbsent, withGoal } from './sliders.model.js';

/** A question managers ask every week, in one press. */
export interface OftenAsked {
  readonly id: 'volume' | 'handleTime' | 'chatbot' | 'sick' | 'goal';
  readonly text: MessageId;
  /** The list of changes with the question in it. */
  readonly ask: (changes: readonly ScenarioChange[]) => readonly ScenarioChange[];
}

/** Local dates of the base, first to last. */
export function datesOf({ grid, zone }: ScenarioBase): readonly LocalDate[] {
  if (grid.count === 0) return [];
  const last = localDateOf(intervalStart(grid, grid.count - 1), zone);
  const dates: LocalDate[] = [];
  for (let on = localDateOf(intervalStart(grid, 0), zone); on <= last; on = addDays(on, 1)) dates.push(on);
  return dates;
}

const slider = (id: (typeof SLIDERS)[number]['id']) => SLIDERS.find((one) => one.id === id)!;

/** Those that this base can answer: no chatbot without a chat, nobody sick on a Monday that is not in it. */
export function oftenAsked(base: ScenarioBase): readonly OftenAsked[] {
  const chat = chatScope(base);
  const monday = datesOf(base).find((on) => weekdayOf(on) === 1);
  const all: readonly (OftenAsked | null)[] = [
    { id: 'volume', text: 'scenarios.askVolume', ask: (changes) => slider('volume').write(changes, undefined, 0.2) },
    {
      id: 'handleTime',
      text: 'scenarios.askHandleTime',
      ask: (changes) => slider('handle-time').write(changes, undefined, 30),
    },
    chat.length === 0
      ? null
      : {
          id: 'chatbot',
          text: 'scenarios.askChatbot',
          ask: (changes) => slider('deflection').write(changes, chat, 0.15),
        },
    monday === undefined
      ? null
      : {
          id: 'sick',
          text: 'scenarios.askSick',
          ask: (changes) => withAbsent(changes, undefined, { on: monday, agents: 2 }),
        },
    {
      id: 'goal',
      text: 'scenarios.askGoal',
      ask: (changes) => withGoal(changes, undefined, { serviceLevelFraction: 0.9, answerWithinSeconds: 10 }),
    },
  ];
  return all.filter((one) => one !== null);
}
