/** Three in one talk: who they are, the words to give the floor, and the ways to end it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useCustomer, useScreen, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';
import styles from './handover.module.css';
import { OwnVoice, Voice } from './voices.tsx';
import { type Asked, useWays, Way } from './ways-out.tsx';

const css = styleNames(styles);

/** Hanging up in a talk of three asks once, in the sheet. */
const LeaveQuestion = (props: Asked) => {
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

/** She introduces the third: the customer is told that nothing has to be said twice. */
const WordsForThree = ({ work, consult }: Asked) => {
  const { t } = useText();
  const customer = useCustomer(work.customerId)?.bundle.customer;
  const formal = customer === undefined ? '' : formalName(customer, customer.language);
  const words = { formal, name: consult.title };
  return (
    <>
      <h3>{t('handover.floor')}</h3>
      <p className={css('words', 'floor')}>
        {t(formal === '' ? 'handover.floorWordsNoName' : 'handover.floorWords', words)}
      </p>
    </>
  );
};

export const TogetherSheet = (props: Asked) => {
  const { t } = useText();
  const leaving = useScreen((state) => state.overlay) === 'leave';
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
      <Voice call={props.call} />
      <Voice call={props.consult} />
      <OwnVoice call={props.call} />
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
      <WordsForThree {...props} />
    </>
  );
};
