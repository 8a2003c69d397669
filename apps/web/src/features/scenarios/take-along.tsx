import type { ScenarioChange } from '@yotei/scheduling/scenarios';
import { Download, Link2, Share2, Terminal } from 'lucide-react';
import { memo, useState } from 'react';
import { currentLanguage } from '../../app/i18n/language.js';
import { saveFile } from '../../app/save-file.js';
import { t } from '../../app/i18n/t.js';
import { Button } from '../../ui/button.js';
import { CopyButton } from '../../ui/copy-button.js';
import { Dialog } from '../../ui/dialog.js';
import { MenuButton } from '../../ui/menu.js';
import { showToast } from '../../ui/toast.js';

export interface TakeAlongProps {
  /** The base as the command line reads it. */
  readonly baseFile: unknown;
  /** Asked when something is taken: the menu is not drawn again for every move of a hand. */
  readonly changesNow: () => readonly ScenarioChange[];
}

const ICON = { size: 14, strokeWidth: 1.75, 'aria-hidden': true } as const;
const JSON_TYPE = 'application/json';

/** The line that computes the same on the command line. */
export function commandLine(): string {
  const language = currentLanguage() === 'ja' ? ' --language ja' : '';
  return `npx yotei what-if --base base.json --changes changes.json${language}`;
}

const saveChanges = (changes: readonly ScenarioChange[]): void =>
  saveFile('changes.json', `${JSON.stringify(changes, null, 2)}\n`, JSON_TYPE);

const saveBase = (baseFile: unknown): void => saveFile('base.json', JSON.stringify(baseFile), JSON_TYPE);

function CommandDialog({ baseFile, changesNow, onClose }: TakeAlongProps & { readonly onClose: () => void }) {
  const command = commandLine();
  return (
    <Dialog title={t('scenarios.commandTitle')} isOpen onClose={onClose} width={640}>
      <div className="y-scn-form">
        <p>{t('scenarios.commandText')}</p>
        <div className="y-scn-take">
          <Button icon={<Download {...ICON} />} onPress={() => saveBase(baseFile)}>
            {t('scenarios.downloadBase')}
          </Button>
          <Button icon={<Download {...ICON} />} onPress={() => saveChanges(changesNow())}>
            {t('scenarios.downloadChanges')}
          </Button>
        </div>
        <pre className="y-scn-command" tabIndex={0}>
          {command}
        </pre>
        <CopyButton text={command} />
      </div>
    </Dialog>
  );
}

async function copyLink(): Promise<void> {
  try {
    await navigator.clipboard.writeText(location.href);
    showToast({ text: t('scenarios.linkCopied') });
  } catch {
    showToast({ text: t('ui.copyFailed'), tone: 'problem' });
  }
}

/** What one takes out of the page: the link, the input, and the command that computes the same. */
export const TakeAlongMenu = memo(function TakeAlongMenu(props: TakeAlongProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <>
      <MenuButton
        label={t('scenarios.share')}
        items={[
          { id: 'link', text: t('scenarios.copyLink'), icon: <Link2 {...ICON} /> },
          { id: 'input', text: t('scenarios.downloadInput'), icon: <Download {...ICON} /> },
          { id: 'command', text: t('scenarios.showCommand'), icon: <Terminal {...ICON} /> },
        ]}
        onAction={(id) => {
          if (id === 'link') void copyLink();
          else if (id === 'command') setOpen(true);
          else {
            saveBase(props.baseFile);
            saveChanges(props.changesNow());
          }
        }}
      >
        <Share2 {...ICON} />
        {t('scenarios.share')}
      </MenuButton>
      {isOpen ? <CommandDialog {...props} onClose={() => setOpen(false)} /> : null}
    </>
  );
});
