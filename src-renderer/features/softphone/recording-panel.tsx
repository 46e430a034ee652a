/**
 * What belongs to the recording of a call: the customer's objection, and the fields of a card, before
 * which nothing is recorded any more. What is typed there leaves this component nowhere.
 */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { PaymentFields } from '@renderer/platform/recording/payment-fields.tsx';
import { useRecordedWord, useRecording } from '@renderer/platform/recording/use-recording.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useState } from 'react';
import styles from './recording-panel.module.css';

const css = styleNames(styles);

const Objection = ({ callId }: { readonly callId: string }) => {
  const { t } = useText();
  const request = useRequest();
  const [asked, setAsked] = useState<'call' | 'always' | null>(null);
  const object = (scope: 'call' | 'always') => {
    if (asked !== scope) return setAsked(scope);
    void request('recording.object', { callId, scope });
    setAsked(null);
  };
  return (
    <section>
      <h3>{t('recording.objects.title')}</h3>
      <p className={css('quiet')}>{t('recording.objects.detail')}</p>
      {(['call', 'always'] as const).map((scope) => (
        <Button key={scope} size="small" look="plain" onClick={() => object(scope)}>
          {t(asked === scope ? `recording.objects.sure.${scope}` : `recording.objects.${scope}`)}
        </Button>
      ))}
    </section>
  );
};

export const RecordingPanel = ({ callId }: { readonly callId: string }) => {
  const { t } = useText();
  const { screen } = useServices();
  const one = useRecording(callId);
  const word = useRecordedWord(callId);
  const close = () => screen.setState({ overlay: null });
  useKeys([{ key: 'Escape', whileTyping: 'works', act: close }], 'overlay');
  const because = one?.because ?? null;
  return (
    <div className={css('panel')} role="dialog" aria-label={t('recording.title')}>
      <h2>{t('recording.title')}</h2>
      <p role="status">
        <b>{word}</b>
        {because === null ? null : <small>{t(`recording.because.${because}`)}</small>}
      </p>
      <PaymentFields callId={callId} />
      {one?.state === 'objected' ? null : <Objection callId={callId} />}
      <Button size="small" look="ghost" keys={[t('key.escape')]} onClick={close}>
        {t('common.close')}
      </Button>
    </div>
  );
};
