/** Whom she asks, and the ways out: hand over, talk three together, come back to the customer. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './handover.module.css';

const css = styleNames(styles);

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

const Voice = ({ call, state }: { readonly call: CallView; readonly state: string }) => {
  const now = useSecond();
  return (
    <div className={css('voice')}>
      <span className={css('initials')} aria-hidden="true">
        {initials(call.title)}
      </span>
      <span className={css('name')}>
        <b>{call.title}</b>
        <small>{state}</small>
      </span>
      <span className="figures" role="timer">
        {formatTimer(now - Date.parse(call.answeredAt ?? call.startedAt))}
      </span>
    </div>
  );
};

const Way = ({
  keys,
  words,
  detail,
  first,
  onTake,
}: {
  readonly keys: readonly string[];
  readonly words: string;
  readonly detail: string;
  readonly first?: boolean;
  readonly onTake: () => void;
}) => (
  <button type="button" className={css('way', first === true && 'chosen')} onClick={onTake}>
    <KeyCaps keys={keys} tone="plain" />
    <b>{words}</b>
    <span>{detail}</span>
  </button>
);

const useStateOf = () => {
  const { t } = useText();
  return (call: CallView): string => {
    if (call.phase !== 'talking') return t(`call.phase.${call.phase}`);
    return call.hold === 'active' ? t('handover.hears') : t(`handover.hold.${call.hold}`);
  };
};

type Props = { readonly work: WorkItem; readonly call: CallView; readonly consult: CallView };

const useWays = ({ work, call, consult }: Props) => {
  const request = useRequest();
  const callId = call.id;
  return {
    handOver: () => void request('call.hand-over', { callId }),
    threeWay: (on: boolean) => void request('call.three-way', { callId, on }),
    back: () => void request('call.resume', { callId }),
    drop: () => void request('call.hang-up', { callId: consult.id }),
    names: { name: consult.title, customer: work.customerName },
  };
};

/** Hanging up in a talk of three asks once, in the sheet. */
const LeaveQuestion = (props: Props) => {
  const { t } = useText();
  const { screen } = useServices();
  const { handOver, names } = useWays(props);
  const stay = () => screen.setState({ overlay: null });
  useKeys([{ key: 'Escape', whileTyping: 'works', act: stay }]);
  return (
    <div className={css('notice', 'failed')} role="alert">
      <span>{t('handover.quitQuestion', names)}</span>
      <Button size="small" keys={['F9']} onClick={handOver}>
        {t('handover.quit')}
      </Button>
      <Button size="small" keys={[t('key.escape')]} onClick={stay}>
        {t('handover.stay')}
      </Button>
    </div>
  );
};

const Together = (props: Props) => {
  const { t } = useText();
  const leaving = useScreen((state) => state.overlay) === 'leave';
  const stateOf = useStateOf();
  const { handOver, threeWay, drop, names } = useWays(props);
  useKeys([
    { key: 'Enter', whileTyping: 'rests', act: handOver },
    { key: 'Digit2', whileTyping: 'rests', act: drop },
    { key: 'Digit3', whileTyping: 'rests', act: () => threeWay(false) },
  ]);
  return (
    <>
      <header className={css('head')}>
        <h2>{t('handover.together')}</h2>
        <span className={css('all')}>{t('handover.everybodyHears')}</span>
        <i />
        <KeyCaps keys={['F7']} tone="plain" />
        <small>{t('handover.part')}</small>
      </header>
      <Voice call={props.call} state={stateOf(props.call)} />
      <Voice call={props.consult} state={stateOf(props.consult)} />
      {leaving ? <LeaveQuestion {...props} /> : null}
      <h3>{t('handover.toEnd')}</h3>
      <Way
        first
        keys={['↵']}
        words={t('handover.leave', names)}
        detail={t('handover.leaveDetail')}
        onTake={handOver}
      />
      <Way keys={['2']} words={t('handover.remove', names)} detail="" onTake={drop} />
      <Way
        keys={['3']}
        words={t('handover.partWords', names)}
        detail={t('handover.partDetail', names)}
        onTake={() => threeWay(false)}
      />
    </>
  );
};

const Asking = (props: Props) => {
  const { t } = useText();
  const stateOf = useStateOf();
  const { handOver, threeWay, back, drop, names } = useWays(props);
  const answered = props.consult.phase === 'talking';
  useKeys([
    { key: 'Enter', whileTyping: 'rests', act: handOver },
    { key: 'Escape', whileTyping: 'rests', act: answered ? back : drop },
  ]);
  return (
    <>
      <header className={css('head')}>
        <h2>{t(answered ? 'handover.talkingTo' : 'handover.calling', names)}</h2>
      </header>
      <Voice call={props.consult} state={stateOf(props.consult)} />
      <Voice call={props.call} state={stateOf(props.call)} />
      <h3>{t('handover.next')}</h3>
      <Way
        first
        keys={['↵']}
        words={t('handover.leave', names)}
        detail={t(answered ? 'handover.leaveDetail' : 'handover.leaveRinging')}
        onTake={handOver}
      />
      {answered ? (
        <Way
          keys={['F7']}
          words={t('handover.threeWords', names)}
          detail={t('handover.everybodyHears')}
          onTake={() => threeWay(true)}
        />
      ) : null}
      <Way
        keys={[t('key.escape')]}
        words={t('handover.back', names)}
        detail={t(answered ? 'handover.backDetail' : 'handover.dropDetail', names)}
        onTake={answered ? back : drop}
      />
    </>
  );
};

export const AskingSheet = (props: Props) => {
  const { t } = useText();
  return (
    <section className={css('panel')} aria-label={t('handover.asking')}>
      {props.call.bridgedWith === null ? <Asking {...props} /> : <Together {...props} />}
    </section>
  );
};
