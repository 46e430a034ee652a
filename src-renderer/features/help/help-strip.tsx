/** Under the bar: the hand she raises, and what her lead had her desktop do. */
import { pauseWords } from '@renderer/platform/advisor/pause-words.ts';
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type FormEvent, useState } from 'react';
import styles from './help-strip.module.css';
import { AdvisorMessages, LeadMessages } from './message-strip.tsx';

const css = styleNames(styles);
const usualWords = ['wantsLead', 'dontKnow', 'angry'] as const;

const AskForm = ({
  onRaise,
  onLeave,
}: {
  readonly onRaise: (words: string) => void;
  readonly onLeave: () => void;
}) => {
  const { t } = useText();
  const [words, setWords] = useState('');
  const raise = (event: FormEvent) => {
    event.preventDefault();
    onRaise(words.trim());
  };
  useKeys(
    [
      { key: 'Escape', whileTyping: 'works', act: onLeave },
      ...usualWords.map((word, at) => ({
        key: `Digit${at + 1}`,
        modifier: 'alt' as const,
        whileTyping: 'works' as const,
        act: () => onRaise(t(`help.words.${word}`)),
      })),
    ],
    'overlay',
  );
  return (
    <form className={css('strip')} onSubmit={raise}>
      <Icon name="hand" size={18} />
      <b>{t('help.ask')}</b>
      {usualWords.map((word, at) => (
        <Button
          key={word}
          size="small"
          keys={['Alt', String(at + 1)]}
          onClick={() => onRaise(t(`help.words.${word}`))}
        >
          {t(`help.words.${word}`)}
        </Button>
      ))}
      <input
        // biome-ignore lint/a11y/noAutofocus: she has asked for it by key, in the middle of a talk
        autoFocus
        aria-label={t('help.own')}
        placeholder={t('help.own')}
        maxLength={200}
        value={words}
        onChange={({ currentTarget }) => setWords(currentTarget.value)}
      />
      <Button type="submit" size="small" look="primary" keys={['↵']}>
        {t('help.raise')}
      </Button>
    </form>
  );
};

const Raised = ({ onLower }: { readonly onLower: () => void }) => {
  const { t, language } = useText();
  const hand = useSlice('help')?.hand;
  if (hand == null) return null;
  return (
    <div className={css('strip')} role="status">
      <Icon name="hand" size={18} />
      <span>
        <b>{t('help.raised', { time: formatTime(hand.since, language) })}</b> {hand.words}
      </span>
      <Button size="small" look="ghost" keys={['Alt', 'H']} onClick={onLower}>
        {t('help.lower')}
      </Button>
    </div>
  );
};

/** A lead is in her call: who, and who hears her. */
const Visitors = () => {
  const { t, language } = useText();
  const visitors = useSlice('help')?.inMyCall ?? [];
  return visitors.map(({ helpId, leadName, way, since }) => (
    <div key={helpId} className={css('strip', 'news')} role="status">
      <Icon name={way === 'listen' ? 'listen' : way === 'whisper' ? 'speech' : 'barge'} size={18} />
      <span>
        <b>{t(`help.visitor.${way}`, { name: leadName })}</b> {formatTime(since, language)}
      </span>
    </div>
  ));
};

/** A lead has her call in view without being in it. */
const Watching = () => {
  const { t, language } = useText();
  const help = useSlice('help');
  const names = new Set(help?.inMyCall.map(({ leadName }) => leadName));
  return (help?.seenBy ?? [])
    .filter(({ leadName }) => !names.has(leadName))
    .map(({ leadName, since }) => (
      <div key={leadName} className={css('strip', 'news')} role="status">
        <Icon name="eye" size={18} />
        <span>
          <b>{t('help.watching', { name: leadName })}</b> {formatTime(since, language)}
        </span>
      </div>
    ));
};

const Ordered = () => {
  const { t, language } = useText();
  const request = useRequest();
  const ordered = useSlice('help')?.ordered;
  if (ordered == null) return null;
  const { order, outcome, byName, at } = ordered;
  const state =
    order.kind !== 'change-state'
      ? ''
      : order.state === 'pause'
        ? pauseWords(order.pauseReason, t)
        : t(`state.${order.state}`);
  const key = outcome === 'refused' ? 'help.refused' : `help.ordered.${order.kind}`;
  return (
    <div className={css('strip', 'news')} role="status">
      <Icon name="info" size={18} />
      <span>
        <b>{t(key, { name: byName, state })}</b> {order.reason} · {formatTime(at, language)}
      </span>
      <Button
        size="small"
        look="ghost"
        icon="close"
        onClick={() => void request('help.read-order', null)}
      >
        {t('common.close')}
      </Button>
    </div>
  );
};

export const HelpStrip = () => {
  const request = useRequest();
  const session = useSlice('session');
  const isRaised = useSlice('help')?.hand != null;
  const [asks, setAsks] = useState(false);
  const isAdvisor = session?.status === 'signed-in' && session.user?.role === 'advisor';
  const lower = () => void request('help.lower-hand', null);
  const raise = (words: string) => {
    setAsks(false);
    void request('help.raise-hand', { words });
  };
  useKeys(
    isAdvisor
      ? [
          {
            key: 'h',
            modifier: 'alt',
            whileTyping: 'works',
            act: () => (isRaised ? lower() : setAsks((was) => !was)),
          },
        ]
      : [],
  );
  if (session?.status === 'signed-in' && session.user?.role === 'team-lead')
    return <LeadMessages />;
  if (!isAdvisor) return null;
  return (
    <>
      {asks && !isRaised ? <AskForm onRaise={raise} onLeave={() => setAsks(false)} /> : null}
      <Raised onLower={lower} />
      <Visitors />
      <Watching />
      <AdvisorMessages />
      <Ordered />
    </>
  );
};
