export {
  totalsOf,
  type ContactSeries,
  type LoadCause,
  type LoadExplanation,
  type LoadStep,
  type LoadTotals,
  type TransformedLoad,
} from './contact-series.js';
export { exponentialDelay, fixedDelay, type ReturnDelay } from './return-delay.js';
export { mixFactor, withBotDeflection, type BotDeflection } from './bot-deflection.js';
export { withRepeatContacts, type RepeatContacts } from './repeat-contacts.js';
export { withLoadTransforms, type LoadTransforms } from './stack-load-transforms.js';
