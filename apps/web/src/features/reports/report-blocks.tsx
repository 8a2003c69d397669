import { Link } from '@tanstack/react-router';
import { ArrowUpRight } from 'lucide-react';
import type { ReactNode } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { Table } from '../../ui/table.js';
import { ReportChart } from './report-chart.js';
import type { ReportBlock } from './reports.queries.js';
import './reports.css';

/** A page of the program where there is one to open. */
function Opens({ path, children }: { readonly path: string | null | undefined; readonly children: ReactNode }) {
  return path ? <Link to={path}>{children}</Link> : children;
}

function Figure({ figure }: { readonly figure: NonNullable<ReportBlock['figure']> }) {
  const { text, why, target, met, before, change } = figure;
  return (
    <>
      <p className="rp-value" data-met={met ?? undefined}>
        {text ? local(text) : t('reports.unknown')}
      </p>
      {why ? <p className="y-quiet">{local(why)}</p> : null}
      {target ? (
        <p className="rp-target">
          {local(target)}
          {met == null ? null : <strong data-met={met}>{t(met ? 'reports.met' : 'reports.missed')}</strong>}
        </p>
      ) : null}
      {change ? (
        <p className="y-quiet">
          {before
            ? t('reports.before', { value: local(before), change: local(change) })
            : t('reports.change', { change: local(change) })}
        </p>
      ) : null}
    </>
  );
}

function BlockTable({ title, table }: { readonly title: string; readonly table: NonNullable<ReportBlock['table']> }) {
  if (table.rows.length === 0) return <p className="y-quiet">{t('reports.noRows')}</p>;
  return (
    <Table
      caption={title}
      rows={table.rows.map((row, index) => ({ ...row, index }))}
      rowKey={({ index }) => `${index}`}
      columns={[
        { id: 'head', title: local(table.head), cell: (row) => <Opens path={row.path}>{local(row.title)}</Opens> },
        ...table.columns.map((column, index) => ({
          id: `${index}`,
          title: local(column),
          cell: (row: (typeof table.rows)[number]) => (row.cells[index] ? local(row.cells[index].text) : ''),
          numeric: true,
        })),
      ]}
    />
  );
}

function Block({ block }: { readonly block: ReportBlock }) {
  const title = local(block.title);
  return (
    <section className="y-panel rp-block" data-width={block.width} aria-label={title || undefined}>
      {title ? (
        <h3>
          <Opens path={block.path}>
            {title}
            {block.path ? <ArrowUpRight size={14} strokeWidth={1.75} aria-hidden /> : null}
          </Opens>
        </h3>
      ) : null}
      {block.figure ? <Figure figure={block.figure} /> : null}
      {block.chart ? <ReportChart chart={block.chart} title={title} /> : null}
      {block.table ? <BlockTable title={title} table={block.table} /> : null}
      {block.paragraphs.map(({ text, path }) => (
        <p key={text.en} className="rp-text">
          <Opens path={path}>{local(text)}</Opens>
        </p>
      ))}
    </section>
  );
}

/** A report as its blocks, in the order and width it was arranged in. */
export function ReportBlocks({ blocks }: { readonly blocks: readonly ReportBlock[] }) {
  return (
    <div className="rp-grid">
      {blocks.map((block) => (
        <Block key={block.id} block={block} />
      ))}
    </div>
  );
}
