import type { MessageId } from '../../../app/i18n/t.js';

export interface ImportField {
  readonly id: string;
  readonly text: MessageId;
  readonly required: boolean;
}

const field = <const Id extends string>(id: Id, text: MessageId, required = false): ImportField => ({
  id,
  text,
  required,
});

/** What each kind of file can tell, as the import sources name it. */
const FIELDS: Readonly<Record<string, readonly ImportField[]>> = {
  'interval-csv': [
    field('start', 'import.field.start', true),
    field('queue', 'import.field.queue'),
    field('offered', 'import.field.offered', true),
    field('answered', 'import.field.answered'),
    field('answered_within', 'import.field.answered_within'),
    field('abandoned', 'import.field.abandoned'),
    field('total_handle_seconds', 'import.field.total_handle_seconds'),
    field('handle_seconds', 'import.field.mean_handle_seconds'),
  ],
  'contact-csv': [
    field('arrived_at', 'import.field.arrived_at', true),
    field('queue', 'import.field.queue'),
    field('answered_at', 'import.field.answered_at'),
    field('abandoned_at', 'import.field.abandoned_at'),
    field('handle_seconds', 'import.field.contact_handle_seconds'),
  ],
};

/** Fields of a source; for one this program does not know yet, those the server recognised. */
export function fieldsOf(sourceId: string, columnMap: Readonly<Record<string, string>>): readonly ImportField[] {
  return FIELDS[sourceId] ?? Object.keys(columnMap).map((id) => field(id, 'import.column'));
}

/** Required fields without a column. */
export function missingFields(sourceId: string, columnMap: Readonly<Record<string, string>>): readonly ImportField[] {
  return fieldsOf(sourceId, columnMap).filter(({ id, required }) => required && !columnMap[id]);
}
