/** Beside the line's quality: whether the call is recorded, and the way into the pause and out of it. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import {
  canBePaused,
  useRecordedWord,
  useRecording,
} from '@renderer/platform/recording/use-recording.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './bar.module.css';

const css = styleNames(styles);

export const RecordingAct = ({ callId }: { readonly callId: string }) => {
  const { t } = useText();
  const request = useRequest();
  const one = useRecording(callId);
  const word = useRecordedWord(callId);
  if (one === null) return null;
  if (!canBePaused(one)) return <small>{word}</small>;
  const paused = one.causes.includes('by-hand');
  const act = t(paused ? 'recording.resume' : 'recording.pause');
  const name = paused ? 'recording.resume' : 'recording.pause';
  return (
    <button
      type="button"
      className={css('recorded', one.state === 'paused' && 'paused')}
      aria-label={`${act} (${word})`}
      aria-keyshortcuts="Shift+F3"
      title={act}
      onClick={() => void request(name, { callId, cause: 'by-hand' })}
    >
      <small>{word}</small>
      <KeyCaps keys={[t('key.shift'), 'F3']} tone="bare" />
    </button>
  );
};
