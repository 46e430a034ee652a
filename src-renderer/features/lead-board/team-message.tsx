/** « Message à l’équipe »: written once, shown on every desktop of the team, and who has read it. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { useTalk, useWrite } from '@renderer/platform/talk/use-talk.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WaitingMessage } from '@shared/contracts/engine/help-view.ts';
import {
  type HelpMessage,
  type MessageOrder,
  messageLength,
  urgencies,
} from '@shared/contracts/http/help-messages.ts';
import type { BoardTeam } from '@shared/contracts/live/board-state.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { type FormEvent, useState } from 'react';
import styles from './board.module.css';

const css = styleNames(styles);

const TeamForm = ({ teams }: { readonly teams: readonly BoardTeam[] }) => {
  const { t } = useText();
  const write = useWrite();
  const [teamId, setTeamId] = useState(teams[0]?.id ?? '');
  const [urgency, setUrgency] = useState<MessageOrder['urgency']>('information');
  const [words, setWords] = useState('');
  const [failed, setFailed] = useState<ErrorCode | null>(null);
  const send = async (event: FormEvent) => {
    event.preventDefault();
    if (words.trim() === '') return;
    const sent = await write({ to: { kind: 'team', teamId }, words: words.trim(), urgency });
    setFailed(sent.ok ? null : sent.error.code);
    if (sent.ok) setWords('');
  };
  return (
    <form className={css('order')} onSubmit={(event) => void send(event)}>
      {teams.length < 2 ? null : (
        <select
          aria-label={t('board.team')}
          value={teamId}
          onChange={({ currentTarget }) => setTeamId(currentTarget.value)}
        >
          {teams.map(({ id, name }) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      )}
      <textarea
        // biome-ignore lint/a11y/noAutofocus: she has asked for it by key, and writes next
        autoFocus
        rows={3}
        aria-label={t('talk.teamWords')}
        placeholder={t('talk.teamWords')}
        maxLength={messageLength}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
        onKeyDown={(event) => {
          // Escape belongs to the page; the return key sends, with Shift it is a new line.
          if (event.key === 'Enter' && !event.shiftKey) void send(event);
        }}
      />
      <fieldset className={css('urgency')}>
        <legend className="sr-only">{t('talk.urgency')}</legend>
        {urgencies.map((one) => (
          <label key={one}>
            <input
              type="radio"
              name="urgency"
              checked={urgency === one}
              onChange={() => setUrgency(one)}
            />
            {t(`talk.${one}`)}
          </label>
        ))}
      </fieldset>
      {failed === null ? null : (
        <p className={css('failed')} role="alert">
          {t('talk.notGone', { why: t(`error.${failed}`) })}
        </p>
      )}
      <div>
        <Button
          type="submit"
          size="small"
          look="primary"
          keys={['↵']}
          blocked={words.trim() === '' ? t('talk.needsWords') : undefined}
        >
          {t('talk.send')}
        </Button>
      </div>
    </form>
  );
};

const Sent = ({ message, team }: { readonly message: HelpMessage; readonly team: string }) => {
  const { t, language } = useText();
  const { readers } = message;
  const read = readers.filter(({ at }) => at !== null);
  const missing = readers.filter(({ at }) => at === null).map(({ name }) => name);
  const list = new Intl.ListFormat(language);
  return (
    <li>
      <p>
        {message.urgency === 'urgent' ? <Icon name="alert" size={16} /> : null}
        {message.words}
      </p>
      <small>
        {t('talk.sentTo', {
          name: message.fromName,
          team,
          time: formatTime(message.at, language),
        })}
      </small>
      <details>
        <summary>{t('talk.readBy', { read: read.length, count: readers.length })}</summary>
        {missing.length === 0 ? null : (
          <p>{t('talk.notReadBy', { names: list.format(missing) })}</p>
        )}
        {read.length === 0 ? null : (
          <p>{t('talk.hasReadBy', { names: list.format(read.map(({ name }) => name)) })}</p>
        )}
      </details>
    </li>
  );
};

const Waiting = ({ message }: { readonly message: WaitingMessage }) => {
  const { t } = useText();
  const request = useRequest();
  return (
    <li className={css('waiting')}>
      <p>
        <Icon name={message.state === 'waits' ? 'cloud-up' : 'alert'} size={16} />
        {message.words}
      </p>
      <small>{t(`talk.waiting.${message.state}`)}</small>
      <Button
        size="small"
        look="ghost"
        onClick={() => void request('talk.drop', { id: message.id })}
      >
        {t('talk.drop')}
      </Button>
    </li>
  );
};

export const TeamMessage = ({
  teams,
  onClose,
}: {
  readonly teams: readonly BoardTeam[];
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { messages, waiting, hub } = useTalk();
  const sent = messages.filter(({ teamId }) => teamId !== null).reverse();
  const nameOf = (id: string | null) => teams.find((team) => team.id === id)?.name ?? '';
  return (
    <aside className={css('panel')} aria-label={t('talk.teamTitle')}>
      <header>
        <h2>{t('talk.teamTitle')}</h2>
        <Button look="ghost" size="small" icon="close" keys={['Esc']} onClick={onClose}>
          {t('board.close')}
        </Button>
      </header>
      <p className={css('given')}>{t(hub === 'older' ? 'talk.hubOlder' : 'talk.teamWhat')}</p>
      {hub === 'older' ? null : <TeamForm teams={teams} />}
      <ul className={css('sent')} aria-label={t('talk.today')}>
        {waiting.map((message) => (
          <Waiting key={message.id} message={message} />
        ))}
        {sent.map((message) => (
          <Sent key={message.id} message={message} team={nameOf(message.teamId)} />
        ))}
      </ul>
      {sent.length + waiting.length === 0 ? (
        <p className={css('given')}>{t('talk.noneToday')}</p>
      ) : null}
    </aside>
  );
};
