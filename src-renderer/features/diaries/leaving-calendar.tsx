/** A calendar that is disconnected: whether the appointments that Parlance put there stay (DIARY-40). */
import { useModal } from '@renderer/platform/dialog/use-modal.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { DiarySource } from '@shared/contracts/http/diaries.ts';
import { useId } from 'react';
import styles from './diaries.module.css';

const css = styleNames(styles);

export const LeavingCalendar = ({
  calendar: { name, appointments },
  onLeave,
  onClose,
}: {
  readonly calendar: DiarySource;
  readonly onLeave: (ours: 'stay' | 'take-away') => Promise<void>;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const id = useId();
  const modal = useModal(onClose);
  const leave = async (ours: 'stay' | 'take-away') => {
    await onLeave(ours);
    onClose();
  };
  return (
    <dialog {...modal} className={css('dialog')} aria-labelledby={id}>
      <h2 id={id}>{t('diaries.calendar.leaving', { name })}</h2>
      <p>{t('diaries.calendar.ours', { count: appointments })}</p>
      <footer>
        <Button keys={[t('key.escape')]} onClick={onClose}>
          {t('diaries.calendar.keep')}
        </Button>
        <Button onClick={() => void leave('stay')}>{t('diaries.calendar.leave')}</Button>
        <Button look="danger" onClick={() => void leave('take-away')}>
          {t('diaries.calendar.takeAway')}
        </Button>
      </footer>
    </dialog>
  );
};
