import { scenarioBaseFromFile, type ScenarioBase } from '@yotei/scheduling/scenarios';

/** The base of a file from the server; a file that cannot be read is a mistake of ours, told by its first fault. */
export function baseOf(file: unknown): ScenarioBase {
  const read = scenarioBaseFromFile(file);
  if (read.kind === 'read') return read.base;
  const [fault] = read.faults;
  throw new Error(`base (${fault?.path ?? 'file'}) must be readable: ${fault?.message.en ?? 'unknown fault'}`);
}
