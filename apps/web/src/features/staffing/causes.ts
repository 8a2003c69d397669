import { tIfKnown } from '../../app/i18n/t.js';

/** Causes of shrinkage offered, with whether they stand in the roster; others that a plan already has are kept. */
export const CAUSES: Readonly<Record<string, boolean>> = {
  sickness: false,
  lateness: false,
  'system-outage': false,
  personal: false,
  unplanned: false,
  training: true,
  meeting: true,
  coaching: true,
  leave: true,
};

/** The cause in words; one of the centre's own shows its id. */
export const causeName = (id: string): string => tIfKnown(`staffing.cause.${id}`, undefined, id);
