export { DemandViewService, type DemandRange, type DemandView, type EditedForecast } from './demand-view.service.js';
export { nullable } from './fact-series.js';
export { QueueDirectory, type QueueGoal, type QueueRecord, type QueueSettings } from './queue-directory.js';
export { CalendarEventRepository } from './calendar-events.repository.js';
export type { ForecastComputeInput, ForecastComputeResult } from './forecast.compute.js';
export { ForecastInputService, hashOfForecastInput } from './forecast-input.service.js';
export { rowsOfForecasts } from './forecast-results.mapper.js';
export { ForecastRepository } from './forecasts.repository.js';
export { IntervalFactLoader } from './interval-fact.loader.js';
