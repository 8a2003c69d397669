import { Upload } from 'lucide-react';
import { useState } from 'react';
import { DropZone, FileTrigger, type DropZoneProps } from 'react-aria-components';
import { t } from '../../../app/i18n/t.js';
import { Button } from '../../../ui/button.js';
import { Progress } from '../../../ui/chip.js';
import { ErrorState } from '../../../ui/states.js';
import { uploadFile, type ImportPreview } from './upload.js';

type DropEvent = Parameters<NonNullable<DropZoneProps['onDrop']>>[0];

async function droppedFile({ items }: DropEvent): Promise<File | undefined> {
  const item = items.find((one) => one.kind === 'file');
  return item?.kind === 'file' ? item.getFile() : undefined;
}

/** Drop or choose one CSV file; shows how much of it has been sent. */
export function DropArea({ onPreview }: { readonly onPreview: (preview: ImportPreview) => void }) {
  const [sent, setSent] = useState<number>();
  const [error, setError] = useState<unknown>();
  const send = async (file: File | undefined) => {
    if (!file) return;
    setError(undefined);
    setSent(0);
    try {
      onPreview(await uploadFile(file, setSent));
    } catch (failure) {
      setError(failure);
    } finally {
      setSent(undefined);
    }
  };
  return (
    <>
      <DropZone className="y-drop" aria-label={t('import.drop')} onDrop={(event) => void droppedFile(event).then(send)}>
        <Upload size={24} strokeWidth={1.75} aria-hidden />
        <p>
          <strong>{t('import.drop')}</strong>
        </p>
        <p className="y-quiet">{t('import.dropText')}</p>
        {sent === undefined ? (
          <FileTrigger
            acceptedFileTypes={['.csv', 'text/csv', '.tsv', '.txt']}
            onSelect={(files) => void send(files?.[0])}
          >
            <Button kind="primary">{t('import.choose')}</Button>
          </FileTrigger>
        ) : (
          <div className="y-drop-progress">
            <Progress label={t('import.sending')} value={sent} />
            <p className="y-quiet">{t('import.sending')}</p>
          </div>
        )}
      </DropZone>
      {error ? <ErrorState error={error} /> : null}
    </>
  );
}
