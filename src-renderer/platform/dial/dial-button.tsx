/** Any number on any screen: click calls it, in the name of the brand it stands under. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import styles from './dial-button.module.css';

export const DialButton = ({
  e164,
  customerId,
  brandId,
  callbackId = null,
}: {
  readonly e164: string;
  readonly customerId: string | null;
  readonly brandId: string | null;
  readonly callbackId?: string | null;
}) => {
  const { t } = useText();
  const request = useRequest();
  const display = displayNumber(e164);
  return (
    <button
      type="button"
      className={styles['dial']}
      title={t('dial.call', { number: display })}
      aria-label={t('dial.call', { number: display })}
      onClick={() => void request('call.dial', { number: e164, brandId, customerId, callbackId })}
    >
      {display}
    </button>
  );
};
