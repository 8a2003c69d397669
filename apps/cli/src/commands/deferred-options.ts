import { Option, type Command } from 'commander';
import type { AnswerClock, BacklogItem, RequirementSeries, ServiceGoal } from '@yotei/scheduling/staffing';
import { intervalStart, localDateOf, localMinuteOfDay, weekdayOf, type Grid, type ZoneId } from '@yotei/time';
import { fractionOption, numberOption } from '../frame/option-values.js';
import { ProblemList } from '../frame/problem-list.js';
import { readTable } from '../io/csv-reader.js';
import { significant } from '../io/csv-writer.js';
import { readNumber } from '../io/quantities.js';
import type { OpeningHours } from '../io/opening-file.js';
import { RowReader } from '../io/row-reader.js';

/** What work that can wait (e-mail, tickets, back office) is staffed by; given hours make a queue such work. */
export interface DeferredFields {
  readonly answerWithinHours?: number;
  readonly answeredWithinHoursFraction?: number;
  readonly answerWithinClock?: AnswerClock;
  /** Of an inbound queue: the queue whose waiting work its agents do in their idle time. In goals only. */
  readonly lendsTo?: string;
}

const CLOCKS: readonly AnswerClock[] = ['business', 'elapsed'];
/** A year: beyond it a unit has been mixed up. */
const HOURS = { above: 0, max: 8784 };

export function defineDeferredOptions(command: Command): void {
  command
    .option('--answer-within-hours <hours>', 'work that can wait: done within so many hours', numberOption(HOURS))
    .option('--answered-within-hours-fraction <fraction>', 'for this share of it; 1 unless told', fractionOption)
    .addOption(
      new Option('--answer-within-clock <name>', 'hours while open (business, unless told) or all of them').choices(
        CLOCKS,
      ),
    )
    .option('--opening <file>', 'when work that can wait is done: CSV with weekday, opens, closes and optional queue')
    .option(
      '--backlog <file>',
      'waiting at the start: CSV with contacts, handle_seconds, hours_left, optional waited_hours, queue',
    );
}

/** The fields of a row of goals over those of the options. */
export function deferredFieldsOf(row: RowReader, options: DeferredFields): DeferredFields {
  const text = row.text('answer_within_clock');
  const clock = CLOCKS.find((name) => name === text);
  if (text !== undefined && !clock) row.report('answer_within_clock', `'${text}' is not one of ${CLOCKS.join(', ')}`);
  const fraction = row.number('answered_within_hours_fraction', { min: 0, max: 1 });
  return {
    answerWithinHours: row.number('answer_within_hours', HOURS) ?? options.answerWithinHours,
    answeredWithinHoursFraction: fraction ?? options.answeredWithinHoursFraction,
    answerWithinClock: clock ?? options.answerWithinClock,
    lendsTo: row.text('lends_to'),
  };
}

export function deferredGoalOf(fields: DeferredFields & { readonly maxOccupancy?: number }): ServiceGoal {
  const { answerWithinHours, answeredWithinHoursFraction, answerWithinClock, maxOccupancy } = fields;
  return { answerWithinHours, answeredWithinHoursFraction, answerWithinClock, maxOccupancyFraction: maxOccupancy };
}

/** Contacts waiting at the start, by queue; rows without a queue belong to the queue without a name. */
export async function readBacklog(path: string): Promise<(queue: string) => readonly BacklogItem[]> {
  const problems = new ProblemList();
  const table = await readTable(path, { required: ['contacts', 'handle_seconds', 'hours_left'], problems });
  problems.throwIfAny();
  const items = new Map<string, BacklogItem[]>();
  for await (const row of table.rows) {
    const reader = new RowReader(row, table.file, problems);
    const required = (column: string, range = {}): number | undefined =>
      reader.required(column, 'a number', (text) => readNumber(text, range));
    const contacts = required('contacts', { min: 0 });
    const averageHandleSeconds = required('handle_seconds', { min: 0 });
    const hoursLeft = required('hours_left');
    const waitedHours = reader.number('waited_hours', { min: 0 });
    const queue = reader.text('queue') ?? '';
    if (contacts === undefined || averageHandleSeconds === undefined || hoursLeft === undefined) continue;
    items.set(queue, [...(items.get(queue) ?? []), { contacts, averageHandleSeconds, hoursLeft, waitedHours }]);
  }
  problems.throwIfAny();
  return (queue) => items.get(queue) ?? [];
}

/** Where the queue is open, one value an interval. */
export function openMaskOf(
  opening: OpeningHours,
  queue: string,
  { grid, zone }: { grid: Grid; zone: ZoneId },
): boolean[] {
  return Array.from({ length: grid.count }, (_, index) => {
    const at = intervalStart(grid, index);
    return opening(queue, weekdayOf(localDateOf(at, zone)), localMinuteOfDay(at, zone));
  });
}

const DIGITS = 6;

/** What is left at the end, in the words of a backlog file. */
export function carriedOutOf({ deferred }: RequirementSeries): { readonly carried_out?: readonly object[] } {
  if (!deferred) return {};
  return {
    carried_out: deferred.carriedOut.map(({ contacts, averageHandleSeconds, hoursLeft, waitedHours = 0 }) => ({
      contacts: significant(contacts, DIGITS),
      handle_seconds: significant(averageHandleSeconds, DIGITS),
      hours_left: significant(hoursLeft, DIGITS),
      waited_hours: significant(waitedHours, DIGITS),
    })),
  };
}
