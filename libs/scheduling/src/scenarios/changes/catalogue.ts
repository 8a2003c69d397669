import type { ChangeKind } from '../change-kind.js';
import type { ScenarioChange, ScenarioChangeKind } from '../scenario-change.js';
import { absenceChange } from './absence.change.js';
import { attritionChange } from './attrition.change.js';
import { contractChange } from './contract.change.js';
import { deflectionChange } from './deflection.change.js';
import { goalChange } from './goal.change.js';
import { handleTimeChange } from './handle-time.change.js';
import { headcountChange } from './headcount.change.js';
import { hiringChange } from './hiring.change.js';
import { lawPackChange } from './law-pack.change.js';
import { mergeQueuesChange } from './merge-queues.change.js';
import { mixChange } from './mix.change.js';
import { newChannelChange } from './new-channel.change.js';
import { occupancyCapChange } from './occupancy-cap.change.js';
import { openingHoursChange } from './opening-hours.change.js';
import { patienceChange } from './patience.change.js';
import { repeatContactsChange } from './repeat-contacts.change.js';
import { shrinkageChange } from './shrinkage.change.js';
import { siteChange } from './site.change.js';
import { volumeChange } from './volume.change.js';
import { wagesChange } from './wages.change.js';

type KindOf<Change extends ScenarioChange> = Change extends ScenarioChange ? ChangeKind<Change> : never;

/** Every kind of change, in the order in which they are offered. One line a kind. */
export const CHANGE_KINDS: readonly KindOf<ScenarioChange>[] = [
  volumeChange,
  handleTimeChange,
  mixChange,
  deflectionChange,
  repeatContactsChange,
  goalChange,
  occupancyCapChange,
  patienceChange,
  shrinkageChange,
  headcountChange,
  hiringChange,
  attritionChange,
  contractChange,
  absenceChange,
  openingHoursChange,
  siteChange,
  newChannelChange,
  mergeQueuesChange,
  wagesChange,
  lawPackChange,
];

const byKind = new Map<string, KindOf<ScenarioChange>>(CHANGE_KINDS.map((kind) => [kind.kind, kind]));

/** The kind of that permanent id, or undefined. */
export function findChangeKind(kind: string): ChangeKind<ScenarioChange> | undefined {
  // Looked up by the change's own kind, so that it is given changes of its kind alone.
  return byKind.get(kind) as ChangeKind<ScenarioChange> | undefined;
}

export const SCENARIO_CHANGE_KINDS: readonly ScenarioChangeKind[] = CHANGE_KINDS.map(({ kind }) => kind);
