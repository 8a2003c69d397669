import { agentsSchema } from './agents.schema.js';
import { rosterSchema } from './roster.schema.js';
import { rulesSchema } from './rules.schema.js';
import type { JsonSchema } from './schema-parts.js';

export type { JsonSchema } from './schema-parts.js';

/** JSON Schemas (draft 2020-12) of the roster files, by the name of the file without its ending. */
export const ROSTER_FILE_SCHEMAS: Readonly<Record<'agents' | 'rules' | 'roster', JsonSchema>> = {
  agents: agentsSchema,
  rules: rulesSchema,
  roster: rosterSchema,
};
