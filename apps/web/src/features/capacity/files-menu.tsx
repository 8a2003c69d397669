import type { CapacityPlan, ReadTable } from '@yotei/scheduling/capacity';
import { readAssumptionTable, withEdits } from '@yotei/scheduling/capacity';
import { FileDown } from 'lucide-react';
import { useRef, useState, type RefObject } from 'react';
import { local, t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { Dialog } from '../../ui/dialog.js';
import { MenuButton } from '../../ui/menu.js';
import { showToast } from '../../ui/toast.js';
import { readTableFile, savePlanCsv, savePlanExcel, savePlanJson } from './plan-files.js';

const MOST_FAULTS = 30;

/** What a file would change, and what of it could not be read; nothing is taken before somebody says so. */
function Preview({
  read,
  onTake,
  onClose,
}: {
  readonly read: ReadTable;
  readonly onTake: () => void;
  readonly onClose: () => void;
}) {
  const { edits, faults, cells } = read;
  return (
    <Dialog
      title={t('capacity.importTitle')}
      isOpen
      onClose={onClose}
      footer={
        <>
          <Button onPress={onClose}>{t('ui.cancel')}</Button>
          <Button kind="primary" isDisabled={edits.length === 0} onPress={onTake}>
            {t('capacity.importTake', { count: edits.length })}
          </Button>
        </>
      }
    >
      <p>{t('capacity.importText', { cells, edits: edits.length })}</p>
      {faults.length > 0 ? (
        <>
          <p role="alert">{t('capacity.importFaults', { count: faults.length })}</p>
          <ul className="y-import-faults">
            {faults.slice(0, MOST_FAULTS).map(({ row, column, message }) => (
              <li key={`${row} ${column}`}>
                {t('capacity.importAt', { row, column: column ?? 0 })} {local(message)}
              </li>
            ))}
          </ul>
        </>
      ) : null}
    </Dialog>
  );
}

function ChosenFile({
  input,
  onFile,
}: {
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onFile: (file: File) => void;
}) {
  return (
    <input
      ref={input}
      type="file"
      hidden
      accept=".xlsx,.csv,text/csv"
      aria-label={t('capacity.import')}
      onChange={(event) => {
        const file = event.target.files?.[0];
        event.target.value = '';
        if (file) onFile(file);
      }}
    />
  );
}

/** The plan out to a spreadsheet, and its assumptions in from one. */
export function FilesMenu({
  plan,
  title,
  onPlan,
}: {
  readonly plan: CapacityPlan;
  readonly title: string;
  readonly onPlan: ((plan: CapacityPlan) => void) | undefined;
}) {
  const input = useRef<HTMLInputElement>(null);
  const [read, setRead] = useState<ReadTable>();
  const choose = async (file: File) => {
    try {
      setRead(readAssumptionTable(plan, await readTableFile(file)));
    } catch {
      showToast({ text: t('capacity.importUnreadable', { name: file.name }), tone: 'problem' });
    }
  };
  const acts: Readonly<Record<string, () => void>> = {
    excel: () => void savePlanExcel(plan, title),
    csv: () => savePlanCsv(plan, title),
    json: () => savePlanJson(plan, title),
    import: () => input.current?.click(),
  };
  return (
    <>
      <MenuButton
        label={t('capacity.files')}
        items={[
          { id: 'excel', text: t('capacity.saveExcel') },
          { id: 'csv', text: t('capacity.saveCsv') },
          { id: 'json', text: t('capacity.saveJson') },
          ...(onPlan ? [{ id: 'import', text: t('capacity.import') }] : []),
        ]}
        onAction={(id) => acts[id]?.()}
        arrow
      >
        <FileDown size={14} strokeWidth={1.75} aria-hidden /> {t('capacity.files')}
      </MenuButton>
      <ChosenFile input={input} onFile={(file) => void choose(file)} />
      {read && onPlan ? (
        <Preview
          read={read}
          onClose={() => setRead(undefined)}
          onTake={() => {
            onPlan(withEdits(plan, read.edits));
            setRead(undefined);
          }}
        />
      ) : null}
    </>
  );
}
