/** Who is in the talk: a row each, with the time and what that one hears. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import styles from './handover.module.css';

const css = styleNames(styles);

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .map((word) => word.charAt(0))
    .slice(0, 2)
    .join('')
    .toUpperCase();

export const Voice = ({ call }: { readonly call: CallView }) => {
  const state = useStateOf()(call);
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

const useStateOf = () => {
  const { t } = useText();
  return (call: CallView): string => {
    if (call.phase !== 'talking') return t(`call.phase.${call.phase}`);
    return call.hold === 'active' ? t('handover.hears') : t(`handover.hold.${call.hold}`);
  };
};

/** She herself, third in the talk, with her microphone. */
export const OwnVoice = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const request = useRequest();
  const user = useSlice('session')?.user;
  const { muted } = call;
  return (
    <div className={css('voice')}>
      <span className={css('initials', 'own')} aria-hidden="true">
        {initials(`${user?.firstName ?? ''} ${user?.lastName ?? ''}`)}
      </span>
      <span className={css('name')}>
        <b>{t('handover.you')}</b>
        <small>{t(muted ? 'handover.youMuted' : 'handover.youHeard')}</small>
      </span>
      <Button
        size="small"
        icon={muted ? 'microphone-off' : 'microphone'}
        aria-pressed={muted}
        keys={['F3']}
        onClick={() => void request('call.mute', { callId: call.id, muted: !muted })}
      >
        {t('call.mute')}
      </Button>
    </div>
  );
};
