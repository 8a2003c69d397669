import { describeMethodConformance } from '../../../tests/kit/forecast-method-conformance.js';
import { forecastingMethod, forecastingMethods, plannerMeanIds } from './catalogue.js';

describe('the catalogue of forecasting methods', () => {
  it('has each id once', () => {
    const ids = forecastingMethods.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('holds the planner means against which the choice is judged', () => {
    expect(plannerMeanIds.map((id) => forecastingMethod(id).id)).toEqual(['planner-mean', 'planner-mean-8']);
  });

  it('names the methods there are when asked for another', () => {
    expect(() => forecastingMethod('crystal-ball')).toThrow(
      'methodId (crystal-ball) must be auto or one of seasonal-naive, planner-mean',
    );
  });
});

forecastingMethods.forEach(describeMethodConformance);
