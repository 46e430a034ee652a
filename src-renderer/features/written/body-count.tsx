/** How long it is: of an SMS how many it takes and why, of a letter only when its end comes near (WRITE-9). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { bodyAtMost, type WrittenChannel } from '@shared/domain/message/message.ts';
import { smsLength } from './sms-length.ts';
import styles from './written.module.css';

const css = styleNames(styles);
const nearTheEnd = 400;

export const BodyCount = ({
  id,
  channel,
  body,
}: {
  readonly id: string;
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
  const { signs, segments, alphabet, wide } = smsLength(text);
  const parts = [t('write.signs', { count: signs }), t('write.segments', { count: segments })];
  return (
    <p id={id} className={css('count')}>
      {parts.join(' · ')}
      {alphabet === 'ucs-2' ? (
        <em>{t('write.wide', { signs: wide.slice(0, 4).join(' ') })}</em>
      ) : null}
    </p>
  );
};
