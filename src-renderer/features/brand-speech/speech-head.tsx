/** Which speech, which version, in which tone, and where in it she is. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { currentStep, speechPosition } from '@shared/domain/script/run.ts';
import styles from './speech.module.css';

const css = styleNames(styles);

const StepMarks = ({ position, total }: { readonly position: number; readonly total: number }) => (
  <span className={css('marks')} aria-hidden="true">
    {Array.from({ length: Math.min(total, 12) }, (_, at) => at + 1).map((at) => (
      <i key={at} className={css(at < position && 'done', at === position && 'here')} />
    ))}
  </span>
);

export const SpeechHead = ({
  speech,
  training,
  onBack,
}: {
  readonly speech: Speech;
  readonly training: boolean;
  readonly onBack: () => void;
}) => {
  const { t } = useText();
  const { script, record, mode } = speech;
  const step = currentStep(script, record);
  const { position, total } = speechPosition(script, record);
  return (
    <header className={css('head')}>
      <h2>{script.name}</h2>
      <span className="figures">{t('speech.version', { version: script.version })}</span>
      {mode === null || mode === 'neutral' || training ? null : (
        <span className={css('tone')}>
          <Tag tone="line">{t(`speech.tone.${mode}`)}</Tag>
        </span>
      )}
      {training ? (
        <Tag tone="warn" icon="training">
          {t('training.tag')}
        </Tag>
      ) : null}
      <i />
      <StepMarks position={position} total={total} />
      <span className="figures">
        {t('speech.position', { title: step.title, position, total })}
      </span>
      <button
        type="button"
        className={css('back')}
        aria-label={t('speech.back')}
        aria-keyshortcuts="ArrowLeft"
        aria-disabled={record.path.length === 0}
        onClick={onBack}
      >
        <KeyCaps keys={['←']} />
      </button>
    </header>
  );
};
