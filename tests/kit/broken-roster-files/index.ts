import type { BrokenCase, Short } from './draft.js';
import { LOCKED } from './locked-cases.js';
import { PLANNING, TABLES } from './planning-cases.js';
import { RANGES } from './range-cases.js';
import { REFERENCES } from './reference-cases.js';
import { shapeCases } from './shape-cases.js';
import { TEAM } from './team-cases.js';
import { TEXTS } from './text-cases.js';
import { TIMES } from './time-cases.js';

export { soundRosterFiles, type BrokenCase, type RosterFilesDraft } from './draft.js';

const changed = (cases: readonly Short[]): BrokenCase[] =>
  cases.map(([file, name, says, change]) => ({ name: `${file}: ${name}`, file, says, change }));

/** All cases; names are unique. */
export const BROKEN_ROSTER_FILES: readonly BrokenCase[] = [
  ...shapeCases(),
  ...changed([...REFERENCES, ...RANGES, ...TIMES, ...LOCKED, ...PLANNING, ...TABLES, ...TEAM]),
  ...TEXTS.map(([file, name, text, says]) => ({ name: `${file}: ${name}`, file, says, text })),
];
