/** Channel, address, subject and words; what is wrong is said at its field. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { SavedLine } from '@renderer/platform/saved/saved-line.tsx';
import { useScreen, useServices } from '@renderer/platform/store/services.tsx';
import type { Writing } from '@renderer/platform/store/use-message.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { MessageFault } from '@shared/domain/message/message-fault.ts';
import type { MessageWay } from '@shared/domain/message/message-ways.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { type SyntheticEvent, useEffect, useId, useRef } from 'react';
import { AvoidedLines } from './avoided-lines.tsx';
import { BodyCount } from './body-count.tsx';
import type { MessagePaneState } from './use-message-pane.ts';
import styles from './written.module.css';

const css = styleNames(styles);
type Props = { readonly writing: Writing; readonly pane: MessagePaneState };

const shownAddress = (address: string): string =>
  address.startsWith('+') ? displayNumber(address) : address;

const Wrong = ({ id, fault }: { readonly id: string; readonly fault: MessageFault | null }) => {
  const { t } = useText();
  return fault === null ? null : (
    <p id={id} className={css('wrong')} role="alert">
      <Icon name="alert" size={14} />
      {t(`write.wrong.${fault.field}.${fault.code}`)}
    </p>
  );
};

const Way = ({
  way,
  chosen,
  onChoose,
}: {
  readonly way: MessageWay;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) => {
  const { t } = useText();
  const { channel, consent, allowed } = way;
  const state = !allowed ? 'opposed' : ['given', 'expiring'].includes(consent) ? 'given' : 'here';
  return (
    <button
      type="button"
      className={css('way', chosen && 'chosen')}
      aria-pressed={chosen}
      disabled={!allowed}
      onClick={onChoose}
    >
      <Icon name={channel} size={16} />
      <span>
        <b>{t(`channel.${channel}`)}</b>
        <small className={css(state)}>{t(`write.consent.${state}`)}</small>
      </span>
    </button>
  );
};

export const Ways = ({ writing, pane }: Props) => {
  const { t } = useText();
  const id = useId();
  const fault = pane.fault?.field === 'channel' ? pane.fault : null;
  if (pane.ways.length === 0)
    return (
      <p className={css('nowhere')} role="status">
        <Icon name="alert" size={16} />
        {t('write.nowhere')}
      </p>
    );
  return (
    <fieldset className={css('ways')}>
      <legend className="sr-only">{t('write.channel')}</legend>
      {pane.ways.map((way) => (
        <Way
          key={way.channel}
          way={way}
          chosen={way.channel === writing.draft.channel}
          onChoose={() => pane.choose(way)}
        />
      ))}
      <Wrong id={id} fault={fault} />
    </fieldset>
  );
};

export const Addressed = ({ writing, pane }: Props) => {
  const { t } = useText();
  const id = useId();
  const { to, channel } = writing.draft;
  const addresses = pane.way?.addresses ?? [];
  const fault = pane.fault?.field === 'to' ? pane.fault : null;
  if (addresses.length === 0 && fault === null && (channel === 'chat' || channel === 'social'))
    return <p className={css('into')}>{t('write.into', { channel: t(`channel.${channel}`) })}</p>;
  const known = to === null || addresses.includes(to) ? addresses : [to, ...addresses];
  return (
    <div className={css('line')}>
      <label htmlFor={id}>{t('write.address')}</label>
      <select
        id={id}
        value={to ?? ''}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => pane.change({ to: event.currentTarget.value })}
      >
        {known.map((address) => (
          <option key={address} value={address}>
            {shownAddress(address)}
          </option>
        ))}
      </select>
      <Wrong id={`${id}-wrong`} fault={fault} />
    </div>
  );
};

export const Subject = ({ writing, pane }: Props) => {
  const { t } = useText();
  const id = useId();
  const fault = pane.fault?.field === 'subject' ? pane.fault : null;
  if (writing.draft.channel !== 'email') return null;
  return (
    <div className={css('line')}>
      <label htmlFor={id}>{t('write.subject')}</label>
      <input
        id={id}
        type="text"
        value={writing.draft.subject}
        aria-invalid={fault !== null}
        aria-describedby={`${id}-wrong`}
        onChange={(event) => pane.change({ subject: event.currentTarget.value })}
      />
      <Wrong id={`${id}-wrong`} fault={fault} />
    </div>
  );
};

/** The cursor is known to whoever inserts; what was inserted puts it after its words. */
const useCaret = () => {
  const { screen } = useServices();
  const caret = useScreen((state) => state.caret);
  const field = useRef<HTMLTextAreaElement>(null);
  useEffect(() => {
    const text = field.current;
    if (text === null) return;
    const isThere = text.selectionStart === caret.start && text.selectionEnd === caret.end;
    if (isThere && document.activeElement === text) return;
    text.focus();
    text.setSelectionRange(caret.start, caret.end);
  }, [caret]);
  const follow = (event: SyntheticEvent<HTMLTextAreaElement>) => {
    const { selectionStart: start, selectionEnd: end } = event.currentTarget;
    const known = screen.getState().caret;
    if (known.start !== start || known.end !== end) screen.setState({ caret: { start, end } });
  };
  return { field, follow };
};

export const Body = ({ writing, pane }: Props) => {
  const { t } = useText();
  const id = useId();
  const { draft } = writing;
  const { field, follow } = useCaret();
  const fault = pane.fault?.field === 'body' ? pane.fault : null;
  return (
    <>
      <textarea
        ref={field}
        className={css('body')}
        aria-label={t('write.body')}
        placeholder={t('write.placeholder')}
        value={draft.body}
        aria-invalid={fault !== null || pane.isHeld}
        aria-describedby={`${id} ${id}-wrong`}
        onChange={(event) => {
          pane.change({ body: event.currentTarget.value });
          follow(event);
        }}
        onSelect={follow}
      />
      <Wrong id={`${id}-wrong`} fault={fault} />
      <AvoidedLines avoided={pane.avoided} />
      <div className={css('under')}>
        <BodyCount
          id={id}
          brandId={writing.item.brandId}
          channel={draft.channel}
          body={draft.body}
        />
        <SavedLine {...writing} />
      </div>
    </>
  );
};
