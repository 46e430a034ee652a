/** An appointment that is to come: when and where, and what may become of it. */
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import { useState } from 'react';
import styles from './booking.module.css';
import { type AppointmentChange, ChangeDialog } from './change-dialog.tsx';

const css = styleNames(styles);

export const StandingLine = ({
  one,
  onChanged,
}: {
  readonly one: Appointment;
  readonly onChanged: () => Promise<void>;
}) => {
  const { t, language } = useText();
  const [change, begin] = useState<AppointmentChange | null>(null);
  const words = {
    day: formatDay(one.startsAt, language),
    time: formatTime(one.startsAt, language),
    place: one.place.commune,
  };
  return (
    <div className={css('standing')}>
      <Icon name="calendar" size={16} />
      <span role="status">{t('booking.standing', words)}</span>
      <span className={css('acts')}>
        <Button size="small" aria-label={t('booking.moveOf', words)} onClick={() => begin('move')}>
          {t('booking.move')}
        </Button>
        <Button
          size="small"
          look="ghost"
          aria-label={t('booking.cancelOf', words)}
          onClick={() => begin('cancel')}
        >
          {t('booking.cancel')}
        </Button>
      </span>
      {change === null ? null : (
        <ChangeDialog
          change={change}
          appointment={one}
          onClose={() => begin(null)}
          onChanged={onChanged}
        />
      )}
    </div>
  );
};
