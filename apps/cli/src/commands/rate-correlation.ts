import type { Command } from 'commander';
import { rateCorrelationOf } from '@yotei/forecast';
import { DEFAULT_CORRELATION, type RateCorrelation } from '@yotei/scheduling/staffing';
import type { ComponentsOf } from '../io/distribution-file.js';
import type { CalibratedOptions } from './calibrated-options.js';

/** Adds `--distribution`, which requirement and simulate share. */
export function defineDistributionOption(command: Command): void {
  command.option(
    '--distribution <file>',
    'how the forecast’s days and intervals go together, for chances of days and weeks, as forecast --distribution-out wrote it',
  );
}

/** Where the correlation of the arrival rates came from, for those who read the result. */
export interface FoundCorrelation extends RateCorrelation {
  readonly source: 'option' | 'distribution' | 'parameters' | 'default';
}

/**
 * How the uncertain rates of a queue go together, by what knows most of it: the option, the forecast's own distribution,
 * the share of the day that a calibration measured, or the default.
 */
export function correlationOf(
  queue: string,
  given: {
    readonly options: CalibratedOptions & { readonly rateCorrelation?: number };
    readonly componentsOf?: ComponentsOf;
  },
): FoundCorrelation {
  const { options, componentsOf } = given;
  const components = componentsOf?.(queue);
  const ofForecast = components && rateCorrelationOf(components);
  const betweenDays = ofForecast?.betweenDays ?? DEFAULT_CORRELATION.betweenDays;
  if (options.rateCorrelation !== undefined)
    return { withinDay: options.rateCorrelation, betweenDays, source: 'option' };
  if (ofForecast) return { ...ofForecast, source: 'distribution' };
  const { rateCv, intervalRateCv } = options.calibrated ?? {};
  if (rateCv && intervalRateCv)
    return { withinDay: Math.min(1, (rateCv.day / intervalRateCv) ** 2), betweenDays, source: 'parameters' };
  return { ...DEFAULT_CORRELATION, source: 'default' };
}
