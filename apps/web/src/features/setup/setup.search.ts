import { asOneOf } from '../../app/search-params.js';

/** The pages of the set-up area, in the order of its list. */
export const SETUP_PARTS = [
  'agents',
  'teams',
  'sites',
  'skills',
  'queues',
  'contracts',
  'templates',
  'activities',
  'time-off',
  'rules',
  'team-rules',
  'law',
  'law-report',
  'costs',
  'connections',
  'adherence',
] as const;

export type SetupPart = (typeof SETUP_PARTS)[number];

/** Who only manages is shown what costs; the rest of the set-up is the planners'. */
export function partsFor(mayPlan: boolean): readonly SetupPart[] {
  return mayPlan ? SETUP_PARTS : ['costs'];
}

/** The page that an address names; the first one when it names none. */
export function partOf(text: string | undefined): SetupPart {
  return asOneOf(text, SETUP_PARTS) ?? 'agents';
}
