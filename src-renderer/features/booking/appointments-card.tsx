/** Her appointments on her card, outside of a call: what comes, moved or cancelled there, and a new one (DIARY-32). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { nameOf } from '@shared/domain/customer/name-of.ts';
import { useCallback, useState } from 'react';
import styles from './booking.module.css';
import { BookingDialog } from './booking-dialog.tsx';
import { StandingLine } from './standing-line.tsx';
import { useBooking } from './use-booking.ts';

const css = styleNames(styles);

export const AppointmentsCard = ({
  customer,
  brandId,
}: {
  readonly customer: Customer;
  readonly brandId: string;
}) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const booking = useBooking({ customerId: customer.id, brandId, workId: null });
  const { again, hours } = booking;
  const open = useCallback(() => {
    setOpen(true);
    void again();
  }, [again]);
  const close = useCallback(() => setOpen(false), []);
  const coming = hours?.appointments ?? [];
  const nobodyGoes = hours === null || hours.because === 'nobody-covers';
  useKeys(nobodyGoes ? [] : [{ key: 'v', modifier: 'alt', whileTyping: 'works', act: open }]);
  if (nobodyGoes && coming.length === 0) return null;
  return (
    <section className={css('card')} aria-label={t('booking.card')}>
      <h2>{t('booking.card')}</h2>
      {coming.map((one) => (
        <StandingLine key={one.id} one={one} onChanged={again} />
      ))}
      {booking.booked?.status === 'proposed' ? (
        <p className={css('away')} role="status">
          {t('booking.proposed-later')}
        </p>
      ) : null}
      {hours?.known === false ? (
        <p className={css('away')} role="status">
          {t('booking.cardAway')}
        </p>
      ) : null}
      {coming.length === 0 && hours?.known === true ? (
        <p className={css('none')}>{t('booking.cardNone')}</p>
      ) : null}
      {nobodyGoes ? null : (
        <Button size="small" icon="calendar" keys={['Alt', 'V']} onClick={open}>
          {t('booking.open')}
        </Button>
      )}
      {isOpen ? <BookingDialog booking={booking} name={nameOf(customer)} onClose={close} /> : null}
    </section>
  );
};
