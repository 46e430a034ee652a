/** The call of an advisor as her lead has it in view: the customer, the step and the notes to read, and the way to her. */
import { SeenLectern } from '@renderer/features/call-in-view/seen-lectern.tsx';
import { SeenNotes } from '@renderer/features/call-in-view/seen-notes.tsx';
import { TalkColumn } from '@renderer/features/call-in-view/talk-column.tsx';
import { type SeenCall, useSeenCall } from '@renderer/features/call-in-view/use-seen-call.ts';
import { initialsOf } from '@renderer/features/call-in-view/who-hears.tsx';
import { CustomerGlance } from '@renderer/features/customer-360/customer-glance.tsx';
import { IvrLine } from '@renderer/platform/call/ivr-line.tsx';
import { formatSecond, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { isTypingIn, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { type ShownBoard, useLeadBoard } from '@renderer/platform/lead-board/use-lead-board.ts';
import { useCustomer, useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { SeatCall } from '@shared/contracts/http/seat-call.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Seat } from '@shared/domain/lead-board/seat.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';
import type { SpeechLanguage } from '@shared/domain/script/text.ts';
import { useEffect } from 'react';
import { Panel } from '../frame/panel.tsx';
import styles from './call-in-view.module.css';

const css = styleNames(styles);

/** Read as any customer is; what changes comes by itself. */
const useSeenCustomer = (customerId: string | null) => {
  const { client } = useServices();
  useEffect(() => {
    if (customerId !== null) void client.request('customer.open', { customerId });
  }, [client, customerId]);
  return useCustomer(customerId)?.bundle;
};

const Hand = ({ seat }: { readonly seat: Seat }) => {
  const { t, language } = useText();
  const hand = seat.now?.hand;
  if (hand == null) return null;
  return (
    <p className={css('hand')} role="status">
      <Icon name="hand" size={18} />
      <span>
        <b>{t('board.asksSince', { time: formatTime(Date.parse(hand.since), language) })}</b>
        {hand.words === '' ? null : <q>{`« ${hand.words} »`}</q>}
      </span>
    </p>
  );
};

const Person = ({ seat, seen }: { readonly seat: Seat; readonly seen: SeenCall }) => {
  const { t } = useText();
  const call = seat.now?.call ?? null;
  const customerId = seen.call?.customer?.id ?? null;
  const bundle = useSeenCustomer(customerId);
  if (customerId !== null && bundle === undefined)
    return (
      <section className={css('person')} aria-label={t('c360.label')}>
        <h1>{seen.call?.customer?.name}</h1>
        <LoadingLines label={t('common.loading')} />
      </section>
    );
  const said = <IvrLine ivr={seen.call?.told?.ivr ?? undefined} />;
  if (bundle === undefined)
    return (
      <section className={css('person')} aria-label={t('c360.label')}>
        <h1>{seat.name}</h1>
        <p>{t(call === null ? 'inView.noCall' : 'inView.unknownCustomer')}</p>
        {said}
      </section>
    );
  return <CustomerGlance bundle={bundle} brandId={call?.brandId ?? ''} said={said} />;
};

const Stale = ({ since }: { readonly since: number }) => {
  const { t, language } = useText();
  return (
    <p className={css('stale')} role="status">
      <Icon name="cloud-off" size={18} />
      <b>{t('board.stale')}</b> {formatSecond(since, language)}
    </p>
  );
};

const Middle = ({ seat, seen }: { readonly seat: Seat; readonly seen: SeenCall }) => {
  const { t } = useText();
  const { screen } = useServices();
  const call = seat.now?.call ?? null;
  if (call?.phase !== 'talking')
    return (
      <div className={css('over')}>
        <EmptyState
          icon="phone"
          title={t(call === null ? 'inView.noCall' : 'inView.ringing', { name: seat.name })}
          detail={t('inView.noCallDetail')}
        />
        <Button keys={['Esc']} onClick={() => screen.setState({ screen: 'board' })}>
          {t('inView.back')}
        </Button>
      </div>
    );
  if (seen.call?.telling === 'none')
    return (
      <EmptyState icon="lock" title={t('inView.foreign')} detail={t('inView.foreignDetail')} />
    );
  return (
    <>
      <Panel name="lectern" resetKey={call.speech?.stepId ?? ''}>
        <SeenLectern seat={seat} call={call} told={seen.call?.told ?? null} />
      </Panel>
      <SeenNotes name={seat.name} call={seen.call} />
    </>
  );
};

/** What was heard of the line before it fell silent says nothing of now. */
const nothingKnown: SeatCall['line'] = { at: null, talk: false, lead: 'none' };

const customerOf = (
  { call }: SeenCall,
  bundle: CustomerBundle | undefined,
  language: SpeechLanguage,
) => {
  const name = call?.customer?.name ?? null;
  if (name === null) return null;
  return {
    name: bundle === undefined ? name : formalName(bundle.customer, language),
    initials: initialsOf(name),
  };
};

const Seen = ({ seat, board }: { readonly seat: Seat; readonly board: ShownBoard }) => {
  const { t, language } = useText();
  const { screen } = useServices();
  const seen = useSeenCall(seat);
  const brand = useBrand(seat.now?.call?.brandId ?? null);
  const bundle = useCustomer(seen.call?.customer?.id)?.bundle;
  const staleSince = board.isStale ? board.trueAt : seen.staleSince;
  useKeys([
    {
      key: 'Escape',
      whileTyping: 'works',
      act: () => {
        const field = document.activeElement;
        if (isTypingIn(field) && field instanceof HTMLElement) field.blur();
        else screen.setState({ screen: 'board' });
      },
    },
  ]);
  return (
    <main
      className={css('screen', staleSince !== null && 'old')}
      aria-label={t('inView.label', { name: seat.name })}
      {...useBrandColors(brand)}
    >
      <Panel name="customer" resetKey={`${seat.userId} ${seen.call?.customer?.id}`}>
        <Person seat={seat} seen={seen} />
      </Panel>
      <div className={css('middle')}>
        {staleSince === null ? null : <Stale since={staleSince} />}
        <Hand seat={seat} />
        <Middle seat={seat} seen={seen} />
      </div>
      <TalkColumn
        seat={seat}
        board={board}
        call={
          staleSince === null || seen.call === null
            ? seen.call
            : { ...seen.call, line: nothingKnown }
        }
        customer={customerOf(seen, bundle, language)}
      />
    </main>
  );
};

export const CallInViewScreen = () => {
  const { t } = useText();
  const { screen } = useServices();
  const board = useLeadBoard();
  const advisorId = useScreen((state) => state.seenAdvisorId);
  const seat = advisorId === null ? undefined : board.seats.get(advisorId);
  if (seat !== undefined) return <Seen key={seat.userId} seat={seat} board={board} />;
  if (board.trueAt === null && board.status !== 'refused')
    return (
      <main className={css('person')}>
        <LoadingLines label={t('common.loading')} />
      </main>
    );
  return (
    <main className={css('over')}>
      <EmptyState
        heading
        icon="board"
        title={t('inView.nobody')}
        detail={t('inView.nobodyDetail')}
      />
      <Button onClick={() => screen.setState({ screen: 'board' })}>{t('inView.back')}</Button>
    </main>
  );
};
