/** What is told when a schedule changes: ids and versions only, for the channel takes 8 kB. */
export interface ScheduleEvent {
  readonly version: number;
  readonly ids: readonly string[];
  readonly removedIds: readonly string[];
  readonly by: string | null;
  /** Too much changed to list. */
  readonly reload: boolean;
}

export const scheduleTopic = (scheduleId: string): string => `schedule/${scheduleId}`;
