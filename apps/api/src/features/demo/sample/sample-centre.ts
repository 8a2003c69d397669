import { generateDemoCentre, type DemoCentre } from '@yotei/demo';
import type { LocalDate } from '@yotei/time';
import { v7 as uuidv7 } from 'uuid';
import type { OrganisationSetup } from '../../organisation/organisation-setup.service.js';
import { organisationRows, type DemoIds } from '../demo-rows.mapper.js';

export type SampleLanguage = 'en' | 'ja';

const SIZE = { agents: 40, weeks: 12 } as const;
/** Stands behind the name of whatever was invented, on every screen. */
const MARKS: Readonly<Record<SampleLanguage, string>> = { en: ' (sample)', ja: '（サンプル）' };

/** The demo's centre at the size of a first try, each name of a place or pattern marked; people have invented names. */
export function sampleCentre(of: { seed: number; today: LocalDate; language: SampleLanguage }): DemoCentre {
  const centre = generateDemoCentre({ ...SIZE, seed: of.seed, today: of.today });
  const mark = MARKS[of.language];
  const named = <T extends { readonly name: string }>(one: T): T => ({ ...one, name: one.name + mark });
  const titled = <T extends { readonly title: string }>(one: T): T => ({ ...one, title: one.title + mark });
  return {
    ...centre,
    sites: centre.sites.map(named),
    teams: centre.teams.map(named),
    skills: centre.skills.map(named),
    templates: centre.templates.map(titled),
    contracts: centre.contracts.map(titled),
    events: centre.events.map(titled),
    queues: centre.queues.map((queue) => ({
      ...queue,
      name: { en: queue.name.en + MARKS.en, ja: queue.name.ja + MARKS.ja },
    })),
  };
}

export type SampleSetup = Omit<OrganisationSetup, 'name' | 'isDemo'>;

/** Rows of the set-up; activities and rules that the organisation has already stay its own. */
export function sampleSetup(
  centre: DemoCentre,
  ids: DemoIds,
  of: { today: LocalDate; activityTypeIds: readonly string[]; hasRules: boolean },
): SampleSetup {
  const rows = organisationRows(centre, ids, { today: of.today, userIdOf: () => null });
  return {
    ...rows,
    skills: rows.skills.map((skill) => ({ ...skill, code: skill.id })),
    activityTypes: rows.activityTypes.filter(({ id }) => !of.activityTypeIds.includes(id)),
    ruleSettings: of.hasRules ? [] : rows.ruleSettings.map((rule) => ({ ...rule, id: uuidv7() })),
  };
}

/** Tables whose invented rows are taken away again. Activities are not among them: every roster needs them. */
export const SAMPLE_TABLES = [
  'queues',
  'agents',
  'contracts',
  'shift_templates',
  'skills',
  'teams',
  'sites',
  'rule_settings',
] as const;

export type SampleRows = Readonly<Record<(typeof SAMPLE_TABLES)[number], readonly string[]>>;

export function idsOfSample(setup: SampleSetup, queues: readonly { readonly id: string }[]): SampleRows {
  const idsOf = (rows: readonly object[]) => rows.map((row) => (row as { id: string }).id);
  return {
    queues: idsOf(queues),
    agents: idsOf(setup.agents),
    contracts: idsOf(setup.contracts),
    shift_templates: idsOf(setup.shiftTemplates),
    skills: idsOf(setup.skills),
    teams: idsOf(setup.teams),
    sites: idsOf(setup.sites),
    rule_settings: idsOf(setup.ruleSettings),
  };
}
