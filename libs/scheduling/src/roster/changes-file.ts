import type { Instant } from '@yotei/time';
import { readFile, type FileOptions, type FileRead } from './roster-files.js';

/** An absence that became known after a roster was made. */
export interface AbsenceChange {
  readonly agentId: string;
  readonly startAt: Instant;
  readonly endAt: Instant;
  /** Absent: what the shifts it takes away paid. */
  readonly paidMinutes?: number;
  readonly reason?: string;
}

/** Content of `changes.json`: what happened since the roster was made. New demand is a requirement of its own. */
export interface ChangesFile {
  readonly absences: readonly AbsenceChange[];
}

/** Reads `changes.json`. */
export function parseChangesFile(text: string, { zone }: FileOptions): FileRead<ChangesFile> {
  return readFile(text, zone, (file) => {
    const absences = file.list(
      'absences',
      (item): AbsenceChange => ({
        agentId: item.text('agent'),
        startAt: item.instant('start'),
        endAt: item.instant('end'),
        paidMinutes: item.optionalNumber('paidMinutes'),
        reason: item.optionalText('reason'),
      }),
      true,
    );
    absences.forEach(({ startAt, endAt }, i) => {
      if (!(endAt > startAt)) file.note(`absences[${i}].end`, 'must be after the start');
    });
    file.close();
    return { absences };
  });
}
