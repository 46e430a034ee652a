/** What the advisor will read: the chosen step as it will stand before her, for this customer. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandScope } from '@renderer/ui/parts/brand-scope.tsx';
import { Spoken } from '@renderer/ui/parts/spoken.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  calmLimitS,
  countWords,
  readingSeconds,
} from '@shared/domain/script/checks/reading-time.ts';
import { renderSpeech } from '@shared/domain/script/render.ts';
import { kindOf } from '@shared/domain/script/step.ts';
import { chooseWords, type RelationMode, type SpeechText } from '@shared/domain/script/text.ts';
import {
  type EditorState,
  type PreviewChannel,
  previewChannels,
  useEditor,
  useEditorStore,
  useScript,
} from './editor-store.ts';
import { ListenerPicker } from './listener-picker.tsx';
import { Segment } from './segment.tsx';
import styles from './speech-editor.module.css';
import { useHeard } from './use-listener.ts';
import { useWriting } from './use-writing.ts';

const css = styleNames(styles);
const tones = ['expert', 'brand-led'] as const;

const useChosenText = (): { readonly text: SpeechText; readonly silent: boolean } => {
  const script = useScript();
  const selected = useEditor((state) => state.selected);
  if (selected.kind === 'head') return { text: script.opening, silent: false };
  if (selected.kind === 'objection') {
    const found = script.objections.find(({ id }) => id === selected.id);
    return { text: found?.answer ?? { default: '' }, silent: false };
  }
  const step = script.steps.find(({ id }) => id === selected.id);
  const kind = step === undefined ? 'say' : kindOf(step);
  return {
    text: step?.text ?? { default: '' },
    silent: kind === 'branch' || kind === 'sub-script',
  };
};

/** Up to 12 words a sentence is easy to read aloud, from 20 on it is not. */
const easeOf = (text: string): 'easy' | 'fair' | 'hard' => {
  const sentences = text.split(/[.!?…]+/).filter((one) => one.trim() !== '').length;
  const each = countWords(text) / Math.max(sentences, 1);
  if (each <= 14) return 'easy';
  return each <= 22 ? 'fair' : 'hard';
};

/** What is read has no seconds of a voice. */
const Figures = ({
  words,
  channel,
}: {
  readonly words: string;
  readonly channel: PreviewChannel;
}) => {
  const { t } = useText();
  const seconds = readingSeconds(words);
  return (
    <div className={css('figures')}>
      <span>{t('speechEditor.words', { count: countWords(words) })}</span>
      {channel === 'phone' ? (
        <span className={css(seconds > calmLimitS && 'warn')}>
          {t('speechEditor.calm', { seconds })}
        </span>
      ) : null}
      <span>{t(`speechEditor.ease.${easeOf(words)}`)}</span>
    </div>
  );
};

export const Preview = () => {
  const { t } = useText();
  const store = useEditorStore();
  const script = useScript();
  const brand = useBrand(script.brandId);
  const tone = useEditor((state: EditorState) => state.tone);
  const channel = useEditor((state) => state.channel);
  const { writing, languages } = useWriting();
  const { language, written } = writing;
  const advisor = useSlice('session')?.user?.firstName ?? '';
  const { facts } = useHeard(language);
  const { text, silent } = useChosenText();
  const chosen = chooseWords(text, { language, written, tone, channel });
  const words = renderSpeech(chosen, facts, language);
  const said = words.map((one) => one.text).join('');
  return (
    <section className={css('preview')} aria-label={t('speechEditor.preview')}>
      <header>
        <h3>{t('speechEditor.readBy', { name: advisor })}</h3>
        <Segment<RelationMode>
          label={t('speechEditor.toneOf')}
          value={tone}
          options={tones.map((id) => ({ id, label: t(`speechEditor.toneShort.${id}`) }))}
          onChoose={(next) => store.setState({ tone: next })}
        />
        <Segment<PreviewChannel>
          label={t('speechEditor.channelOf')}
          value={channel}
          options={previewChannels.map((id) => ({ id, label: t(`channel.${id}`) }))}
          onChoose={(next) => store.setState({ channel: next })}
        />
        {languages.length < 2 ? null : (
          <Segment
            label={t('speechEditor.languageOf')}
            value={language}
            options={languages.map((id) => ({ id, label: id.toUpperCase() }))}
            onChoose={(next) => store.setState({ language: next })}
          />
        )}
      </header>
      <BrandScope brand={brand} className={css('sheet')}>
        {said.trim() === '' ? (
          <p className={css('quiet')}>
            {t(silent ? 'speechEditor.passedThrough' : 'speechEditor.nothingYet')}
          </p>
        ) : (
          <Spoken words={words} size="small" lang={language} />
        )}
        <Figures words={said} channel={channel} />
      </BrandScope>
      <ListenerPicker />
    </section>
  );
};
