/** What was written, by the minute, with who wrote it and whether it was seen. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { HelpMessage } from '@shared/contracts/http/help-messages.ts';
import { useEffect, useRef } from 'react';
import styles from './talk.module.css';

const css = styleNames(styles);

export const firstName = (name: string): string => name.split(' ')[0] ?? name;

const Seen = ({ message }: { readonly message: HelpMessage }) => {
  const { t, language } = useText();
  const reader = message.readers.find(({ at }) => at !== null);
  if (message.isToMe) return null;
  if (reader?.at == null)
    return (
      <span className={css('unseen')} title={t('talk.notSeen')}>
        <span className="sr-only">{t('talk.notSeen')}</span>
      </span>
    );
  const words = t('talk.seenBy', { name: reader.name, time: formatTime(reader.at, language) });
  return (
    <span className={css('seen')} title={words}>
      <Icon name="eye" size={16} />
      <span className="sr-only">{words}</span>
    </span>
  );
};

export const TalkList = ({
  messages,
  meId,
  label,
}: {
  readonly messages: readonly HelpMessage[];
  readonly meId: string | undefined;
  readonly label: string;
}) => {
  const { language } = useText();
  const list = useRef<HTMLUListElement>(null);
  const newest = messages.at(-1)?.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: what was written last is in view
  useEffect(() => {
    if (list.current !== null) list.current.scrollTop = list.current.scrollHeight;
  }, [newest]);
  if (messages.length === 0) return null;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than its place is scrolled by keys
    <ul ref={list} className={css('list')} aria-label={label} tabIndex={0}>
      {messages.map((message) => (
        <li key={message.id} className={css(message.fromId === meId ? 'mine' : 'theirs')}>
          <time dateTime={message.at}>{formatTime(message.at, language)}</time>
          <span>
            {message.fromId === meId ? null : <b>{firstName(message.fromName)} </b>}
            {message.words}
          </span>
          <Seen message={message} />
        </li>
      ))}
    </ul>
  );
};
