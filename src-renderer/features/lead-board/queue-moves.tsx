/** « Ses files »: which queues she serves, what was ordered of it for a time, and how that ends. */
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Distribution } from '@shared/contracts/http/distribution.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import styles from './board.module.css';
import { QueueMoveForm } from './queue-move-form.tsx';
import moves from './queue-moves.module.css';

const css = styleNames(styles);
const own = styleNames(moves);
/** Another lead may move her as well, and what is over goes by itself. */
const lookEveryMs = 10_000;

type Order = {
  readonly what: 'moves' | 'pauses';
  readonly id: string;
  readonly kind: 'in' | 'out' | 'pause';
  readonly queue: string | null;
  readonly reason: string;
  readonly until: string;
};

const inForce = ({ moves, pauses }: Distribution, userId: string, now: number): Order[] => {
  const holds = (one: { readonly userId: string; readonly until: string }) =>
    one.userId === userId && Date.parse(one.until) > now;
  return [
    ...moves
      .filter(holds)
      .map(({ direction, ...one }) => ({ ...one, what: 'moves' as const, kind: direction })),
    ...pauses
      .filter(holds)
      .map((one) => ({ ...one, what: 'pauses' as const, kind: 'pause' as const })),
  ];
};

const InForce = ({
  order,
  label,
  onEnd,
}: {
  readonly order: Order;
  readonly label: string;
  readonly onEnd: () => void;
}) => {
  const { t, language } = useText();
  const time = formatTime(Date.parse(order.until), language);
  return (
    <li>
      <Icon name={order.kind === 'pause' ? 'pause' : 'transfer'} size={16} />
      <span>
        <b>{t(`board.move.is.${order.kind}`, { queue: label })}</b>
        <small>{t('board.move.untilWhy', { time, reason: order.reason })}</small>
      </span>
      <Button
        size="small"
        look="ghost"
        aria-label={t('board.move.endOf', { queue: label })}
        onClick={onEnd}
      >
        {t('board.move.end')}
      </Button>
    </li>
  );
};

export const QueueMoves = ({
  seat,
  isOpen,
  now,
  onDone,
}: {
  readonly seat: Seat;
  readonly isOpen: boolean;
  readonly now: number;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const { known, reload } = useAsked('lead.distribution', {}, lookEveryMs);
  const all = known?.value ?? null;
  if (all === null)
    return isOpen && known !== null ? (
      <p className={css('given')} role="status">
        {t('board.move.unknown')}
      </p>
    ) : null;
  const orders = inForce(all, seat.userId, now);
  const served = all.queues.filter(({ members }) =>
    members.some(({ userId, isThere }) => userId === seat.userId && isThere),
  );
  const labelOf = (queue: string | null) =>
    queue === null
      ? t('board.move.all')
      : (all.queues.find((one) => one.queue === queue)?.label ?? queue);
  const end = async ({ what, id }: Order) => {
    await request('lead.end-move', { what, id });
    await reload();
  };
  const finish = async () => {
    onDone();
    await reload();
  };
  return (
    <section aria-label={t('board.move.title')}>
      <h3>{t('board.move.title')}</h3>
      <p className={css('given')}>
        {served.length === 0
          ? t('board.move.servesNone')
          : served.map(({ label }) => label).join(', ')}
        {all.switch === 'away' ? ` ${t('board.move.switchAway')}` : null}
      </p>
      {orders.length === 0 ? null : (
        <ul className={own('orders')}>
          {orders.map((order) => (
            <InForce
              key={order.id}
              order={order}
              label={labelOf(order.queue)}
              onEnd={() => void end(order)}
            />
          ))}
        </ul>
      )}
      {isOpen ? (
        <QueueMoveForm
          seat={seat}
          queues={all.queues}
          onDone={() => void finish()}
          onLeave={onDone}
        />
      ) : null}
    </section>
  );
};
