/** A message to the customer: what it answers, by which way, its words; kept at each keystroke. */
import { formatDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline } from '@renderer/platform/store/services.tsx';
import { type Insertion, useInsertion } from '@renderer/platform/store/use-message.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Interaction } from '@shared/domain/interaction/interaction.ts';
import type { WrittenChannel } from '@shared/domain/message/message.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';
import { type KeyboardEvent, useState } from 'react';
import { AnswerPicker } from './answer-picker.tsx';
import { Addressed, Body, Subject, Ways } from './message-fields.tsx';
import { useMessagePane } from './use-message-pane.ts';
import styles from './written.module.css';

const css = styleNames(styles);

const Answered = ({ interaction }: { readonly interaction: Interaction }) => {
  const { t, language } = useText();
  const { channel, startedAt, customerWords, summary, title } = interaction;
  const day = formatDay(startedAt, language);
  return (
    <blockquote className={css('answered')}>
      <span>{t('write.answers-to', { channel: t(`channel.${channel}`), day })}</span>
      <p>{customerWords ?? summary ?? title}</p>
    </blockquote>
  );
};

type Props = {
  readonly bundle: CustomerBundle;
  /** What the speech of the call says now, written for this channel; null: nothing is said. */
  readonly stepWords: ((channel: WrittenChannel) => string) | null;
  readonly reasonCode: string | null;
};

type Acts = {
  readonly close: () => void;
  readonly send: () => void;
  readonly pick: () => void;
  readonly insertStep: () => void;
};

/** Keys of whatever in the pane has the focus; a key that is taken goes no further. */
const keysOf =
  ({ close, send, pick, insertStep }: Acts) =>
  (event: KeyboardEvent): void => {
    const { key, ctrlKey, altKey, shiftKey } = event;
    if (shiftKey || event.defaultPrevented) return;
    const letters: { readonly [letter: string]: () => void } = { i: pick, u: insertStep };
    const plain = key === 'Escape' && !ctrlKey && !altKey ? close : undefined;
    const sends = key === 'Enter' && ctrlKey && !altKey ? send : undefined;
    const act = altKey && !ctrlKey ? letters[key.toLowerCase()] : (plain ?? sends);
    if (act === undefined) return;
    event.preventDefault();
    act();
  };

const Inserts = ({
  insertStep,
  pick,
}: {
  readonly insertStep: (() => void) | null;
  readonly pick: () => void;
}) => {
  const { t } = useText();
  return (
    <div className={css('inserts')}>
      <Button size="small" icon="article" keys={['Alt', 'I']} onClick={pick}>
        {t('write.insertAnswer')}
      </Button>
      {insertStep === null ? null : (
        <Button size="small" icon="chat" keys={['Alt', 'U']} onClick={insertStep}>
          {t('write.insertStep')}
        </Button>
      )}
    </div>
  );
};

/** What was typed goes only when she says so twice. */
const Drop = ({
  of,
  empty,
}: {
  readonly of: { readonly drop: () => void };
  readonly empty: boolean;
}) => {
  const { t } = useText();
  const [asking, setAsking] = useState(false);
  return (
    <Button
      look={asking ? 'danger' : 'ghost'}
      size="small"
      onClick={() => (asking || empty ? of.drop() : setAsking(true))}
      onBlur={() => setAsking(false)}
    >
      {t(asking ? 'write.dropSurely' : 'write.drop')}
    </Button>
  );
};

const Open = ({
  insertion,
  bundle,
  stepWords,
  reasonCode,
}: Props & { readonly insertion: Insertion }) => {
  const { t } = useText();
  const { writing, insert } = insertion;
  const pane = useMessagePane(writing, bundle);
  const offline = useOffline();
  const [picking, setPicking] = useState(false);
  const { customer } = bundle;
  const name = formalName(customer, customer.language);
  const words = stepWords?.(writing.draft.channel) ?? '';
  const insertStep = () => (words === '' ? undefined : insert(words, null));
  const onKey = keysOf({ ...pane, insertStep, pick: () => setPicking(true) });
  const nowhere = pane.ways.some(({ allowed }) => allowed) ? undefined : t('write.nowhere');
  const blocked = pane.isHeld ? t('write.avoided.held') : nowhere;
  const props = { writing, pane };
  return (
    <section className={css('pane')} aria-label={t('write.to', { name })} onKeyDown={onKey}>
      <header className={css('head')}>
        <h2>{t(pane.answered === null ? 'write.to' : 'write.answering', { name })}</h2>
        <Button
          look="ghost"
          size="small"
          icon="close"
          keys={[t('key.escape')]}
          onClick={pane.close}
        >
          {t('write.later')}
        </Button>
      </header>
      {pane.answered === null ? null : <Answered interaction={pane.answered} />}
      <Ways {...props} />
      <Addressed {...props} />
      <Subject {...props} />
      <Body {...props} />
      {picking ? (
        <AnswerPicker
          insertion={insertion}
          language={customer.language === 'en' ? 'en' : 'fr'}
          reasonCode={reasonCode}
          onClose={() => setPicking(false)}
        />
      ) : (
        <Inserts insertStep={words === '' ? null : insertStep} pick={() => setPicking(true)} />
      )}
      {offline ? (
        <p className={css('offline')}>
          <Icon name="cloud-off" size={14} />
          {t('write.offline')}
        </p>
      ) : null}
      <footer className={css('acts')}>
        <i />
        <Drop of={pane} empty={writing.draft.body.trim() === ''} />
        <Button look="brand" icon="send" keys={['Ctrl', '↵']} blocked={blocked} onClick={pane.send}>
          {t('write.send')}
        </Button>
      </footer>
    </section>
  );
};

/** Nothing while no message to this customer is open. */
export const MessagePane = (props: Props) => {
  const insertion = useInsertion();
  if (insertion?.writing.item.customerId !== props.bundle.customer.id) return null;
  return <Open key={insertion.writing.item.id} {...props} insertion={insertion} />;
};
