import { QueryFailedError } from 'typeorm';

const EXCLUSION_VIOLATION = '23P01';

/** Whether Postgres refused because the agent has another published shift at that time; it has the last word. */
export function isOverlapInDatabase(error: unknown): boolean {
  return error instanceof QueryFailedError && (error.driverError as { code?: string }).code === EXCLUSION_VIOLATION;
}
