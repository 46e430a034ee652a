/** In the bar of a call that is recorded: the way into the pause and out of it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { BarToggle } from './bar-toggle.tsx';
import { canBePaused, useRecording } from './use-recording.ts';

export const RecordingAct = ({ callId }: { readonly callId: string }) => {
  const { t } = useText();
  const request = useRequest();
  const one = useRecording(callId);
  if (one === null || !canBePaused(one)) return null;
  const paused = one.causes.includes('by-hand');
  return (
    <BarToggle
      icon={paused ? 'resume' : 'recording'}
      label={t(paused ? 'recording.resume' : 'recording.pause')}
      hotkey={`${t('key.shift')} F3`}
      pressed={paused}
      onPress={() =>
        request(paused ? 'recording.resume' : 'recording.pause', { callId, cause: 'by-hand' })
      }
    />
  );
};
