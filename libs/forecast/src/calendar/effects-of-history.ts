import type { QueueHistory } from '../queue-history.js';
import { tablesOf } from '../series/day-table.js';
import { trainingView } from '../series/training-view.js';
import { eventsByDay, type CalendarEvent } from './calendar-event.js';
import type { EventEffectEvidence } from './event-effects.js';

/** Effects of a queue's events as a forecast from the end of its history would use them, with their evidence. */
export function learnEventEffectsOf(
  history: QueueHistory,
  events: readonly CalendarEvent[],
): readonly EventEffectEvidence[] {
  const table = tablesOf(history).contacts;
  return trainingView(table, eventsByDay(events), (table.days.at(-1)?.day ?? 0) + 1).eventEffects;
}
