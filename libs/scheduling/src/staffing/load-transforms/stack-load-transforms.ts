import { withBotDeflection, type BotDeflection } from './bot-deflection.js';
import { checkSeries, totalsOf, type ContactSeries, type LoadStep, type TransformedLoad } from './contact-series.js';
import { withRepeatContacts, type RepeatContacts } from './repeat-contacts.js';

export interface LoadTransforms {
  readonly botDeflection?: BotDeflection;
  readonly repeatContacts?: RepeatContacts;
}

/**
 * All changes of a load in their one order: first what a bot takes away and gives back, then repeats, because only a
 * contact that reached an agent can be left unsolved by one. The explanation's steps stand in that order and add up
 * from before to after. None given changes nothing.
 */
export function withLoadTransforms(series: ContactSeries, transforms: LoadTransforms): TransformedLoad {
  checkSeries(series);
  const { botDeflection, repeatContacts } = transforms;
  const before = totalsOf(series);
  let changed: TransformedLoad = {
    intervalSeconds: series.intervalSeconds,
    contacts: Float64Array.from(series.contacts),
    averageHandleSeconds: Float64Array.from(series.averageHandleSeconds),
    explanation: { before, steps: [], after: before },
  };
  const steps: LoadStep[] = [];
  const apply = (next: TransformedLoad): void => {
    steps.push(...next.explanation.steps);
    changed = next;
  };
  if (botDeflection) apply(withBotDeflection(changed, botDeflection));
  if (repeatContacts) apply(withRepeatContacts(changed, repeatContacts));
  return { ...changed, explanation: { before, steps, after: changed.explanation.after } };
}
