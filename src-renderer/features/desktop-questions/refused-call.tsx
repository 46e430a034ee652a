/**
 * The law refused a call: why, by which article, and from when it may be placed. Where nobody said what
 * the call is for, she says with one key that it serves; Enter and Esc call nobody.
 */
import { formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import type { RefusedCall } from '@shared/contracts/engine/refused-call.ts';
import { useState } from 'react';
import styles from './question.module.css';
import { Question } from './question.tsx';

const useAgain = () => {
  const request = useRequest();
  return ({ again }: RefusedCall): void => {
    const purpose = 'service' as const;
    if (again.command === 'call.dial') void request(again.command, { ...again.input, purpose });
    else void request(again.command, { ...again.input, purpose });
  };
};

const Why = ({ refused }: { readonly refused: RefusedCall }) => {
  const { t, language } = useText();
  const { allowedFrom, reason, article, source, customerName, numberDisplay } = refused;
  return (
    <>
      <p className={`${styles['number']} figures`}>{numberDisplay}</p>
      <p>{customerName ?? t('law.refused.unknown')}</p>
      <p className={styles['costly']}>
        <Icon name="alert" size={15} />
        <span>{t(`law.reason.${reason}`)}</span>
      </p>
      <p title={source}>
        {t('law.refused.article', { article })}
        {' · '}
        {allowedFrom === null
          ? t('law.refused.never')
          : t('law.refused.from', {
              date: formatDay(allowedFrom, language),
              time: formatTime(allowedFrom, language),
            })}
      </p>
      {refused.mayServe ? <p>{t('law.refused.ask')}</p> : null}
    </>
  );
};

const Asked = ({
  refused,
  onDone,
}: {
  readonly refused: RefusedCall;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const again = useAgain();
  const serve = () => {
    onDone();
    again(refused);
  };
  useKeys(refused.mayServe ? [{ key: 's', whileTyping: 'works', act: serve }] : [], 'overlay');
  return (
    <Question
      icon="opposed"
      title={t('law.refused.title')}
      back={t('law.refused.back')}
      onBack={onDone}
      focus="back"
      answer={
        refused.mayServe ? (
          <Button icon="phone" keys={['S']} onClick={serve}>
            {t('law.refused.service')}
          </Button>
        ) : null
      }
    >
      <Why refused={refused} />
    </Question>
  );
};

export const RefusedCallQuestion = () => {
  const refused = useSlice('refusedCall') ?? null;
  const [settled, setSettled] = useState<string | null>(null);
  if (refused === null || refused.id === settled) return null;
  return <Asked key={refused.id} refused={refused} onDone={() => setSettled(refused.id)} />;
};
