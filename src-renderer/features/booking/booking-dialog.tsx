/** The hours that can be offered to her: one digit and Enter, more by day with the arrows. */
import { useModal } from '@renderer/platform/dialog/use-modal.ts';
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { ChoiceList } from '@renderer/ui/parts/choice-list.tsx';
import { LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { OfferedSlot } from '@shared/contracts/http/diaries.ts';
import { useEffect, useId, useRef, useState } from 'react';
import styles from './booking.module.css';
import { ProposeWithout } from './propose-without.tsx';
import { type Booking, dayOfSlot, hoursByDay } from './use-booking.ts';

const css = styleNames(styles);
const idOf = ({ representativeId, startsAt }: OfferedSlot): string =>
  `${representativeId} ${startsAt}`;

type Hours = {
  readonly proposed: readonly OfferedSlot[];
  readonly days: readonly (readonly [string, readonly OfferedSlot[]])[];
};

const ByDay = ({
  days,
  dayAt,
  chosenId,
  onDay,
  onChoose,
}: {
  readonly days: Hours['days'];
  readonly dayAt: number;
  readonly chosenId: string | null;
  readonly onDay: (at: number) => void;
  readonly onChoose: (slot: OfferedSlot) => void;
}) => {
  const { t, language } = useText();
  const [, slots = []] = days[dayAt] ?? [];
  const first = slots[0];
  return (
    <section className={css('byDay')} aria-label={t('booking.byDay')}>
      <header>
        <Button look="ghost" keys={['←']} onClick={() => onDay(dayAt - 1)}>
          {t('booking.dayBefore')}
        </Button>
        <h3>{first === undefined ? null : formatDay(first.startsAt, language)}</h3>
        <Button look="ghost" keys={['→']} onClick={() => onDay(dayAt + 1)}>
          {t('booking.dayAfter')}
        </Button>
      </header>
      <div className={css('slots')}>
        {slots.map((slot) => (
          <button
            key={idOf(slot)}
            type="button"
            title={slot.representativeName}
            aria-pressed={idOf(slot) === chosenId}
            onClick={() => onChoose(slot)}
          >
            {formatTime(slot.startsAt, language)}
          </button>
        ))}
      </div>
    </section>
  );
};

/** Which hour is chosen and which day is shown: by digits, arrows and clicks. */
const useChosen = ({ proposed, days }: Hours) => {
  const [chosen, choose] = useState<OfferedSlot | null>(proposed[0] ?? null);
  const [dayAt, setDay] = useState(0);
  const goTo = (at: number) => setDay(Math.max(0, Math.min(days.length - 1, at)));
  const pick = (slot: OfferedSlot | undefined) => {
    if (slot === undefined) return;
    choose(slot);
    goTo(days.findIndex(([day]) => day === dayOfSlot(slot)));
  };
  const ofDay = days[dayAt]?.[1] ?? [];
  const step = (by: number) => {
    const at = ofDay.findIndex((one) => chosen !== null && idOf(one) === idOf(chosen));
    pick(ofDay[Math.max(0, Math.min(ofDay.length - 1, at + by))]);
  };
  useKeys(
    [
      ...proposed.map((slot, at) => ({
        key: `Digit${at + 1}`,
        whileTyping: 'rests' as const,
        act: () => pick(slot),
      })),
      { key: 'ArrowLeft', whileTyping: 'rests', act: () => goTo(dayAt - 1) },
      { key: 'ArrowRight', whileTyping: 'rests', act: () => goTo(dayAt + 1) },
      { key: 'ArrowDown', whileTyping: 'rests', act: () => step(1) },
      { key: 'ArrowUp', whileTyping: 'rests', act: () => step(-1) },
    ],
    'overlay',
  );
  return { chosen, dayAt, goTo, pick };
};

const Offer = ({ booking, hours }: { readonly booking: Booking; readonly hours: Hours }) => {
  const { t, language } = useText();
  const { proposed, days } = hours;
  const { chosen, dayAt, goTo, pick } = useChosen(hours);
  const confirm = () => (chosen === null ? undefined : void booking.book(chosen));
  const rows = proposed.map((slot, at) => ({
    id: idOf(slot),
    key: String(at + 1),
    label: t('booking.slot', {
      day: formatDay(slot.startsAt, language),
      time: formatTime(slot.startsAt, language),
    }),
    hint: slot.representativeName,
  }));
  const button = useRef<HTMLButtonElement>(null);
  // Enter books whatever is chosen, also after a click on an hour.
  // biome-ignore lint/correctness/useExhaustiveDependencies: each choice brings the focus back
  useEffect(() => button.current?.focus(), [chosen]);
  return (
    <>
      <ChoiceList
        label={t('booking.proposed')}
        rows={rows}
        selectedId={chosen === null ? null : idOf(chosen)}
        onChoose={(id) => pick(proposed.find((slot) => idOf(slot) === id))}
      />
      <ByDay
        days={days}
        dayAt={dayAt}
        chosenId={chosen === null ? null : idOf(chosen)}
        onDay={goTo}
        onChoose={pick}
      />
      <Button
        ref={button}
        look="primary"
        size="large"
        icon="calendar"
        keys={['↵']}
        blocked={booking.isBooking ? t('booking.asking') : undefined}
        onClick={confirm}
      >
        {chosen === null
          ? t('booking.choose')
          : t(booking.isMove ? 'booking.moveTo' : 'booking.book', {
              day: formatDay(chosen.startsAt, language),
              time: formatTime(chosen.startsAt, language),
              name: chosen.representativeName,
            })}
      </Button>
    </>
  );
};

const Content = ({ booking }: { readonly booking: Booking }) => {
  const { t } = useText();
  const { hours, isLost } = booking;
  if (hours === null) return <LoadingLines label={t('common.loading')} />;
  const { proposed, slots, because, known } = hours;
  const days = [...hoursByDay(slots)];
  return (
    <>
      {isLost ? (
        <p className={css('lost')} role="alert">
          <Icon name="alert" size={16} />
          {t('booking.lost')}
        </p>
      ) : null}
      {known ? null : (
        <p className={css('away')} role="status">
          <Icon name="cloud-off" size={16} />
          {t(booking.isMove ? 'booking.moveAway' : 'booking.away')}
        </p>
      )}
      {because === null ? null : <p className={css('none')}>{t(`booking.because.${because}`)}</p>}
      {proposed.length === 0 || (booking.isMove && !known) ? null : (
        <Offer key={proposed.map(idOf).join()} booking={booking} hours={{ proposed, days }} />
      )}
      {!known && proposed.length === 0 && !booking.isMove ? (
        <ProposeWithout booking={booking} />
      ) : null}
    </>
  );
};

export const BookingDialog = ({
  booking,
  name,
  onClose,
}: {
  readonly booking: Booking;
  readonly name: string;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const modal = useModal(onClose);
  const titleId = useId();
  useEffect(() => {
    if (booking.booked !== null) onClose();
  }, [booking.booked, onClose]);
  return (
    <dialog {...modal} className={css('dialog')} aria-labelledby={titleId}>
      <header>
        <h2 id={titleId}>{t(booking.isMove ? 'booking.moveTitle' : 'booking.title', { name })}</h2>
        <Button look="ghost" keys={[t('key.escape')]} onClick={onClose}>
          {t('booking.close')}
        </Button>
      </header>
      <Content booking={booking} />
    </dialog>
  );
};
