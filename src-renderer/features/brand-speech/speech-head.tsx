/** Which speech, which version, in which tone, and where in it she is. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { currentStep, speechPosition } from '@shared/domain/script/run.ts';
import { languagesOf } from '@shared/domain/script/script.ts';
import type { SpeechLanguage } from '@shared/domain/script/text.ts';
import styles from './speech.module.css';
import partStyles from './step-parts.module.css';
import { WhyThisSpeech } from './why-this-speech.tsx';

const css = styleNames(styles);
const part = styleNames(partStyles);

const StepMarks = ({ position, total }: { readonly position: number; readonly total: number }) => (
  <span className={css('marks')} aria-hidden="true">
    {Array.from({ length: Math.min(total, 12) }, (_, at) => at + 1).map((at) => (
      <i key={at} className={css(at < position && 'done', at === position && 'here')} />
    ))}
  </span>
);

/** Alt+L: the customer turned out to speak the other language. */
const LanguageSwitch = ({
  language,
  languages,
  onChange,
}: {
  readonly language: SpeechLanguage;
  readonly languages: readonly SpeechLanguage[];
  readonly onChange: (language: SpeechLanguage) => void;
}) => {
  const { t } = useText();
  const next = languages[(languages.indexOf(language) + 1) % languages.length] ?? language;
  const turn = () => onChange(next);
  useKeys(
    languages.length < 2 ? [] : [{ key: 'l', modifier: 'alt', whileTyping: 'works', act: turn }],
  );
  if (languages.length < 2) return null;
  return (
    <button
      type="button"
      className={part('language')}
      aria-keyshortcuts="Alt+L"
      aria-label={t('speech.language.turn', {
        code: language.toUpperCase(),
        language: t(`speech.language.${next}`),
      })}
      onClick={turn}
    >
      {language.toUpperCase()}
    </button>
  );
};

export const SpeechHead = ({
  work,
  speech,
  training,
  onBack,
  onPlan,
}: {
  readonly work: WorkItem;
  readonly speech: Speech;
  readonly training: boolean;
  readonly onBack: () => void;
  readonly onPlan: () => void;
}) => {
  const { t } = useText();
  const { script, record, mode, facts, language, plain, note } = speech;
  const step = currentStep(script, record);
  const { position, total } = speechPosition(script, record, facts);
  return (
    <header className={css('head')}>
      <h2>{plain(script.name, script.names)}</h2>
      <WhyThisSpeech work={work} version={script.version} />
      {mode === null || mode === 'neutral' || training ? null : (
        <span className={css('tone')}>
          <Tag tone="line">{t(`speech.tone.${mode}`)}</Tag>
        </span>
      )}
      <LanguageSwitch
        language={language}
        languages={languagesOf(script)}
        onChange={(next) => note((current) => ({ ...current, language: next }))}
      />
      {training ? (
        <Tag tone="warn" icon="training">
          {t('training.tag')}
        </Tag>
      ) : null}
      <i />
      <StepMarks position={position} total={total} />
      <button
        type="button"
        className={`figures ${part('position', 'where')}`}
        aria-keyshortcuts="Alt+G"
        title={plain(step.title, step.titles)}
        onClick={onPlan}
      >
        {t('speech.position', {
          title: plain(step.title, step.titles),
          position,
          total,
        })}
      </button>
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
