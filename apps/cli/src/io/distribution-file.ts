import { readFile } from 'node:fs/promises';
import { readDistributionComponents, type DistributionComponents } from '@yotei/forecast';
import { badInput } from '../frame/problem-list.js';
import { asBadInput } from './csv-reader.js';

/** The form `yotei forecast --distribution-out` writes; a reader of another one would misread it. */
export const DISTRIBUTION_FORM = 1;

export type ComponentsOf = (queue: string) => DistributionComponents | undefined;

/** Reads what `yotei forecast --distribution-out` wrote: how each queue's forecast may go wrong. */
export async function readDistributions(path: string): Promise<ComponentsOf> {
  let text: string;
  try {
    text = await readFile(path, 'utf8');
  } catch (error) {
    throw asBadInput(error, path);
  }
  let document: { form?: unknown; queues?: unknown } | null;
  try {
    document = JSON.parse(text) as typeof document;
  } catch {
    throw badInput({ file: path, message: 'is not JSON; write it with yotei forecast --distribution-out' });
  }
  if (document?.form !== DISTRIBUTION_FORM || !Array.isArray(document.queues))
    throw badInput({
      file: path,
      field: 'form',
      message: `must be ${DISTRIBUTION_FORM} with a list of queues; write the file with yotei forecast --distribution-out`,
    });
  const found = new Map<string, DistributionComponents>();
  (document.queues as { queue?: unknown; components?: unknown }[]).forEach((entry, index) => {
    const components = readDistributionComponents(entry?.components);
    if (typeof entry?.queue !== 'string' || !components)
      throw badInput({ file: path, field: `queues[${index}]`, message: 'is not as yotei forecast writes it' });
    found.set(entry.queue, components);
  });
  return (queue) => found.get(queue);
}
