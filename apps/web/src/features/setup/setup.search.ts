import { asOneOf } from '../../app/search-params.js';

/** The pages of the set-up area, in the order of its list. */
export const SETUP_PARTS = [
  'agents',
  'teams',
  'skills',
  'contracts',
  'templates',
  'activities',
  'rules',
  'team-rules',
] as const;

export type SetupPart = (typeof SETUP_PARTS)[number];

export interface SetupSearch {
  readonly part?: SetupPart | undefined;
}

export function setupSearch(search: Readonly<Record<string, unknown>>): SetupSearch {
  return { part: asOneOf(search['part'], SETUP_PARTS) };
}
