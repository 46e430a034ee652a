/**
 * The numbers of a card as the customer says them, to be checked and typed on at the bank's terminal.
 * They can be typed once the switch has stopped recording, and are forgotten with the field: none is
 * kept, sent or logged (PCI DSS 3.3.1).
 */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type FocusEvent, useEffect, useRef, useState } from 'react';
import { isCardNumber } from './card-number.ts';
import styles from './payment-fields.module.css';
import { useRecording } from './use-recording.ts';

const css = styleNames(styles);
const fields = [
  { name: 'number', most: 23 },
  { name: 'expiry', most: 5 },
  { name: 'code', most: 4 },
] as const;
type Field = (typeof fields)[number]['name'];
const nothing: Readonly<Record<Field, string>> = { number: '', expiry: '', code: '' };

/** In pause from the first field that is entered until the last is left, or the panel closes. */
const usePayment = (callId: string) => {
  const request = useRequest();
  const one = useRecording(callId);
  const [typed, setTyped] = useState(nothing);
  const inside = useRef(false);
  const isQuiet =
    one !== null && one.state !== 'unknown' && one.state !== 'recording' && !one.pending;
  const [asked, setAsked] = useState(false);
  const open = isQuiet && asked;
  const enter = () => {
    if (inside.current) return;
    inside.current = true;
    setAsked(true);
    void request('recording.pause', { callId, cause: 'payment' });
  };
  const leave = () => {
    if (!inside.current) return;
    inside.current = false;
    setAsked(false);
    setTyped(nothing);
    void request('recording.resume', { callId, cause: 'payment' });
  };
  const latest = useRef(leave);
  useEffect(() => {
    latest.current = leave;
  });
  useEffect(() => () => latest.current(), []);
  return { asked, open, typed, setTyped, enter, leave };
};

export const PaymentFields = ({
  callId,
  label,
}: {
  readonly callId: string;
  /** What they are called where they stand; their own name without it. */
  readonly label?: string;
}) => {
  const { t } = useText();
  const title = label ?? t('recording.payment.title');
  const { asked, open, typed, setTyped, enter, leave } = usePayment(callId);
  const blur = ({ currentTarget, relatedTarget }: FocusEvent<HTMLFieldSetElement>) => {
    if (!currentTarget.contains(relatedTarget)) leave();
  };
  const digits = typed.number.replace(/\D/g, '');
  return (
    <fieldset aria-label={title} className={css('payment')} onFocus={enter} onBlur={blur}>
      <h3>{title}</h3>
      <p className={css('quiet')} role="status">
        {t(
          open
            ? 'recording.payment.open'
            : asked
              ? 'recording.payment.waiting'
              : 'recording.payment.detail',
        )}
      </p>
      {fields.map(({ name, most }) => (
        <label key={name}>
          {t(`recording.payment.${name}`)}
          <input
            inputMode="numeric"
            autoComplete="off"
            maxLength={most}
            type={name === 'code' ? 'password' : 'text'}
            value={typed[name]}
            readOnly={!open}
            onChange={(event) => setTyped({ ...typed, [name]: event.currentTarget.value })}
          />
        </label>
      ))}
      {digits.length < 12 ? null : (
        <p role="alert" className={css(isCardNumber(digits) ? 'right' : 'wrong')}>
          {t(isCardNumber(digits) ? 'recording.payment.right' : 'recording.payment.wrong')}
        </p>
      )}
    </fieldset>
  );
};
