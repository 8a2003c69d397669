/** Kinds of values a column has, as they stand in SQL and in OData. */
export const COLUMN_KINDS = {
  text: 'Edm.String',
  uuid: 'Edm.Guid',
  date: 'Edm.Date',
  'timestamp with time zone': 'Edm.DateTimeOffset',
  'double precision': 'Edm.Double',
  integer: 'Edm.Int32',
} as const;
export type ColumnKind = keyof typeof COLUMN_KINDS;

export interface ReportView {
  /** Permanent: the name in SQL, in addresses and in OData. */
  readonly name: string;
  readonly about: string;
  /** What tells one row from another, in the order rows come. */
  readonly key: readonly string[];
  readonly columns: Readonly<Record<string, ColumnKind>>;
}

const QUEUE = { queue_id: 'uuid', queue: 'text', channel: 'text', site: 'text' } as const;
const INTERVAL = { interval_start_at: 'timestamp with time zone', local_date: 'date', local_time: 'text' } as const;

/** The stable views of the schema `reporting`; a test compares them with the database. */
export const REPORT_VIEWS: readonly ReportView[] = [
  {
    name: 'interval_facts',
    about: 'What came in, by queue and interval; of two sources the import made last.',
    key: ['queue_id', 'interval_start_at'],
    columns: {
      ...QUEUE,
      ...INTERVAL,
      offered_count: 'double precision',
      answered_count: 'double precision',
      answered_within_count: 'double precision',
      abandoned_count: 'double precision',
      handle_seconds: 'double precision',
      backlog_count: 'double precision',
    },
  },
  {
    name: 'forecast_actual',
    about: 'Newest forecast of each queue and day, without hand edits, beside what came.',
    key: ['queue_id', 'interval_start_at'],
    columns: {
      ...QUEUE,
      ...INTERVAL,
      forecast_contacts: 'double precision',
      forecast_contacts_p10: 'double precision',
      forecast_contacts_p90: 'double precision',
      forecast_handle_seconds: 'double precision',
      actual_contacts: 'double precision',
      actual_handle_seconds: 'double precision',
    },
  },
  {
    name: 'requirement_scheduled',
    about: 'By site and quarter of an hour: agents needed of all its queues together, and published on contact work.',
    key: ['site', 'interval_start_at'],
    columns: {
      site: 'text',
      ...INTERVAL,
      required_agents: 'double precision',
      agents_to_roster: 'double precision',
      scheduled_agents: 'double precision',
      staffing_gap: 'double precision',
    },
  },
  {
    name: 'schedule_hours',
    about: 'Published hours by team and local day; a shift counts to the day it starts on.',
    key: ['site', 'team', 'local_date'],
    columns: {
      ...{ site: 'text', team: 'text', local_date: 'date', agents: 'integer', shifts: 'integer' },
      paid_hours: 'double precision',
      contact_hours: 'double precision',
      other_paid_hours: 'double precision',
    },
  },
  {
    name: 'adherence',
    about: 'By team and local day, no persons; figures of fewer than five people are null.',
    key: ['site', 'team', 'local_date'],
    columns: {
      ...{ site: 'text', team: 'text', local_date: 'date', agents: 'integer' },
      scheduled_hours: 'double precision',
      out_hours: 'double precision',
      explained_hours: 'double precision',
      adherence_fraction: 'double precision',
      conformance_fraction: 'double precision',
    },
  },
  {
    name: 'measures',
    about: 'By queue and local day, weighted by contacts; a measure of which one interval tells nothing is null.',
    key: ['queue_id', 'local_date'],
    columns: {
      ...QUEUE,
      ...{ local_date: 'date', intervals: 'integer' },
      offered: 'double precision',
      answered: 'double precision',
      abandoned: 'double precision',
      service_level_of_offered: 'double precision',
      abandonment: 'double precision',
      mean_handle_seconds: 'double precision',
    },
  },
];

export const viewNamed = (name: string): ReportView | null => REPORT_VIEWS.find((view) => view.name === name) ?? null;
