/** How long it is: of an SMS how many it takes and why, of a letter only when its end comes near (WRITE-9). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { SmsCount } from '@renderer/platform/message/sms-count.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { bodyAtMost, type WrittenChannel } from '@shared/domain/message/message.ts';
import styles from './written.module.css';

const css = styleNames(styles);
const nearTheEnd = 400;

export const BodyCount = ({
  id,
  brandId,
  channel,
  body,
}: {
  readonly id: string;
  readonly brandId: string;
  readonly channel: WrittenChannel;
  readonly body: string;
}) => {
  const { t } = useText();
  const text = body.trim();
  const over = text.length - bodyAtMost;
  if (over > 0)
    return (
      <p id={id} className={css('count', 'over')}>
        {t('write.over', { count: over })}
      </p>
    );
  if (channel !== 'sms')
    return (
      <p id={id} className={css('count')}>
        {over > -nearTheEnd ? t('write.left', { count: -over }) : ''}
      </p>
    );
  return (
    <p id={id} className={css('count')}>
      <SmsCount text={text} brandId={brandId} />
    </p>
  );
};
