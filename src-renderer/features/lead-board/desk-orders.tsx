/** « Son poste »: change her state, sign her out, free her desk, always with a reason. */
import { pauseReasons, pauseWords } from '@renderer/platform/advisor/pause-words.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { DeskOrder, GivenDeskOrder } from '@shared/contracts/http/desk-orders.ts';
import { type Seat, seatStateOf } from '@shared/domain/lead-board/seat.ts';
import { type FormEvent, useState } from 'react';
import styles from './board.module.css';

const css = styleNames(styles);

type Kind = DeskOrder['kind'];
const kinds: readonly Kind[] = ['change-state', 'free', 'sign-out'];
/** `ready`, `do-not-disturb`, or a reason of a pause. */
type Wanted = 'ready' | 'do-not-disturb' | (typeof pauseReasons)[number];

const orderOf = (kind: Kind, wanted: Wanted, reason: string): DeskOrder => {
  if (kind !== 'change-state') return { kind, reason };
  const isPause = wanted !== 'ready' && wanted !== 'do-not-disturb';
  return isPause
    ? { kind, state: 'pause', pauseReason: wanted, reason }
    : { kind, state: wanted, pauseReason: null, reason };
};

const OrderForm = ({
  kind,
  onGive,
  onLeave,
}: {
  readonly kind: Kind;
  readonly onGive: (order: DeskOrder) => void;
  readonly onLeave: () => void;
}) => {
  const { t } = useText();
  const [wanted, setWanted] = useState<Wanted>('ready');
  const [reason, setReason] = useState('');
  const give = (event: FormEvent) => {
    event.preventDefault();
    if (reason.trim() !== '') onGive(orderOf(kind, wanted, reason.trim()));
  };
  return (
    <form className={css('order')} onSubmit={give}>
      <p>{t(`board.order.what.${kind}`)}</p>
      {kind === 'change-state' ? (
        <select
          aria-label={t('board.order.state')}
          value={wanted}
          onChange={({ currentTarget }) => setWanted(currentTarget.value as Wanted)}
        >
          <option value="ready">{t('board.state.ready')}</option>
          {pauseReasons.map((one) => (
            <option key={one} value={one}>
              {pauseWords(one, t)}
            </option>
          ))}
          <option value="do-not-disturb">{t('board.state.do-not-disturb')}</option>
        </select>
      ) : null}
      <input
        // biome-ignore lint/a11y/noAutofocus: she has asked for it, and types the reason next
        autoFocus
        aria-label={t('board.order.reason')}
        placeholder={t('board.order.reason')}
        maxLength={200}
        value={reason}
        onChange={({ currentTarget }) => setReason(currentTarget.value)}
      />
      <div>
        <Button
          type="submit"
          size="small"
          look="primary"
          keys={['↵']}
          blocked={reason.trim() === '' ? t('board.order.needsReason') : undefined}
        >
          {t(`board.order.${kind}`)}
        </Button>
        <Button size="small" look="ghost" onClick={onLeave}>
          {t('board.order.leave')}
        </Button>
      </div>
    </form>
  );
};

export const DeskOrders = ({
  seat,
  onMove,
}: {
  readonly seat: Seat;
  /** « Déplacer de file »: what comes of it stands below. */
  readonly onMove: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [kind, setKind] = useState<Kind | null>(null);
  const [given, setGiven] = useState<GivenDeskOrder | null>(null);
  const isOff = seatStateOf(seat).state === 'offline';
  const isTalking = seat.now?.call?.phase === 'talking' && seat.line !== 'free';
  const whyNot = (one: Kind): string | undefined => {
    if (one === 'free') return isTalking ? t('board.order.talks') : undefined;
    return isOff ? t('board.order.isOff') : undefined;
  };
  const give = async (order: DeskOrder) => {
    const answer = await request('lead.order', { userId: seat.userId, order });
    if (!answer.ok) return;
    setGiven(answer.value);
    setKind(null);
  };
  return (
    <section aria-label={t('board.desk')}>
      <h3>{t('board.desk')}</h3>
      {kind === null ? (
        <div className={css('orders')}>
          {kinds.map((one) => (
            <Button key={one} size="small" blocked={whyNot(one)} onClick={() => setKind(one)}>
              {t(`board.order.${one}`)}
            </Button>
          ))}
          <Button size="small" keys={['D']} onClick={onMove}>
            {t('board.move.open')}
          </Button>
        </div>
      ) : (
        <OrderForm kind={kind} onGive={(order) => void give(order)} onLeave={() => setKind(null)} />
      )}
      {given === null ? null : (
        <p className={css('given')} role="status">
          {t(`board.order.outcome.${given.outcome === 'without-desktop' ? 'without' : 'sent'}`)}
        </p>
      )}
    </section>
  );
};
