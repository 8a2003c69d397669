import { gridEnd, localDateOf } from '@yotei/time';
import type { ForecastComputeInput } from '../forecast.compute.js';
import type { VersionInputs, VersionParameters } from './forecast-versions.repository.js';

/** What a version keeps of the order and of its input, so that a reader sees what it knew and it can be repeated. */
export function versionParametersOf(input: ForecastComputeInput): Required<VersionParameters> {
  return {
    methodId: input.methodId,
    inputs: Object.fromEntries(
      input.queues.map(({ queueId, zone, grid, contacts, events }): [string, VersionInputs] => [
        queueId,
        {
          historyFromOn: localDateOf(grid.startAt, zone),
          historyUntilOn: localDateOf(gridEnd(grid) - 1, zone),
          observedIntervals: contacts.reduce((count, value) => count + Number(!Number.isNaN(value)), 0),
          events: events.map(({ fromOn, untilOn, kind, title }) => ({ fromOn, untilOn, kind, title })),
        },
      ]),
    ),
  };
}
