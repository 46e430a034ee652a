/** Closing the window would end the call: she says whether she wants that. */
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { ringsHere } from '@shared/domain/call/comes-in.ts';
import { useEffect, useState } from 'react';
import { Question } from './question.tsx';

const hangUpWithinMs = 3_000;

export const CloseQuestion = ({ onDone }: { readonly onDone: () => void }) => {
  const { t } = useText();
  const request = useRequest();
  const { desktop } = useServices();
  const calls = (useSlice('calls') ?? []).filter(({ phase }) => phase !== 'ended');
  const [leaving, setLeaving] = useState(false);
  const over = calls.length === 0;
  // The last word of each call is written down before the program goes.
  useEffect(() => {
    if (!leaving) return;
    if (over) {
      desktop.leave();
      return;
    }
    const timer = setTimeout(() => desktop.leave(), hangUpWithinMs);
    return () => clearTimeout(timer);
  }, [leaving, over, desktop]);
  // The call has ended by itself: there is nothing to ask any more.
  useEffect(() => {
    if (over && !leaving) onDone();
  }, [over, leaving, onDone]);
  const leave = () => {
    setLeaving(true);
    for (const call of calls)
      void request(ringsHere(call) ? 'call.decline' : 'call.hang-up', { callId: call.id });
  };
  const names = calls.map(({ title }) => callerName(title, t)).join(', ');
  return (
    <Question
      icon="phone"
      title={t('desktop.closeAsked.title', { count: calls.length })}
      back={t('desktop.closeAsked.stay')}
      onBack={onDone}
      answer={
        <Button look="danger" icon="hang-up" onClick={leave}>
          {t('desktop.closeAsked.leave')}
        </Button>
      }
    >
      <p>{t('desktop.closeAsked.detail', { names })}</p>
    </Question>
  );
};
