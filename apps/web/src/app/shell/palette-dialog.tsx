import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
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
import { useMemo, useState } from 'react';
import { request } from '../../graphql/client.js';
import { FindAgentsDocument } from '../../graphql/generated/graphql.js';
import { t, type MessageId } from '../i18n/t.js';
import { can, useViewer } from '../session.js';
import { useAllCommands, type Command } from './commands.js';
import { PAGE_WORDS, placesOf } from './places.js';
import './palette-dialog.css';

/** What is offered, in the order shown. */
type Section = { readonly id: string; readonly title: MessageId; readonly commands: readonly Command[] };

/** Views below the pages: parts of set-up, of demand, of requests. */
function usePlaces(onBoard: boolean): readonly Command[] {
  const viewer = useViewer();
  const navigate = useNavigate();
  return useMemo(
    () =>
      placesOf(viewer, onBoard).map(({ id, text, words, within, link }) => ({
        id,
        group: 'goTo',
        text: within ? t(within, { part: t(text) }) : t(text),
        words: t(words),
        run: () => void navigate(link),
      })),
    [viewer, navigate, onBoard],
  );
}

/** A page of the navigation is found by other words too. */
function withWords(command: Command): Command {
  const words = PAGE_WORDS[command.id.replace(/^go/, '')];
  return words ? { ...command, words: t(words) } : command;
}

/** People by part of their name or its reading; each opens the board with only that row. */
function useAgentsFound(text: string): readonly Command[] {
  const mayLook = can(useViewer(), 'schedule.read');
  const navigate = useNavigate();
  const search = text.trim();
  const { data = [] } = useQuery({
    queryKey: ['find-agents', search],
    queryFn: async () => (await request(FindAgentsDocument, { search })).agents.edges.map(({ node }) => node),
    enabled: mayLook && search !== '',
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
  if (search === '') return [];
  return data.map(({ id, name, nameReading }) => ({
    id: `agent-${id}`,
    group: 'goTo',
    text: name,
    words: nameReading ?? '',
    run: () => void navigate({ to: '/roster', search: { text: name } }),
  }));
}

/** Type to narrow, arrows to choose, Enter to do. */
export function PaletteDialog({ onClose }: { readonly onClose: () => void }) {
  const { contains } = useFilter({ sensitivity: 'base' });
  const [text, setText] = useState('');
  const commands = useAllCommands();
  const places = usePlaces(commands.some(({ id }) => id.startsWith('board-')));
  const agents = useAgentsFound(text);
  const of = (group: Command['group']) => commands.filter((command) => command.group === group);
  const sections: readonly Section[] = [
    { id: 'do', title: 'app.do', commands: of('do') },
    { id: 'goTo', title: 'app.goTo', commands: [...of('goTo').map(withWords), ...places] },
    { id: 'agents', title: 'palette.agentsFound', commands: agents },
  ];
  const run = (id: string) => {
    onClose();
    sections
      .flatMap((section) => section.commands)
      .find((command) => command.id === id)
      ?.run();
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
          <Autocomplete filter={everyWord(contains)} inputValue={text} onInputChange={setText}>
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
                {sections
                  .filter((section) => section.commands.length > 0)
                  .map((section) => (
                    <Commands key={section.id} {...section} />
                  ))}
              </Menu>
            </div>
          </Autocomplete>
        </Dialog>
      </Modal>
    </ModalOverlay>
  );
}

function Commands({ title, commands }: Omit<Section, 'id'>) {
  return (
    <MenuSection>
      <Header className="y-list-heading">{t(title)}</Header>
      {commands.map(({ id, text, words, keys }) => (
        <MenuItem key={id} id={id} textValue={words ? `${text} ${words}` : text} className="y-list-item">
          {text}
          {keys ? <kbd>{keys}</kbd> : null}
        </MenuItem>
      ))}
    </MenuSection>
  );
}

/** "add agent" finds what holds both words, in any order. */
function everyWord(contains: (text: string, part: string) => boolean): (text: string, typed: string) => boolean {
  return (text, typed) =>
    typed
      .trim()
      .split(/\s+/)
      .every((word) => contains(text, word));
}
