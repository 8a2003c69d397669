import { DEFAULT_CORRELATION } from '@yotei/scheduling/staffing';
import { correlationOf } from './rate-correlation.js';

describe('how uncertain rates go together', () => {
  const calibrated = { rateCv: { day: 0.06, interval: 0.08 }, intervalRateCv: 0.1 };

  it('is the share of the day that a calibration measured, where nothing else is known', () => {
    const found = correlationOf('', { options: { calibrated } });
    expect(found.withinDay).toBeCloseTo(0.36, 12); // (0.06 / 0.1)²
    expect(found).toMatchObject({ betweenDays: DEFAULT_CORRELATION.betweenDays, source: 'parameters' });
  });

  it('is what the option says before all else, and the default where there is nothing', () => {
    expect(correlationOf('', { options: { calibrated, rateCorrelation: 0.2 } })).toMatchObject({
      withinDay: 0.2,
      source: 'option',
    });
    expect(correlationOf('', { options: {} })).toEqual({ ...DEFAULT_CORRELATION, source: 'default' });
  });
});
