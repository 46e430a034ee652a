/**
 * A link of another program, or the number that she selected, wants to be called: she sees which,
 * and calls it or not. What is pressed in the first moment was meant for something else.
 */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { DesktopQuestion } from '@renderer/platform/store/screen-store.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import type { CustomerHit } from '@shared/contracts/engine/commands.ts';
import type { NumberKind } from '@shared/domain/number/french-plan.ts';
import { useEffect, useRef, useState } from 'react';
import styles from './question.module.css';
import { Question } from './question.tsx';

type CallAsked = Extract<DesktopQuestion, { kind: 'call' }>;

const notMeantMs = 500;
const costly: ReadonlySet<NumberKind> = new Set(['premium', 'shared-cost', 'short', 'foreign']);

/** Who has this number here, for her to see before she calls. */
const useOwner = (number: string): CustomerHit | null => {
  const { client } = useServices();
  const [owner, setOwner] = useState<CustomerHit | null>(null);
  useEffect(() => {
    let current = true;
    setOwner(null);
    void client.request('customer.search', { text: number, limit: 2 }).then((answer) => {
      const [one, ...others] = answer.ok ? answer.value : [];
      if (current && one !== undefined && others.length === 0) setOwner(one);
    });
    return () => {
      current = false;
    };
  }, [client, number]);
  return owner;
};

const Facts = ({
  asked,
  owner,
}: {
  readonly asked: CallAsked;
  readonly owner: CustomerHit | null;
}) => {
  const { t } = useText();
  return (
    <>
      <p>{t(`desktop.callAsked.from.${asked.source}`)}</p>
      <p className={`${styles['number']} figures`}>{asked.display}</p>
      {owner === null ? null : <p>{[owner.name, owner.place].filter(Boolean).join(' · ')}</p>}
      {costly.has(asked.numberKind) ? (
        <p className={styles['costly']}>
          <Icon name="alert" size={15} /> {t(`desktop.callAsked.kind.${asked.numberKind}`)}
        </p>
      ) : null}
    </>
  );
};

export const CallQuestion = ({
  asked,
  onDone,
}: {
  readonly asked: CallAsked;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const { clock } = useServices();
  const signedIn = useSlice('session')?.status === 'signed-in';
  const owner = useOwner(asked.number);
  const shownAt = useRef(clock.now());
  // biome-ignore lint/correctness/useExhaustiveDependencies: another number is another question
  useEffect(() => {
    shownAt.current = clock.now();
  }, [clock, asked.number]);
  const yes = useRef<HTMLButtonElement>(null);
  useEffect(() => yes.current?.focus(), []);
  const call = () => {
    if (clock.now() - shownAt.current < notMeantMs) return;
    onDone();
    void request('call.dial', {
      number: asked.number,
      brandId: null,
      customerId: owner?.customerId ?? null,
      callbackId: null,
    });
  };
  return (
    <Question
      icon="phone"
      title={t('desktop.callAsked.title')}
      back={t('desktop.callAsked.no')}
      onBack={onDone}
      answer={
        <Button
          ref={yes}
          look="primary"
          icon="phone"
          keys={['↵']}
          blocked={signedIn ? undefined : t('error.sign-in-required')}
          onClick={call}
        >
          {t('desktop.callAsked.yes')}
        </Button>
      }
    >
      <Facts asked={asked} owner={owner} />
    </Question>
  );
};
