import { selector, weights } from './shared.schema.js';
import {
  atLeastZero,
  clockOfDay,
  clockPastMidnight,
  date,
  documentOf,
  flag,
  id,
  instant,
  listOf,
  objectOf,
  oneOf,
  text,
  texts,
  weekdays,
  whole,
  type JsonSchema,
} from './schema-parts.js';

const activityType = objectOf({
  required: {
    id: id('permanent; templates and rosters name it'),
    paid: flag('an unpaid activity lengthens presence, not paid time'),
    contactWork: flag('whether agents in it answer contacts'),
  },
  optional: { title: text(), rest: flag('free to rest in it; without it unpaid types, break and lunch are') },
});

const rotation = objectOf({
  description: 'a cycle of weeks, each with the templates that may be worked and the days off',
  required: {
    startsOn: date('first day of the first week of the cycle'),
    weeks: listOf(objectOf({ optional: { templates: texts(), daysOff: weekdays('1 is Monday') } }), { minItems: 1 }),
  },
  optional: { fromOn: date('first day on which it holds'), untilOn: date('first day on which it no longer holds') },
});

const contract = objectOf({
  required: {
    id: id(),
    weeklyMinutesMin: whole(0, 10_080, 'paid minutes of a planning week; paid leave counts'),
    weeklyMinutesMax: whole(0, 10_080),
    daysPerWeekMax: whole(0, 7),
    templates: texts('ids of the shift templates'),
  },
  optional: { title: text(), rotation },
});

const templateActivity = objectOf({
  required: {
    type: id('id of an activity type'),
    lengthMinutes: whole(1, 1440),
    earliestStartMinutes: whole(0, 1440, 'minutes after the start of the shift'),
    latestStartMinutes: whole(0, 1440),
  },
  optional: { minGapMinutes: whole(0, 1440, 'least time of other activity after the activity before') },
});

const template = objectOf({
  required: {
    id: id(),
    earliestStart: clockOfDay('by the clock on the wall of the agent'),
    latestStart: clockOfDay('not before the earliest'),
    startStepMinutes: { type: 'integer', minimum: 1 },
    lengthMinutes: whole(1, 1440, 'presence, breaks included'),
  },
  optional: {
    title: text(),
    weekdays: { ...weekdays('1 is Monday; left out: every day'), minItems: 1 },
    activities: listOf(templateActivity, { description: 'in the order taken; the rest is contact work' }),
  },
});

const agent = objectOf({
  required: { id: id(), contract: id('id of a contract'), skills: texts() },
  optional: {
    name: text(),
    zone: text('IANA time zone; that of the file without it'),
    site: text(),
    team: text(),
    seniority: oneOf(['entry', 'senior', 'lead']),
    availability: listOf(
      objectOf({
        required: {
          weekday: whole(1, 7, '1 is Monday'),
          from: clockOfDay('start of the window'),
          until: clockPastMidnight('end of the window'),
        },
      }),
      { description: 'a shift lies inside one window of the weekday on which it starts; left out: any time' },
    ),
    availabilityExceptions: listOf(
      objectOf({
        required: {
          on: date('the one day it is about'),
          canWork: flag('true: besides the weekly windows; false: not, whatever they say'),
          from: clockOfDay('start of the hours'),
          until: clockPastMidnight('end of the hours'),
        },
      }),
      { description: 'dates on which it is otherwise' },
    ),
    rotation,
    rotationOffsetWeeks: whole(-520, 520),
    youngUntilOn: date('the first day on which the agent is of age, such as 2027-04-01'),
  },
});

const queue = objectOf({ required: { id: id(), skill: id('skill it needs') }, optional: { weights } });

const absence = objectOf({
  required: {
    agent: id(),
    start: instant(),
    end: instant('after the start'),
    paidMinutes: whole(0, 1_000_000, 'credited to the contract, spread over the days touched'),
  },
  optional: { reason: text() },
});

const wish = objectOf({
  required: {
    agent: id(),
    kind: oneOf([
      'day-off',
      'day-on',
      'start-between',
      'end-between',
      'template-on',
      'template-off',
      'days-off-together',
    ]),
    weight: atLeastZero('cost of each shift, or day, against it'),
  },
  optional: {
    on: date('the one day it is about; day-off, day-on and template-on need it'),
    template: text('id of a template'),
    from: clockPastMidnight('earliest'),
    until: clockPastMidnight('latest'),
    source: text('who wishes it; only for people'),
  },
});

const session = objectOf({
  required: {
    id: id(),
    type: id('id of an activity type that is no contact work'),
    lengthMinutes: whole(1, 1440),
    form: oneOf(['together', 'alone']),
  },
  optional: {
    title: text(),
    who: selector,
    attendees: whole(1, 100_000),
    attendeesAtOnceMin: whole(1, 100_000),
    attendeesAtOnceMax: whole(1, 100_000),
    times: whole(1, 31, 'in each period'),
    period: oneOf(['horizon', 'week', 'day']),
    sameTime: flag(),
    fromOn: date(),
    untilOn: date(),
    weekdays: weekdays('1 is Monday; left out: every day'),
    from: clockOfDay('earliest start'),
    until: clockPastMidnight('latest end'),
  },
});

/** Schema of `agents.json`. */
export const agentsSchema: JsonSchema = documentOf(
  'agents',
  'agents.json: who works, under which contracts, in which shifts',
  objectOf({
    required: { contracts: listOf(contract), templates: listOf(template), agents: listOf(agent) },
    optional: {
      zone: text('IANA time zone of times without an offset, and of agents without one'),
      activityTypes: listOf(activityType),
      queues: listOf(queue),
      timeOff: listOf(absence),
      preferences: listOf(wish),
      sessions: listOf(session),
    },
  }),
);
