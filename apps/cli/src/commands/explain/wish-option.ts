import { InvalidArgumentError } from 'commander';
import type { Preference } from '@yotei/scheduling/roster';
import { isLocalDate } from '@yotei/time';

const KINDS: readonly Preference['kind'][] = [
  'day-off',
  'day-on',
  'start-between',
  'end-between',
  'template-on',
  'template-off',
];
const EXPECTED =
  "expected for example 'day-off 2026-11-04', 'start-between 08:00-09:30' or 'template-on early 2026-11-04'";

export type AskedWish = Omit<Preference, 'agentId' | 'weight'>;

function minuteOf(text: string): number | undefined {
  const [, hours, minutes] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? [];
  return hours === undefined ? undefined : Number(hours) * 60 + Number(minutes);
}

/** A wish in words: its kind, then in any order a date, a window of clock times, the id of a template. */
export function wishOption(text: string): AskedWish {
  const [kind, ...parts] = text.trim().split(/\s+/);
  const known = KINDS.find((one) => one === kind);
  if (!known) throw new InvalidArgumentError(`'${text}' is not a wish; ${EXPECTED}`);
  let wish: AskedWish = { kind: known };
  for (const part of parts) {
    const [from, until] = part.split('-').map(minuteOf);
    if (isLocalDate(part)) wish = { ...wish, on: part };
    else if (from !== undefined && until !== undefined) wish = { ...wish, fromMinute: from, untilMinute: until };
    else if (known.startsWith('template')) wish = { ...wish, templateId: part };
    else throw new InvalidArgumentError(`'${part}' of '${text}' is neither a date nor a window; ${EXPECTED}`);
  }
  const isBetween = known.endsWith('between');
  if (isBetween === (wish.fromMinute === undefined))
    throw new InvalidArgumentError(`'${text}': a window of clock times belongs to -between wishes alone; ${EXPECTED}`);
  if ((known === 'day-on' || known === 'template-on' || known === 'day-off') && wish.on === undefined)
    throw new InvalidArgumentError(`'${text}': a date is missing; ${EXPECTED}`);
  return wish;
}
