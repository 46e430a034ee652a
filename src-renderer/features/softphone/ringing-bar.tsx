/** It rings: light, edged in the colour of ringing, to answer or to refuse. Outbound: to hang up. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandBlock } from '@renderer/ui/parts/brand-block.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import { comesIn, ringsHere } from '@shared/domain/call/comes-in.ts';
import styles from './bar.module.css';
import { CallPerson, CallTimer } from './bar-parts.tsx';

const css = styleNames(styles);

const captionKey = (call: CallView): string => {
  if (call.training) return 'call.playingFor';
  return call.direction === 'inbound' ? 'call.willSpeakFor' : 'call.callingFor';
};

const AnswerOrRefuse = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const request = useRequest();
  return (
    <>
      <Button
        size="large"
        icon="refuse"
        keys={[t('key.escape')]}
        aria-keyshortcuts="Escape"
        onClick={() => request('call.decline', { callId: call.id })}
      >
        {t('call.decline')}
      </Button>
      <Button
        size="large"
        look="ready"
        icon="answer"
        keys={['F2']}
        aria-keyshortcuts="F2"
        onClick={() => request('call.answer', { callId: call.id })}
      >
        {t('call.answer')}
      </Button>
    </>
  );
};

const HangUp = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const request = useRequest();
  return (
    <Button
      size="large"
      look="danger"
      icon="hang-up"
      keys={['F9']}
      aria-keyshortcuts="F9"
      onClick={() => request('call.hang-up', { callId: call.id })}
    >
      {call.training ? t('call.stop') : t('call.hangUp')}
    </Button>
  );
};

export const RingingBar = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const brand = useBrand(call.brandId);
  const state = comesIn(call) ? t('call.ringing') : t(`call.phase.${call.phase}`);
  return (
    <div className={css('bar', 'ring')}>
      <BrandBlock brand={brand} caption={t(captionKey(call))} look="filled" />
      <CallTimer since={call.startedAt} icon="ringing" state={state} width="narrow" />
      <CallPerson call={call} />
      <i className={css('space')} />
      {ringsHere(call) ? <AnswerOrRefuse call={call} /> : <HangUp call={call} />}
    </div>
  );
};
