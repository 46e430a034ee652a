/**
 * The way to an appointment, any time of a call: by its key, and by itself when the call is qualified
 * as the success of a campaign for appointments (DIARY-15).
 */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useDraft, useRequest } from '@renderer/platform/store/services.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { Customer } from '@shared/domain/customer/customer.ts';
import { nameOf } from '@shared/domain/customer/name-of.ts';
import { useCallback, useEffect, useRef, useState } from 'react';
import styles from './booking.module.css';
import { BookingDialog } from './booking-dialog.tsx';
import { StandingLine } from './standing-line.tsx';
import { type Booking, useBooking } from './use-booking.ts';

const css = styleNames(styles);

const isAppointment = ({ settings }: CampaignView, brandId: string, code: string): boolean =>
  settings.brandId === brandId &&
  settings.goal === 'appointments' &&
  settings.outcomes.some(
    ({ dispositionCode, consequence }) => dispositionCode === code && consequence === 'success',
  );

/** Opens once for each choice of such a qualification, not when the screen comes back to it. */
const useOpensBy = (work: WorkItem, open: () => void): void => {
  const request = useRequest();
  const code = useDraft(work).draft.dispositionCode;
  const before = useRef(code);
  const { brandId } = work;
  useEffect(() => {
    if (code === before.current) return;
    before.current = code;
    if (code === null) return;
    const ask = async () => {
      const told = await request('campaigns.mine', {});
      if (told.ok && told.value.campaigns.some((one) => isAppointment(one, brandId, code))) open();
    };
    void ask();
  }, [code, brandId, request, open]);
};

const Standing = ({ booking }: { readonly booking: Booking }) => {
  const { t } = useText();
  const coming = booking.hours?.appointments ?? [];
  return (
    <>
      {booking.booked?.status === 'proposed' ? (
        <p className={css('standing', 'waits')} role="status">
          <Icon name="database" size={16} />
          {t('booking.proposed-later')}
        </p>
      ) : null}
      {coming.map((one) => (
        <StandingLine key={one.id} one={one} onChanged={booking.again} />
      ))}
    </>
  );
};

export const BookFoot = ({
  work,
  customer,
}: {
  readonly work: WorkItem;
  readonly customer: Customer;
}) => {
  const { t } = useText();
  const [isOpen, setOpen] = useState(false);
  const { id: workId, brandId } = work;
  const booking = useBooking({ customerId: customer.id, brandId, workId });
  const { again } = booking;
  // What is free has changed since the call began.
  const open = useCallback(() => {
    setOpen(true);
    void again();
  }, [again]);
  const close = useCallback(() => setOpen(false), []);
  useKeys([{ key: 'v', modifier: 'alt', whileTyping: 'works', act: open }]);
  useOpensBy(work, open);
  // A brand without representatives has nothing to book.
  const because = booking.hours?.because;
  if (because === 'nobody-covers' && !isOpen) return <Standing booking={booking} />;
  return (
    <div className={css('foot')}>
      <Standing booking={booking} />
      <button type="button" aria-keyshortcuts="Alt+V" onClick={open}>
        <Icon name="calendar" size={16} />
        <span>{t('booking.open')}</span>
        <KeyCaps keys={['Alt', 'V']} />
      </button>
      {isOpen ? <BookingDialog booking={booking} name={nameOf(customer)} onClose={close} /> : null}
    </div>
  );
};
