/** What becomes of an appointment before it begins: another hour, or none, with the reason. */
import { useModal } from '@renderer/platform/dialog/use-modal.ts';
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Appointment } from '@shared/domain/diary/appointment.ts';
import type { ErrorCode } from '@shared/kernel/error-codes.ts';
import { type FormEvent, useCallback, useEffect, useId, useRef, useState } from 'react';
import styles from './booking.module.css';
import { BookingDialog } from './booking-dialog.tsx';
import { useBooking } from './use-booking.ts';

const css = styleNames(styles);

export type AppointmentChange = 'move' | 'cancel';

type Changing = {
  readonly appointment: Appointment;
  readonly onClose: () => void;
  /** Once the hub has done it. */
  readonly onChanged: () => Promise<void>;
};

const Move = ({ appointment, onClose, onChanged }: Changing) => {
  const { customerId, brandId, customerName } = appointment;
  const booking = useBooking({ customerId, brandId, workId: null, moving: appointment });
  const { booked } = booking;
  const isDone = useRef(false);
  useEffect(() => {
    if (booked === null || isDone.current) return;
    isDone.current = true;
    void onChanged();
  }, [booked, onChanged]);
  return <BookingDialog booking={booking} name={customerName} onClose={onClose} />;
};

const Cancel = ({ appointment, onClose, onChanged }: Changing) => {
  const { t, language } = useText();
  const request = useRequest();
  const id = useId();
  const modal = useModal(onClose);
  const [reason, setReason] = useState('');
  const [failure, setFailure] = useState<ErrorCode | null>(null);
  const send = useCallback(
    async (event: FormEvent) => {
      event.preventDefault();
      const told = await request('diaries.cancel', {
        appointmentId: appointment.id,
        reason: reason.trim(),
      });
      // The reason that she typed stays.
      if (!told.ok) return setFailure(told.error.code);
      await onChanged();
      onClose();
    },
    [request, appointment.id, reason, onChanged, onClose],
  );
  return (
    <dialog {...modal} className={css('dialog')} aria-labelledby={id}>
      <form className={css('without')} onSubmit={(event) => void send(event)}>
        <h2 id={id}>
          {t('booking.cancelTitle', {
            name: appointment.customerName,
            day: formatDay(appointment.startsAt, language),
            time: formatTime(appointment.startsAt, language),
          })}
        </h2>
        <label>
          {t('booking.reason')}
          <input
            type="text"
            maxLength={300}
            autoFocus
            value={reason}
            onChange={(event) => setReason(event.currentTarget.value)}
          />
        </label>
        {failure === null ? null : (
          <p className={css('away')} role="alert">
            {t(`error.${failure}`)}
          </p>
        )}
        <span className={css('acts')}>
          <Button look="danger" type="submit" keys={['↵']}>
            {t('booking.cancelIt')}
          </Button>
          <Button look="ghost" keys={[t('key.escape')]} onClick={onClose}>
            {t('booking.keep')}
          </Button>
        </span>
      </form>
    </dialog>
  );
};

export const ChangeDialog = ({
  change,
  ...changing
}: Changing & { readonly change: AppointmentChange }) =>
  change === 'move' ? <Move {...changing} /> : <Cancel {...changing} />;
