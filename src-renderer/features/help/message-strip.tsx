/**
 * Under the bar: what is written to her now, one thing at a time, without taking the keyboard. One key has
 * it read, one answers, one opens a line to write in.
 */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import {
  useRequest,
  useScreen,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import { firstName, TalkList } from '@renderer/platform/talk/talk-list.tsx';
import { talkWith, unreadOf, useTalk, useWrite } from '@renderer/platform/talk/use-talk.ts';
import { WriteField } from '@renderer/platform/talk/write-field.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { HelpMessage } from '@shared/contracts/http/help-messages.ts';
import { useState } from 'react';
import styles from './help-strip.module.css';

const css = styleNames(styles);
const phrases = ['yes', 'notYet', 'come'] as const;
/** What was said before, as far as one needs it to answer. */
const shownBefore = 3;

const Unread = ({
  message,
  more,
  acts,
}: {
  readonly message: HelpMessage;
  readonly more: number;
  readonly acts: {
    readonly read: () => void;
    readonly agree: (() => void) | null;
    readonly open: { readonly words: string; readonly act: () => void } | null;
  };
}) => {
  const { t, language } = useText();
  const isTeam = message.teamId !== null;
  const isUrgent = message.urgency === 'urgent';
  const { agree, open } = acts;
  return (
    <div className={css('strip', !isUrgent && 'news', 'message')} role="status">
      <Icon name={isUrgent ? 'alert' : isTeam ? 'campaign' : 'speech'} size={18} />
      <span>
        <b>
          {t(isTeam ? (isUrgent ? 'talk.teamUrgent' : 'talk.team') : 'talk.from', {
            name: message.fromName,
            time: formatTime(message.at, language),
          })}
        </b>{' '}
        {message.words}
        {more > 0 ? <small>{` ${t('talk.more', { count: more })}`}</small> : null}
      </span>
      {open === null ? null : (
        <Button size="small" keys={['Alt', 'S']} onClick={open.act}>
          {open.words}
        </Button>
      )}
      {agree === null ? null : (
        <Button size="small" keys={['Alt', 'K']} onClick={agree}>
          {t('talk.yes')}
        </Button>
      )}
      <Button size="small" look="ghost" keys={['Alt', 'Q']} onClick={acts.read}>
        {t('talk.read')}
      </Button>
    </div>
  );
};

/** The line that an advisor opens to write to her leads. */
const WriteStrip = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText();
  const write = useWrite();
  const meId = useSlice('session')?.user?.id;
  const { messages } = useTalk();
  useKeys([{ key: 'Escape', whileTyping: 'works', act: onDone }], 'overlay');
  const send = async (words: string) => {
    const sent = await write({ to: { kind: 'leads' }, words, urgency: 'information' });
    if (sent.ok) onDone();
    return sent.ok ? null : sent.error.code;
  };
  const before = meId === undefined ? [] : talkWith(messages, meId).slice(-shownBefore);
  return (
    <section className={css('writing')} aria-label={t('talk.writing')}>
      <TalkList messages={before} meId={meId} label={t('talk.before')} />
      <WriteField
        label={t('talk.toLeads')}
        phrases={phrases.map((phrase) => t(`talk.${phrase}`))}
        layer="overlay"
        focus="at-once"
        onSend={send}
      />
    </section>
  );
};

const useReading = (messages: readonly HelpMessage[]) => {
  const request = useRequest();
  return () => {
    const [first] = unreadOf(messages);
    if (first !== undefined) void request('talk.read', { ids: [first.id] });
  };
};

export const AdvisorMessages = () => {
  const { t } = useText();
  const write = useWrite();
  const { screen } = useServices();
  const { messages, hub } = useTalk();
  const [writes, setWrites] = useState(false);
  const [first, ...others] = unreadOf(messages);
  const read = useReading(messages);
  const isTalk = first !== undefined && first.teamId === null;
  const agree = async () => {
    const sent = await write({
      to: { kind: 'leads' },
      words: t('talk.yes'),
      urgency: 'information',
    });
    if (sent.ok) read();
    else screen.setState({ failure: { code: sent.error.code, detail: sent.error.detail } });
  };
  const open = () => {
    if (isTalk) read();
    setWrites((was) => !was);
  };
  const bind = (key: string, act: () => void) => ({
    key,
    modifier: 'alt' as const,
    whileTyping: 'works' as const,
    act,
  });
  useKeys(
    hub === 'older'
      ? []
      : [
          bind('s', open),
          ...(first === undefined ? [] : [bind('q', read)]),
          ...(isTalk ? [bind('k', () => void agree())] : []),
        ],
  );
  return (
    <>
      {first === undefined ? null : (
        <Unread
          message={first}
          more={others.length}
          acts={{
            read,
            agree: isTalk ? () => void agree() : null,
            open: isTalk ? { words: t('talk.answer'), act: open } : null,
          }}
        />
      )}
      {writes ? <WriteStrip onDone={() => setWrites(false)} /> : null}
    </>
  );
};

/** What an advisor writes to her leads, wherever the lead is; where the talk is in view it is read there. */
export const LeadMessages = () => {
  const { t } = useText();
  const { screen } = useServices();
  const inView = useScreen((state) =>
    state.screen === 'call-in-view' ? state.seenAdvisorId : null,
  );
  const messages = useTalk().messages.filter(({ advisorId }) => advisorId !== inView);
  const [first, ...others] = unreadOf(messages);
  const read = useReading(messages);
  const open = () => {
    const advisorId = first?.advisorId ?? null;
    if (advisorId !== null) screen.setState({ screen: 'call-in-view', seenAdvisorId: advisorId });
  };
  const bind = (key: string, act: () => void) => ({
    key,
    modifier: 'alt' as const,
    whileTyping: 'works' as const,
    act,
  });
  useKeys(first === undefined ? [] : [bind('q', read), bind('s', open)]);
  if (first === undefined) return null;
  return (
    <Unread
      message={first}
      more={others.length}
      acts={{
        read,
        agree: null,
        open: { words: t('talk.see', { name: firstName(first.fromName) }), act: open },
      }}
    />
  );
};
