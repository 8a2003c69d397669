import { readFile } from 'node:fs/promises';
import type { PlanningParameters } from '@yotei/scheduling/calibration';
import { badInput } from '../frame/problem-list.js';
import { asBadInput } from './csv-reader.js';

/** The form `yotei calibrate` writes; a reader of another one would misread it. */
export const PARAMETERS_FORM = 1;

type Part = Partial<PlanningParameters>;

/** Of a queue; what its own log was too small for is taken from all contacts together. */
export type ParametersOf = (queue: string) => Part;

const NUMBERS = ['handleSeconds', 'handleCv', 'patienceSeconds', 'intervalRateCv'] as const;
const LISTS = ['handleSecondsValues', 'patienceSecondsValues'] as const;

const isNumber = (value: unknown): boolean => typeof value === 'number' && Number.isFinite(value) && value >= 0;
const isAscending = (value: unknown): boolean =>
  Array.isArray(value) &&
  value.length > 0 &&
  value.every((one, i) => isNumber(one) && (i === 0 || one >= value[i - 1]));

function partOf(file: string, place: string, entry: unknown): Part {
  const parameters = (entry as { parameters?: Readonly<Record<string, unknown>> } | null)?.parameters;
  if (typeof parameters !== 'object' || parameters === null)
    throw badInput({ file, field: place, message: 'has no parameters; write the file with yotei calibrate' });
  const refuse = (name: string, must: string): never => {
    throw badInput({ file, field: `${place}.parameters.${name}`, message: `must be ${must}, or null` });
  };
  for (const name of NUMBERS)
    if (parameters[name] != null && !isNumber(parameters[name])) refuse(name, 'a number, 0 or more');
  for (const name of LISTS)
    if (parameters[name] != null && !isAscending(parameters[name])) refuse(name, 'a list of ascending seconds');
  return Object.fromEntries(Object.entries(parameters).filter(([, value]) => value !== null));
}

/** Reads what `yotei calibrate --out` wrote. */
export async function readParameters(path: string): Promise<ParametersOf> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw asBadInput(error, path);
  }
  let document: { form?: unknown; all?: unknown; queues?: unknown };
  try {
    document = JSON.parse(text) as typeof document;
  } catch {
    throw badInput({ file: path, message: 'is not JSON; write it with yotei calibrate --out' });
  }
  if (document?.form !== PARAMETERS_FORM)
    throw badInput({
      file: path,
      field: 'form',
      message: `must be ${PARAMETERS_FORM}; write the file with yotei calibrate`,
    });
  const all = partOf(path, 'all', document.all);
  const entries = Array.isArray(document.queues) ? (document.queues as { queue?: unknown }[]) : [];
  const queues = new Map(
    entries.map((entry, i) => [String(entry?.queue), { ...all, ...partOf(path, `queues[${i}]`, entry) }]),
  );
  return (queue) => queues.get(queue) ?? all;
}
