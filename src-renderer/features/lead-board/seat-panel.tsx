/** The advisor that the lead looks at: her state against its time, what she asks for, her call, her desk. */

import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatNumber, formatTime, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useServices } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { SeatContext } from '@shared/contracts/http/seat-context.ts';
import type { BoardQueue, BoardSources } from '@shared/contracts/live/board.ts';
import { allowedMs } from '@shared/domain/lead-board/attention.ts';
import { type Seat, seatStateOf } from '@shared/domain/lead-board/seat.ts';
import type { Thresholds } from '@shared/domain/lead-board/thresholds.ts';
import { type ReactNode, useState } from 'react';
import styles from './board.module.css';
import { DeskOrders } from './desk-orders.tsx';
import { HelpWays } from './help-ways.tsx';
import { LastHour } from './last-hour.tsx';
import { QueueMoves } from './queue-moves.tsx';
import { seatIcons, seatWords } from './seat-words.ts';

const css = styleNames(styles);
const lookEveryMs = 20_000;

const StateLine = ({
  seat,
  queues,
  thresholds,
  now,
}: {
  readonly seat: Seat;
  readonly queues: readonly BoardQueue[];
  readonly thresholds: Thresholds;
  readonly now: number;
}) => {
  const { t } = useText();
  const brands = useBrands();
  const { state, since } = seatStateOf(seat);
  const allowed = allowedMs(state, thresholds);
  const lastsMs = since === null ? null : now - Date.parse(since);
  const call = seat.now?.call;
  const brand = brands.find(({ id }) => id === call?.brandId)?.name;
  const queue = queues.find(({ name }) => name === call?.queue)?.label ?? call?.queue;
  const about = [brand, call?.campaign ?? queue].filter((part) => part != null).join(', ');
  const isLate = allowed !== null && lastsMs !== null && lastsMs >= allowed;
  return (
    <div className={css('state', isLate && 'late')}>
      <Icon name={seatIcons[state]} size={20} />
      <b>{lastsMs === null ? '–' : formatTimer(lastsMs)}</b>
      <span>
        {seatWords(seat, t)}
        {allowed === null ? null : t('board.thresholdOf', { time: formatTimer(allowed) })}
        <small>{about}</small>
      </span>
    </div>
  );
};

const Asks = ({ seat }: { readonly seat: Seat }) => {
  const { t, language } = useText();
  const hand = seat.now?.hand;
  if (hand == null) return null;
  return (
    <div className={css('asks')}>
      <Icon name="hand" size={18} />
      <span>
        <b>{t('board.asksSince', { time: formatTime(Date.parse(hand.since), language) })}</b>
        {hand.words === '' ? null : <q>{`« ${hand.words} »`}</q>}
      </span>
    </div>
  );
};

const StuckNote = ({ seat }: { readonly seat: Seat }) => {
  const { t, language } = useText();
  const { stuck, unheardSince } = seat;
  const isAway = unheardSince !== null && seatStateOf(seat).state !== 'offline';
  if (stuck === null && !isAway) return null;
  const time = formatTime(Date.parse(stuck?.since ?? unheardSince ?? ''), language);
  const kind = stuck?.kind ?? 'unheard';
  return (
    <div className={css('stuck')}>
      <Icon name={stuck === null ? 'cloud-off' : 'alert'} size={18} />
      <span>
        <b>{t(`board.stuck.${kind}`, { time })}</b>
        <small>{t(`board.stuckWhy.${kind}`)}</small>
      </span>
    </div>
  );
};

const Fact = ({ name, children }: { readonly name: string; readonly children: ReactNode }) => (
  <div>
    <dt>{name}</dt>
    <dd>{children}</dd>
  </div>
);

const CallFacts = ({
  seat,
  context,
  now,
}: {
  readonly seat: Seat;
  readonly context: SeatContext | null;
  readonly now: number;
}) => {
  const { t, language } = useText();
  const call = seat.now?.call;
  const minutes = (since: string) => formatTimer(now - Date.parse(since));
  return (
    <dl className={css('facts')}>
      {call == null ? null : (
        <>
          <Fact name={t('board.call')}>
            {context?.customer == null
              ? t(`board.direction.${call.direction}`)
              : context.customer.name}
            {context?.customer?.openCase == null ? null : (
              <small>{context.customer.openCase}</small>
            )}
            {seat.value === null ? null : <small>{t(`board.value.${seat.value}`)}</small>}
          </Fact>
          {call.speech === null ? null : (
            <Fact name={t('board.speech')}>
              {context?.speech == null
                ? null
                : t('board.step', {
                    name: context.speech.step,
                    place: context.speech.place,
                    steps: context.speech.steps,
                  })}
              <small>{t('board.stepSince', { time: minutes(call.speech.since) })}</small>
            </Fact>
          )}
          <Fact name={t('board.line')}>
            {call.mos === null
              ? t('board.notMeasured')
              : t('quality.score', { mos: formatNumber(call.mos, language, 1) })}
          </Fact>
        </>
      )}
      <Fact name={t('board.phone')}>
        {t(`board.lineState.${seat.line}`)}
        <small>{t('board.extension', { extension: seat.extension })}</small>
      </Fact>
      {context === null ? null : (
        <Fact name={t('board.today')}>
          {t('board.callsToday', { count: context.today.calls })}
          {context.today.averageHandlingMs === null ? null : (
            <small>
              {t('board.averageToday', { time: formatTimer(context.today.averageHandlingMs) })}
            </small>
          )}
        </Fact>
      )}
      {seat.now?.next == null ? null : (
        <Fact name={t('board.after')}>{t(`state.${seat.now.next}`)}</Fact>
      )}
    </dl>
  );
};

/** The call as she has it, before anybody goes into it; and the line to write to her. */
const SeeCall = ({ seat }: { readonly seat: Seat }) => {
  const { t } = useText();
  const { screen } = useServices();
  const open = () => screen.setState({ screen: 'call-in-view', seenAdvisorId: seat.userId });
  useKeys([{ key: 'v', whileTyping: 'rests', act: open }]);
  return (
    <Button size="small" icon="eye" keys={['V']} onClick={open}>
      {t(seat.now?.call == null ? 'inView.writeTo' : 'inView.see')}
    </Button>
  );
};

export const SeatPanel = ({
  seat,
  queues,
  sources,
  thresholds,
  now,
  onClose,
}: {
  readonly seat: Seat;
  readonly queues: readonly BoardQueue[];
  readonly sources: BoardSources | null;
  readonly thresholds: Thresholds;
  readonly now: number;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  // Asked anew with each call, and now and then: what is seen of a customer is kept as seen.
  const { known } = useAsked('lead.seat', { userId: seat.userId }, lookEveryMs);
  const context = known?.value ?? null;
  const [isMoving, setMoving] = useState(false);
  const toggleMove = () => setMoving((was) => !was);
  useKeys([{ key: 'd', whileTyping: 'rests', act: toggleMove }]);
  return (
    <aside className={css('panel')} aria-label={seat.name}>
      <header>
        <h2>{seat.name}</h2>
        <Button look="ghost" size="small" icon="close" keys={['Esc']} onClick={onClose}>
          {t('board.close')}
        </Button>
      </header>
      <StateLine seat={seat} queues={queues} thresholds={thresholds} now={now} />
      <Asks seat={seat} />
      <StuckNote seat={seat} />
      <HelpWays seat={seat} sources={sources} />
      <SeeCall seat={seat} />
      <CallFacts seat={seat} context={context} now={now} />
      <DeskOrders seat={seat} onMove={toggleMove} />
      <QueueMoves seat={seat} isOpen={isMoving} onDone={toggleMove} now={now} />
      {context === null ? null : <LastHour hour={context.hour} now={now} />}
    </aside>
  );
};
