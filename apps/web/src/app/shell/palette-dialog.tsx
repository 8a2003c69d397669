import {
  Autocomplete,
  Dialog,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Modal,
  ModalOverlay,
  SearchField,
  useFilter,
} from 'react-aria-components';
import { useState } from 'react';
import { t } from '../i18n/t.js';
import { useAllCommands } from './commands.js';
import './palette-dialog.css';

const GROUPS = [
  { id: 'do', title: 'app.do' },
  { id: 'goTo', title: 'app.goTo' },
] as const;

/** Type to narrow, arrows to choose, Enter to do. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const commands = useAllCommands();
  const run = (id: string) => {
    onClose();
    commands.find((command) => command.id === id)?.run();
  };
  return (
    <ModalOverlay
      className="y-overlay y-palette-overlay"
      isOpen
      isDismissable
      onOpenChange={(open) => !open && onClose()}
    >
      <Modal className="y-modal">
        <Dialog className="y-dialog" aria-label={t('app.palette')}>
          <Autocomplete filter={contains} inputValue={text} onInputChange={setText}>
            <SearchField className="y-palette-field" aria-label={t('app.searchOrDo')} autoFocus>
              <Input className="y-palette-input" placeholder={t('app.searchOrDo')} />
            </SearchField>
            <div className="y-palette-list" tabIndex={0} role="region" aria-label={t('app.palette')}>
              <Menu
                className="y-list"
                aria-label={t('app.palette')}
                onAction={(id) => run(String(id))}
                renderEmptyState={() => <p className="y-quiet y-palette-none">{t('app.paletteNothing', { text })}</p>}
              >
                {GROUPS.map(({ id, title }) => (
                  <MenuSection key={id}>
                    <Header className="y-list-heading">{t(title)}</Header>
                    {commands
                      .filter((command) => command.group === id)
                      .map((command) => (
                        <MenuItem key={command.id} id={command.id} textValue={command.text} className="y-list-item">
                          {command.text}
                          {command.keys ? <kbd>{command.keys}</kbd> : null}
                        </MenuItem>
                      ))}
                  </MenuSection>
                ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}
