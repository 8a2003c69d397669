import { documentOf, flag, id, instant, listOf, objectOf, text, type JsonSchema } from './schema-parts.js';

const activity = objectOf({
  required: { type: id('id of an activity type'), start: instant(), end: instant('after the start') },
  optional: { queue: text('contact work for this queue only'), session: text('id of a session this is a place of') },
});

const shift = objectOf({
  required: { agent: id(), start: instant(), end: instant('after the start') },
  optional: {
    template: text('id of a template'),
    locked: flag('the engine leaves it as it is'),
    agreedForm: flag('agents agreed on its times by exchanging part of one: rules about templates do not hold for it'),
    activities: listOf(activity, { description: 'in order, without a gap from the start to the end of the shift' }),
  },
});

/** Schema of `roster.json`; what else the file holds (score, unmet, run) is left aside by readers. */
export const rosterSchema: JsonSchema = documentOf(
  'roster',
  'roster.json: who works when',
  objectOf({ required: { shifts: listOf(shift) }, open: true }),
);
