import { InvalidArgumentError } from 'commander';
import { isZone } from '@yotei/time';
import {
  readColumnMap,
  readDuration,
  readInstant,
  readNumber,
  readServiceGoal,
  type NumberRange,
  type Read,
} from '../io/quantities.js';

function orRefuse<T>(read: Read<T>): T {
  if (read.kind === 'problem') throw new InvalidArgumentError(read.message);
  return read.value;
}

/** Values of options for commander: `.option('--interval <duration>', 'length', durationOption)`. */
export const durationOption = (text: string): number => orRefuse(readDuration(text));
export const positiveDurationOption = (text: string): number => orRefuse(readDuration(text, { positive: true }));
export const goalOption = (text: string): { serviceLevelFraction: number; answerWithinSeconds: number } =>
  orRefuse(readServiceGoal(text));
export const columnsOption = (text: string): Readonly<Record<string, string>> => orRefuse(readColumnMap(text));
export const instantOption = (text: string): number => orRefuse(readInstant(text));
export const numberOption =
  (range: NumberRange = {}) =>
  (text: string): number =>
    orRefuse(readNumber(text, range));
export const fractionOption = numberOption({ min: 0, max: 1 });
export const countOption = numberOption({ min: 0, whole: true });
export const zoneOption = (text: string): string => {
  if (!isZone(text))
    throw new InvalidArgumentError(`'${text}' is not an IANA time zone; expected for example Asia/Tokyo`);
  return text;
};
export const listOption = (text: string): readonly string[] => text.split(',').map((part) => part.trim());
