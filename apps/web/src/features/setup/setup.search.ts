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
  'users',
  'connections',
  'adherence',
] as const;

export type SetupPart = (typeof SETUP_PARTS)[number];

/** Who only manages is shown what costs; people are the administrators', the rest of the set-up is the planners'. */
export function partsFor({
  mayPlan,
  mayManagePeople,
}: {
  readonly mayPlan: boolean;
  readonly mayManagePeople: boolean;
}): readonly SetupPart[] {
  if (!mayPlan) return ['costs'];
  return SETUP_PARTS.filter((part) => part !== 'users' || mayManagePeople);
}

/** The page that an address names; the first one when it names none. */
export function partOf(text: string | undefined): SetupPart {
  return asOneOf(text, SETUP_PARTS) ?? 'agents';
}
