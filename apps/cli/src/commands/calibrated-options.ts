import type { Command } from 'commander';
import type { PlanningParameters } from '@yotei/scheduling/calibration';
import { readParameters } from '../io/parameters-file.js';

/** Options that a calibration can stand in for. */
export interface CalibratedOptions {
  readonly parameters?: string;
  readonly handleTime?: number;
  readonly handleTimeCv?: number;
  readonly patience?: number;
  readonly rateCv?: number;
  /** Set by {@link optionsByQueue}, for commands that draw from the log's own values. */
  readonly calibrated?: Partial<PlanningParameters>;
}

export function defineParametersOption(command: Command): void {
  command.option(
    '--parameters <file>',
    'handle time, patience and rates’ spread as yotei calibrate wrote them, by queue; other options and columns win',
  );
}

/** The options of each queue: what was not given is filled from `--parameters`, where there is one. */
export async function optionsByQueue<Options extends CalibratedOptions>(
  options: Options,
): Promise<(queue: string) => Options> {
  if (options.parameters === undefined) return () => options;
  const parametersOf = await readParameters(options.parameters);
  const filled = new Map<string, Options>();
  return (queue) => {
    const known = filled.get(queue);
    if (known) return known;
    const calibrated = parametersOf(queue);
    const { handleSeconds, handleCv, patienceSeconds, intervalRateCv } = calibrated;
    const own = {
      ...options,
      handleTime: options.handleTime ?? handleSeconds ?? undefined,
      handleTimeCv: options.handleTimeCv ?? handleCv ?? undefined,
      patience: options.patience ?? patienceSeconds ?? undefined,
      rateCv: options.rateCv ?? intervalRateCv ?? undefined,
      calibrated,
    };
    filled.set(queue, own);
    return own;
  };
}
