import { useState } from 'react';
import { t } from '../../../app/i18n/t.js';
import { currentLanguage } from '../../../app/i18n/language.js';
import { useViewer } from '../../../app/session.js';
import { request } from '../../../graphql/client.js';
import {
  AddPersonDocument,
  ChangePersonDocument,
  InvitePersonAgainDocument,
  PutPersonAwayDocument,
  type PersonInput,
  type Role,
} from '../../../graphql/generated/graphql.js';
import { Button } from '../../../ui/button.js';
import { Dialog } from '../../../ui/dialog.js';
import { Checkbox, Select, TextField } from '../../../ui/fields.js';
import { RadioCards } from '../../../ui/radio-cards.js';
import { DialogFoot } from '../dialog-foot.js';
import { AgentField } from './agent-field.js';
import { usePersonSaving } from './use-person-saving.js';
import type { Person, PersonAnswer } from './users.queries.js';

type Saved = Extract<PersonAnswer, { __typename: 'PersonSaved' }>;
type Way = 'invite' | 'password';

const ROLES: readonly Role[] = ['ADMIN', 'PLANNER', 'MANAGER', 'SUPERVISOR', 'AGENT'];
/** As the server checks. */
const SHORTEST_PASSWORD = 12;

interface UserDialogProps {
  /** Null: somebody new. */
  readonly person: Person | null;
  readonly onSaved: (saved: Saved) => void;
  readonly onClose: () => void;
}

/** Who somebody is and what they may do; of somebody new also how they come in. */
export function UserDialog({ person, onSaved, onClose }: UserDialogProps) {
  const [draft, setDraft] = useState(() => draftOf(person));
  const [way, setWay] = useState<Way>('invite');
  const { save, isSaving, refusal } = usePersonSaving(onSaved);
  const set = (change: Partial<Draft>) => setDraft({ ...draft, ...change });
  const { email, password, ...input } = draft;
  const isSound =
    input.name.trim() !== '' &&
    input.roles.length > 0 &&
    (person !== null || (email.trim() !== '' && (way === 'invite' || password.length >= SHORTEST_PASSWORD)));
  const store = async (): Promise<PersonAnswer> =>
    person
      ? (await request(ChangePersonDocument, { id: person.id, input })).result
      : (await request(AddPersonDocument, { email, input, password: way === 'password' ? password : null })).result;
  return (
    <Dialog
      title={person ? t('setup.changeTitle', { name: person.name }) : t('setupPeople.add')}
      isOpen
      onClose={onClose}
      footer={
        <DialogFoot
          refusal={refusal}
          isSaving={isSaving}
          isSound={isSound}
          onSave={() => save(store)}
          onClose={onClose}
        />
      }
    >
      <PersonFields person={person} draft={draft} set={set} />
      {person ? (
        <PersonActs person={person} isSaving={isSaving} onAct={save} />
      ) : (
        <WayIn way={way} password={password} onWay={setWay} onPassword={(text) => set({ password: text })} />
      )}
    </Dialog>
  );
}

interface Draft extends PersonInput {
  readonly agentId: string | null;
  readonly email: string;
  readonly password: string;
}

function PersonFields({
  person,
  draft,
  set,
}: {
  readonly person: Person | null;
  readonly draft: Draft;
  readonly set: (change: Partial<Draft>) => void;
}) {
  return (
    <>
      <TextField label={t('setupPeople.name')} value={draft.name} onChange={(name) => set({ name })} />
      {person ? (
        <p className="y-quiet">{person.email}</p>
      ) : (
        <TextField
          label={t('setupPeople.email')}
          type="email"
          value={draft.email}
          onChange={(email) => set({ email })}
        />
      )}
      <RoleFields roles={draft.roles} onChange={(roles) => set({ roles })} />
      <Select
        label={t('setupPeople.language')}
        value={draft.locale}
        options={[
          { id: 'en', text: 'English' },
          { id: 'ja', text: '日本語' },
        ]}
        onChange={(locale) => set({ locale })}
      />
      <AgentField
        agentId={draft.agentId}
        agentName={person?.agentName ?? ''}
        onChange={(agentId) => set({ agentId })}
      />
    </>
  );
}

function draftOf(person: Person | null): Draft {
  return {
    name: person?.name ?? '',
    roles: person ? [...person.roles] : ['PLANNER'],
    locale: person?.locale ?? currentLanguage(),
    agentId: person?.agentId ?? null,
    email: person?.email ?? '',
    password: '',
  };
}

function RoleFields({
  roles,
  onChange,
}: {
  readonly roles: readonly Role[];
  readonly onChange: (roles: Role[]) => void;
}) {
  return (
    <fieldset className="su-person-roles">
      <legend>{t('setupPeople.roles')}</legend>
      {ROLES.map((role) => (
        <Checkbox
          key={role}
          isSelected={roles.includes(role)}
          onChange={(on) => onChange(ROLES.filter((one) => (one === role ? on : roles.includes(one))))}
        >
          {t(`identity.role${role}`)}: {t(`setupPeople.role${role}`)}
        </Checkbox>
      ))}
    </fieldset>
  );
}

function WayIn(props: {
  readonly way: Way;
  readonly password: string;
  readonly onWay: (way: Way) => void;
  readonly onPassword: (password: string) => void;
}) {
  return (
    <>
      <RadioCards
        label={t('setupPeople.way')}
        value={props.way}
        options={[
          { value: 'invite', title: t('setupPeople.wayInvite'), text: t('setupPeople.wayInviteText') },
          { value: 'password', title: t('setupPeople.wayPassword'), text: t('setupPeople.wayPasswordText') },
        ]}
        onChange={props.onWay}
      />
      {props.way === 'password' ? (
        <TextField
          label={t('setupPeople.password')}
          hint={t('setupPeople.passwordHint', { count: SHORTEST_PASSWORD })}
          type="password"
          autoComplete="new-password"
          value={props.password}
          onChange={props.onPassword}
        />
      ) : null}
    </>
  );
}

/** What is done at once, beside the fields. */
function PersonActs({
  person,
  isSaving,
  onAct,
}: {
  readonly person: Person;
  readonly isSaving: boolean;
  readonly onAct: (run: () => Promise<PersonAnswer>) => void;
}) {
  const { userId } = useViewer();
  const isAway = person.state === 'AWAY';
  const { id } = person;
  return (
    <div className="su-bar">
      {isAway ? null : (
        <Button
          isDisabled={isSaving}
          onPress={() => onAct(async () => (await request(InvitePersonAgainDocument, { id })).result)}
        >
          {t(person.state === 'INVITED' ? 'setupPeople.inviteAgain' : 'setupPeople.newPassword')}
        </Button>
      )}
      {id === userId ? null : (
        <Button
          kind={isAway ? 'plain' : 'danger'}
          isDisabled={isSaving}
          onPress={() => onAct(async () => (await request(PutPersonAwayDocument, { id, isAway: !isAway })).result)}
        >
          {t(isAway ? 'setupPeople.bringBack' : 'setupPeople.putAway')}
        </Button>
      )}
    </div>
  );
}
