import type { ReactNode } from 'react';
import './table.css';

export interface Column<Row> {
  readonly id: string;
  readonly title: ReactNode;
  readonly cell: (row: Row) => ReactNode;
  /** Right-aligned with tabular figures. */
  readonly numeric?: boolean;
}

export interface TableProps<Row> {
  /** Names the table for screen readers; shown above it with `showCaption`. */
  readonly caption: string;
  readonly showCaption?: boolean;
  readonly columns: readonly Column<Row>[];
  readonly rows: readonly Row[];
  readonly rowKey: (row: Row) => string;
  readonly rowTone?: (row: Row) => 'selected' | undefined;
}

/** A plain table for up to a few hundred rows; the first column heads its row. */
export function Table<Row>({ caption, showCaption = false, columns, rows, rowKey, rowTone }: TableProps<Row>) {
  return (
    <div className="y-table-scroll" tabIndex={0} role="region" aria-label={caption}>
      <table className="y-table">
        <caption className={showCaption ? undefined : 'y-hidden'}>{caption}</caption>
        <thead>
          <tr>
            {columns.map(({ id, title, numeric }) => (
              <th key={id} scope="col" className={numeric ? 'y-number' : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={rowKey(row)} data-tone={rowTone?.(row)}>
              {columns.map(({ id, cell, numeric }, index) =>
                index === 0 ? (
                  <th key={id} scope="row" className={numeric ? 'y-number' : undefined}>
                    {cell(row)}
                  </th>
                ) : (
                  <td key={id} className={numeric ? 'y-number' : undefined}>
                    {cell(row)}
                  </td>
                ),
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
