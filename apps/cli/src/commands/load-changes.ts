import {
  exponentialDelay,
  withLoadTransforms,
  type LoadExplanation,
  type LoadTransforms,
  type TransformedLoad,
  type ContactSeries,
} from '@yotei/scheduling/staffing';
import { significant } from '../io/csv-writer.js';
import type { RowReader } from '../io/row-reader.js';

/** What changes a queue's load before it is staffed, as columns of the goals. */
export interface LoadChangeFields {
  /** Share that a bot keeps from an agent, share of those who come later after all, and the rest's handle time ×. */
  readonly deflected?: number;
  readonly deflectedReturning?: number;
  readonly handleFactor?: number;
  /** Share of all contacts that come back unsolved, and the share the forecast counts already. */
  readonly repeat?: number;
  readonly repeatInForecast?: number;
  /** Mean hours until either come back. */
  readonly returnHours?: number;
}

/** A day: who has no answer tries again tomorrow. */
const DEFAULT_RETURN_HOURS = 24;

export function loadChangesOf(row: RowReader): LoadChangeFields {
  const fraction = { min: 0, max: 1 };
  const share = { min: 0, below: 1 };
  return {
    deflected: row.number('deflected', fraction),
    deflectedReturning: row.number('deflected_returning', fraction),
    handleFactor: row.number('handle_factor', { min: 0, max: 100 }),
    repeat: row.number('repeat', share),
    repeatInForecast: row.number('repeat_in_forecast', share),
    returnHours: row.number('return_hours', { above: 0, max: 8784 }),
  };
}

function transformsOf(fields: LoadChangeFields, intervalSeconds: number): LoadTransforms {
  const { deflected, deflectedReturning, handleFactor, repeat, repeatInForecast } = fields;
  const returnDelay = exponentialDelay(fields.returnHours ?? DEFAULT_RETURN_HOURS, intervalSeconds);
  return {
    ...(deflected === undefined
      ? {}
      : {
          botDeflection: {
            deflectedFraction: deflected,
            returningFraction: deflectedReturning,
            returnDelay,
            handleTimeFactor: handleFactor,
          },
        }),
    ...(repeat === undefined && repeatInForecast === undefined
      ? {}
      : {
          repeatContacts: {
            repeatFraction: repeat ?? 0,
            repeatFractionInSeries: repeatInForecast,
            returnDelay,
          },
        }),
  };
}

/** The series as the fields change it; null when they change nothing. */
export function changedLoad(series: ContactSeries, fields: LoadChangeFields): TransformedLoad | null {
  const transforms = transformsOf(fields, series.intervalSeconds);
  return Object.keys(transforms).length === 0 ? null : withLoadTransforms(series, transforms);
}

const DIGITS = 6;

/** Before, after and every step in between, in the words of the JSON document. */
export function loadChangeDocument(explanation: LoadExplanation): object {
  const totals = ({ contacts, workHours }: { contacts: number; workHours: number }) => ({
    contacts: significant(contacts, DIGITS),
    work_hours: significant(workHours, DIGITS),
  });
  return {
    before: totals(explanation.before),
    steps: explanation.steps.map((step) => ({
      cause: step.cause,
      ...totals(step),
      contacts_after_end: significant(step.contactsAfterGrid, DIGITS),
    })),
    after: totals(explanation.after),
  };
}
