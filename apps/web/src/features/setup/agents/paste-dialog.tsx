import { useMemo, useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { Dialog } from '../../../ui/dialog.js';
import type { SetupAgents } from '../setup.queries.js';
import { readAgents, type PastedAgents, type PastedRow, type PasteFault } from './pasted-agents.js';
import { readTable } from './table-text.js';
import { useAgentsSaving } from './use-agents-saving.js';

const SHOWN_ROWS = 200;

interface PasteProps {
  readonly data: SetupAgents;
  readonly names: ReadonlyMap<string, string>;
  readonly onClose: () => void;
}

/** A block of a spreadsheet or a CSV file: what each line would do before anything is stored. */
export function PasteDialog({ data, names, onClose }: PasteProps) {
  const [text, setText] = useState('');
  const pasted = useMemo(() => readAgents(text.trim() === '' ? [] : readTable(text), data), [text, data]);
  const saving = useAgentsSaving(onClose);
  const changing = pasted.rows.filter(({ kind }) => kind === 'new' || kind === 'changed');
  const store = () => {
    const ids = new Set(changing.map(({ input }) => input.id));
    saving.save({
      inputs: changing.map(({ input }) => input),
      before: data.agents.filter(({ id }) => ids.has(id)),
      said: t('setup.storedCount', { count: changing.length }),
    });
  };
  return (
    <Dialog
      title={t('setup.pasteTitle')}
      isOpen
      onClose={onClose}
      width={880}
      footer={
        <>
          {saving.refusal ? (
            <p role="alert" className="su-refused">
              {saving.refusal}
            </p>
          ) : null}
          <Button onPress={onClose}>{t('setup.cancel')}</Button>
          <Button kind="primary" isDisabled={changing.length === 0 || saving.isSaving} onPress={store}>
            {t('setup.storeRows', { count: changing.length })}
          </Button>
        </>
      }
    >
      <p className="su-intro">{t('setup.pasteHint')}</p>
      <TextSource text={text} onText={setText} />
      {pasted.rows.length > 0 ? <Preview pasted={pasted} names={names} /> : null}
    </Dialog>
  );
}

function TextSource({ text, onText }: { readonly text: string; readonly onText: (text: string) => void }) {
  return (
    <>
      <textarea
        className="y-input su-paste"
        aria-label={t('setup.pasteField')}
        placeholder={t('setup.pastePlaceholder')}
        spellCheck={false}
        value={text}
        onChange={({ target }) => onText(target.value)}
      />
      <label className="su-file">
        {t('setup.orFile')}{' '}
        <input
          type="file"
          accept=".csv,.tsv,.txt,text/csv"
          onChange={({ target }) => {
            const file = target.files?.[0];
            if (file) void file.text().then(onText);
          }}
        />
      </label>
    </>
  );
}

function Preview({ pasted, names }: { readonly pasted: PastedAgents; readonly names: ReadonlyMap<string, string> }) {
  const { rows, columns } = pasted;
  const count = (kind: PastedRow['kind']) => rows.filter((row) => row.kind === kind).length;
  const unread = columns.filter((column) => column === null).length;
  // What is wrong comes first: it is what there is to do.
  const ordered = [...rows.filter(({ kind }) => kind === 'faulty'), ...rows.filter(({ kind }) => kind !== 'faulty')];
  return (
    <>
      <p role="status" className="su-counts">
        <Chip tone="good">{t('setup.countNew', { count: count('new') })}</Chip>
        <Chip tone="accent">{t('setup.countChanged', { count: count('changed') })}</Chip>
        <Chip>{t('setup.countSame', { count: count('same') })}</Chip>
        <Chip tone={count('faulty') > 0 ? 'must' : 'plain'}>{t('setup.countFaulty', { count: count('faulty') })}</Chip>
        {unread > 0 ? <span className="y-quiet">{t('setup.unreadColumns', { count: unread })}</span> : null}
      </p>
      <div className="su-panel y-table-scroll" tabIndex={0} role="region" aria-label={t('setup.preview')}>
        <table className="y-table">
          <caption className="y-hidden">{t('setup.preview')}</caption>
          <thead>
            <tr>
              {(['line', 'name', 'team', 'contract', 'skills', 'effect'] as const).map((column) => (
                <th key={column} scope="col">
                  {t(`setup.${column}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {ordered.slice(0, SHOWN_ROWS).map((row) => (
              <PreviewRow key={row.line} row={row} names={names} />
            ))}
          </tbody>
        </table>
      </div>
    </>
  );
}

const TONES = { new: 'good', changed: 'accent', same: 'plain', faulty: 'must' } as const;
const KINDS = {
  new: 'setup.kindNew',
  changed: 'setup.kindChanged',
  same: 'setup.kindSame',
  faulty: 'setup.kindFaulty',
} as const;

function PreviewRow({ row, names }: { readonly row: PastedRow; readonly names: ReadonlyMap<string, string> }) {
  const { line, name, kind, faults, input, cells } = row;
  const cell = (column: 'team' | 'contract' | 'skills', understood: string) => (
    <td data-wrong={faults.some((fault) => fault.column === column)}>{understood || cells[column]}</td>
  );
  return (
    <tr>
      <th scope="row" className="y-number">
        {line}
      </th>
      <td data-wrong={faults.some(({ column }) => column === 'name')}>{name || '—'}</td>
      {cell('team', names.get(input.teamId) ?? '')}
      {cell('contract', names.get(input.contractId) ?? '')}
      {cell('skills', input.skillIds.map((id) => names.get(id) ?? '').join(t('setup.separator')))}
      <td>
        <Chip tone={TONES[kind]}>{t(KINDS[kind])}</Chip>
        {faults.map((fault) => (
          <span key={`${fault.column} ${fault.word}`} className="su-fault">
            {faultInWords(fault)}
          </span>
        ))}
      </td>
    </tr>
  );
}

function faultInWords({ column, code, word }: PasteFault): string {
  return t(`setup.fault_${code}`, { column: t(`setup.${column}`), word });
}
