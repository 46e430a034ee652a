/** Where this speech comes from, when the customer has said half of it already. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useOffline, useSlice } from '@renderer/platform/store/services.tsx';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { useEffect } from 'react';
import styles from './step-parts.module.css';

const css = styleNames(styles);

/** What a colleague answered is not here: said while it may still come (SPEECH-36). */
const Missing = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const offline = useOffline();
  if (work.takenOver !== true || !offline) return null;
  return (
    <p className={css('handed')} role="status">
      <Icon name="cloud-off" size={15} />
      <span>{t('speech.handed.missing')}</span>
    </p>
  );
};

export const HandedNote = ({
  speech,
  work,
}: {
  readonly speech: Speech;
  readonly work: WorkItem;
}) => {
  const { t, language } = useText();
  const me = useSlice('session')?.user?.id;
  const { handed, record, startOver, fillIn } = speech;
  const isNew = handed !== null && record.from === undefined;
  useEffect(() => {
    if (isNew) fillIn();
  }, [isNew, fillIn]);
  if (handed === null) return <Missing work={work} />;
  const { from } = record;
  if (from?.interactionId !== handed.interaction.id || from.startedOver === true) return null;
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
