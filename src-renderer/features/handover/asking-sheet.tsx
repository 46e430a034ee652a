/** Whom she asks, and the ways out: hand over, talk three together, come back to the customer. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './handover.module.css';
import { TogetherSheet } from './together-sheet.tsx';
import { Voice } from './voices.tsx';
import { type Asked, useWays, Way } from './ways-out.tsx';

const css = styleNames(styles);

const Asking = (props: Asked) => {
  const { t } = useText();
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
      <Voice call={props.consult} />
      <Voice call={props.call} />
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

export const AskingSheet = (props: Asked) => {
  const { t } = useText();
  return (
    <section className={css('panel')} aria-label={t('handover.asking')}>
      {props.call.bridgedWith === null ? <Asking {...props} /> : <TogetherSheet {...props} />}
    </section>
  );
};
