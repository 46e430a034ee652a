/** Where this speech comes from, when the customer has said half of it already. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './step-parts.module.css';

const css = styleNames(styles);

export const HandedNote = ({ speech }: { readonly speech: Speech }) => {
  const { t, language } = useText();
  const me = useSlice('session')?.user?.id;
  const { handed, record, startOver } = speech;
  if (handed === null || record.from?.interactionId !== handed.interaction.id) return null;
  const { advisorId, endedAt } = handed.interaction;
  const who = advisorId === me ? 'mine' : 'colleague';
  return (
    <p className={css('handed')}>
      <Icon name={handed.cause === 'handed-over' ? 'transfer' : 'resume'} size={15} />
      <span>
        {t(`speech.handed.${handed.cause}.${who}`, {
          time: endedAt === null ? '' : formatTime(Date.parse(endedAt), language),
        })}
      </span>
      <button type="button" onClick={startOver}>
        {t('speech.handed.startOver')}
      </button>
    </p>
  );
};
