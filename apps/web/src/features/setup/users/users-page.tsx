import { useQuery } from '@tanstack/react-query';
import { UserPlus } from 'lucide-react';
import { useState } from 'react';
import { formatDateTime } from '../../../app/format/format-time.js';
import { t } from '../../../app/i18n/t.js';
import { homeSite, useViewer } from '../../../app/session.js';
import { Button } from '../../../ui/button.js';
import { Chip } from '../../../ui/chip.js';
import { TextField } from '../../../ui/fields.js';
import { EmptyState, NoPermission, QueryState, SkeletonRows } from '../../../ui/states.js';
import { Table, type Column } from '../../../ui/table.js';
import { InvitationDialog } from './invitation-dialog.js';
import { UserDialog } from './user-dialog.js';
import { peopleQuery, type Person, type PersonAnswer } from './users.queries.js';
import './users.css';

type Saved = Extract<PersonAnswer, { __typename: 'PersonSaved' }>;

/** Who signs in and what they may do; for administrators. */
export function UsersPage() {
  const viewer = useViewer();
  return viewer.permissions.includes('users.manage') ? <People /> : <NoPermission />;
}

function People() {
  const query = useQuery(peopleQuery);
  const [search, setSearch] = useState('');
  const [open, setOpen] = useState<Person | 'new' | null>(null);
  const [invited, setInvited] = useState<Saved | null>(null);
  const saved = (answer: Saved) => {
    setOpen(null);
    if (answer.invitation) setInvited(answer);
  };
  return (
    <>
      <p className="su-intro">{t('setupPeople.intro')}</p>
      <div className="su-bar">
        <TextField label={t('setupPeople.search')} type="search" value={search} onChange={setSearch} />
        <span className="su-bar-fill" />
        <Button icon={<UserPlus size={14} strokeWidth={1.75} aria-hidden />} onPress={() => setOpen('new')}>
          {t('setupPeople.add')}
        </Button>
      </div>
      <QueryState query={query} skeleton={<SkeletonRows rows={6} height={36} />}>
        {(people) => <PeopleTable people={people.filter((person) => isFound(person, search))} onOpen={setOpen} />}
      </QueryState>
      {open ? <UserDialog person={open === 'new' ? null : open} onSaved={saved} onClose={() => setOpen(null)} /> : null}
      {invited ? <InvitationDialog saved={invited} onClose={() => setInvited(null)} /> : null}
    </>
  );
}

function isFound({ name, email, roles }: Person, search: string): boolean {
  const words = [name, email, ...roles.map((role) => t(`identity.role${role}`))].join(' ').toLowerCase();
  return words.includes(search.trim().toLowerCase());
}

const TONES = { ACTIVE: 'good', INVITED: 'accent', AWAY: 'plain' } as const;

function PeopleTable({
  people,
  onOpen,
}: {
  readonly people: readonly Person[];
  readonly onOpen: (person: Person) => void;
}) {
  const { zone } = homeSite(useViewer());
  const seen = ({ seenAt, invitedUntil, state }: Person): string => {
    if (state === 'INVITED' && invitedUntil != null)
      return t('setupPeople.invitedUntil', { at: formatDateTime(invitedUntil, zone) });
    return seenAt == null ? t('setupPeople.notSeen') : formatDateTime(seenAt, zone);
  };
  const columns: Column<Person>[] = [
    {
      id: 'name',
      title: t('setupPeople.name'),
      cell: (person) => (
        <span className="su-person">
          <button type="button" className="su-name" onClick={() => onOpen(person)}>
            {person.name}
          </button>
          <span className="y-quiet">{person.email}</span>
        </span>
      ),
    },
    {
      id: 'roles',
      title: t('setupPeople.roles'),
      cell: ({ roles }) => roles.map((role) => t(`identity.role${role}`)).join(t('setup.separator')),
    },
    { id: 'agent', title: t('setupPeople.agent'), cell: ({ agentName }) => agentName ?? '' },
    {
      id: 'state',
      title: t('setupPeople.state'),
      cell: ({ state }) => <Chip tone={TONES[state]}>{t(`setupPeople.state${state}`)}</Chip>,
    },
    { id: 'seen', title: t('setupPeople.seen'), cell: seen },
  ];
  if (people.length === 0) return <EmptyState title={t('setupPeople.nobody')} text={t('setupPeople.nobodyText')} />;
  return (
    <div className="su-panel">
      <Table caption={t('setupPeople.title')} columns={columns} rows={people} rowKey={({ id }) => id} />
    </div>
  );
}
