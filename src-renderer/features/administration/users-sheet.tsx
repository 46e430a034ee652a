/** Who works here, as what, for whom; seen when. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatShortDay, formatTime, isSameDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Account } from '@shared/contracts/http/directory.ts';
import type { Team } from '@shared/domain/user/user.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { useBrandNames } from './brand-names.ts';
import { TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useHub } from './use-administration.tsx';
import { UserForm } from './user-form.tsx';

const css = styleNames(styles);
const dayMs = 86_400_000;
/** Whose account may have been forgotten. */
const longMs = 30 * dayMs;

const Seen = ({ at }: { readonly at: string | null }) => {
  const { t, language } = useText();
  const now = useMinute();
  if (at === null) return <>{t('admin.user.neverSeen')}</>;
  const ago = now - Date.parse(at);
  if (ago > longMs) {
    return <Tag tone="warn">{t('length.days', { count: Math.floor(ago / dayMs) })}</Tag>;
  }
  return <>{isSameDay(at, now) ? formatTime(at, language) : formatShortDay(at, language)}</>;
};

const Row = ({
  user,
  team,
  onOpen,
}: {
  readonly user: Account;
  readonly team: string;
  readonly onOpen: (() => void) | null;
}) => {
  const { t } = useText();
  const brandNames = useBrandNames();
  const name = `${user.firstName} ${user.lastName}`.trim() || user.login;
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{user.login}</small>
      </th>
      <td>
        {t(`admin.role.${user.role}`)}
        {user.active ? null : <small className={css('warn')}>{t('admin.off')}</small>}
      </td>
      <td>{[team, brandNames(user.brandIds)].filter((part) => part !== '').join(', ')}</td>
      <td>
        <Seen at={user.lastSeenAt} />
      </td>
      {onOpen === null ? null : (
        <td className={css('acts')}>
          <Button size="small" aria-label={t('admin.user.changeOf', { name })} onClick={onOpen}>
            {t('admin.change')}
          </Button>
        </td>
      )}
    </tr>
  );
};

const matching = (text: string) => {
  const words = text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return ({ firstName, lastName, login }: Account): boolean => {
    const all = `${firstName} ${lastName} ${login}`.toLocaleLowerCase();
    return words.every((word) => all.includes(word));
  };
};

const Table = ({
  users,
  teams,
  onOpen,
}: {
  readonly users: readonly Account[];
  readonly teams: readonly Team[];
  readonly onOpen: ((user: Account) => void) | null;
}) => {
  const { t } = useText();
  return (
    <table className={css('table')}>
      <thead>
        <tr>
          {(['name', 'role', 'teams', 'seen'] as const).map((head) => (
            <th key={head} scope="col">
              {t(`admin.user.head.${head}`)}
            </th>
          ))}
          {onOpen === null ? null : <td />}
        </tr>
      </thead>
      <tbody>
        {users.map((user) => (
          <Row
            key={user.id}
            user={user}
            team={teams.find(({ id }) => id === user.teamId)?.name ?? ''}
            onOpen={onOpen === null ? null : () => onOpen(user)}
          />
        ))}
      </tbody>
    </table>
  );
};

const glance = 7;

export const UsersSheet = ({ look = 'full' }: { readonly look?: 'full' | 'glance' }) => {
  const { t } = useText();
  const { known, reload } = useHub('admin.users', {});
  const { known: knownTeams } = useHub('admin.teams', {});
  const teams = knownTeams !== null && 'value' in knownTeams ? knownTeams.value.teams : [];
  const [text, setText] = useState('');
  const [open, setOpen] = useState<Account | 'new' | null>(null);
  const full = look === 'full';
  return (
    <Sheet
      wide={full}
      title={
        <>
          {t('admin.tab.users')}
          {known !== null && 'value' in known ? (
            <span className={css('quiet')}>{known.value.users.length}</span>
          ) : null}
        </>
      }
      beside={
        <Button size="small" icon="plus" onClick={() => setOpen('new')}>
          {t('admin.user.new')}
        </Button>
      }
    >
      {full ? (
        <div className={css('filters')}>
          <TextField label={t('admin.user.search')} value={text} onChange={setText} />
        </div>
      ) : null}
      <Loaded of={known}>
        {({ users }) => (
          <Table
            users={full ? users.filter(matching(text)) : users.slice(0, glance)}
            teams={teams}
            onOpen={full ? setOpen : null}
          />
        )}
      </Loaded>
      {open === null ? null : (
        <UserForm
          of={open === 'new' ? null : open}
          teams={teams}
          onClose={() => {
            setOpen(null);
            void reload();
          }}
        />
      )}
    </Sheet>
  );
};
