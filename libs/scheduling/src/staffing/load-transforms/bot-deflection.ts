import {
  checkSeries,
  lastingSeconds,
  mustBe,
  mustBeFraction,
  totalsOf,
  type ContactSeries,
  type TransformedLoad,
} from './contact-series.js';
import { checkDelay, type ReturnDelay } from './return-delay.js';
import { nextTaking, spreadReturns, type Returns } from './returns.js';

/** A bot, an FAQ or another self-service in front of the queue. */
export interface BotDeflection {
  /** Share of the contacts that do not reach an agent at first, 0..1. */
  readonly deflectedFraction: number;
  /** Share of those that come to an agent later after all, 0..1; default 0. */
  readonly returningFraction?: number;
  /** When they do; needed when any come back. */
  readonly returnDelay?: ReturnDelay;
  /**
   * Mean handle time of what reaches an agent / mean before, 0 or more; default 1. Above 1 where the bot takes the
   * easy contacts; see `mixFactor`.
   */
  readonly handleTimeFactor?: number;
}

/**
 * Handle-time factor of the rest when the deflected contacts would have taken so many seconds each:
 * (h - d·s) / ((1-d)·h). 1 when they are as long as the others; 0 at the least, when they would have taken more than
 * there was.
 */
export function mixFactor(averageHandleSeconds: number, deflectedFraction: number, deflectedSeconds: number): number {
  mustBeFraction('deflectedFraction', deflectedFraction);
  mustBe(averageHandleSeconds > 0, 'averageHandleSeconds', averageHandleSeconds, 'above 0');
  if (deflectedFraction === 1) return 1;
  const rest = averageHandleSeconds - deflectedFraction * deflectedSeconds;
  return Math.max(0, rest / ((1 - deflectedFraction) * averageHandleSeconds));
}

function checkDeflection({
  deflectedFraction,
  returningFraction = 0,
  returnDelay,
  handleTimeFactor = 1,
}: BotDeflection) {
  mustBeFraction('deflectedFraction', deflectedFraction);
  mustBeFraction('returningFraction', returningFraction);
  mustBe(handleTimeFactor >= 0 && handleTimeFactor < Infinity, 'handleTimeFactor', handleTimeFactor, '0 or more');
  if (returningFraction > 0) mustBe(returnDelay !== undefined, 'returnDelay', returnDelay, 'given when any come back');
  if (returnDelay) checkDelay(returnDelay);
}

/**
 * Contacts and handle time with a bot in front. Of the deflected contacts some come back later (in the next open
 * interval where the queue is closed by then) and take as long as the rest. Solved by the bot + reaching an agent + coming
 * back after the grid = contacts before. A share of 0 changes nothing; nothing gets negative. Throws for mistakes.
 */
export function withBotDeflection(series: ContactSeries, deflection: BotDeflection): TransformedLoad {
  checkSeries(series);
  checkDeflection(deflection);
  const { deflectedFraction, returningFraction = 0, returnDelay = [1], handleTimeFactor = 1 } = deflection;
  const count = series.contacts.length;
  const next = nextTaking(Array.from(series.contacts, (contacts) => !Number.isNaN(contacts)));
  const back: Returns = { contacts: new Float64Array(count), afterGrid: 0 };
  const factor = deflectedFraction === 0 ? 1 : handleTimeFactor;
  for (let from = 0; from < count; from += 1) {
    const returning = series.contacts[from]! * deflectedFraction * returningFraction;
    if (returning > 0) spreadReturns(back, { from, contacts: returning, delay: returnDelay, next });
  }
  const seconds = lastingSeconds(series);
  const direct = Float64Array.from(series.contacts, (contacts) => contacts * (1 - deflectedFraction));
  const handle = Float64Array.from(series.averageHandleSeconds, (own, index) =>
    Number.isNaN(own) && back.contacts[index]! > 0 ? seconds[index]! * factor : own * factor,
  );
  const { intervalSeconds } = series;
  const contacts = direct.map((own, index) => own + back.contacts[index]!);
  const before = totalsOf(series);
  const reached = totalsOf({ intervalSeconds, contacts: direct, averageHandleSeconds: series.averageHandleSeconds });
  const lengthened = totalsOf({ intervalSeconds, contacts: direct, averageHandleSeconds: handle });
  const after = totalsOf({ intervalSeconds, contacts, averageHandleSeconds: handle });
  const steps = [
    {
      cause: 'deflected' as const,
      contacts: reached.contacts - before.contacts,
      workHours: reached.workHours - before.workHours,
      contactsAfterGrid: 0,
    },
    {
      cause: 'handle-mix' as const,
      contacts: 0,
      workHours: lengthened.workHours - reached.workHours,
      contactsAfterGrid: 0,
    },
    {
      cause: 'came-back' as const,
      contacts: after.contacts - reached.contacts,
      workHours: after.workHours - lengthened.workHours,
      contactsAfterGrid: back.afterGrid,
    },
  ];
  return { intervalSeconds, contacts, averageHandleSeconds: handle, explanation: { before, steps, after } };
}
