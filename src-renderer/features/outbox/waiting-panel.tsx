/** Not gone yet, and not refused: why it waits, and the little that she may do. */
import { formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OutboxItem } from '@shared/contracts/engine/outbox.ts';
import styles from './outbox.module.css';
import { kindKey } from './outbox-words.ts';

const css = styleNames(styles);

export const WaitingPanel = ({ item }: { readonly item: OutboxItem }) => {
  const { t, language } = useText();
  const request = useRequest();
  const sendNow = () => void request('outbox.send-now', {});
  useKeys([{ key: 'Digit1', whileTyping: 'rests', act: sendNow }]);
  const reason = item.reason ?? 'sending';
  return (
    <article className={css('panel')}>
      <header>
        <Tag tone={reason === 'sending' ? 'plain' : 'warn'} icon="cloud-up">
          {t(`outbox.status.${item.status}`)}
        </Tag>
        <span className={css('when')}>
          {t('outbox.madeAt', { time: formatSecond(item.madeAt, language) })}
        </span>
      </header>
      <h2>{[t(kindKey(item.kind)), item.customerName].filter(Boolean).join(' · ')}</h2>
      <p>
        <b>{t(`outbox.reason.${reason}`)}</b> {t(`outbox.reasonRemedy.${reason}`)}
      </p>
      <div className={css('acts')}>
        <Button look="primary" keys={['1']} aria-keyshortcuts="1" onClick={sendNow}>
          {t('outbox.sendNow')}
        </Button>
      </div>
    </article>
  );
};
