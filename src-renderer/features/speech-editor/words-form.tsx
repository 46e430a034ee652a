/** The words of one text: for everybody, and where wanted for the expert or who is led by the brand. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { RelationMode, SpeechText } from '@shared/domain/script/text.ts';
import { useState } from 'react';
import { useReadOnly } from './editor-store.ts';
import styles from './speech-editor.module.css';
import { SpeechTextField } from './speech-text-field.tsx';
import { readText, writeText } from './translated.ts';
import { useWriting } from './use-writing.ts';

const css = styleNames(styles);
const tones = ['expert', 'brand-led'] as const;

/** The name that a check uses for the words of this tone and language. */
const placeOf = (place: string, tone: RelationMode | null): string =>
  `${place}.${tone ?? 'default'}`;

export const WordsForm = ({
  text,
  place,
  label,
  onChange,
}: {
  readonly text: SpeechText;
  readonly place: string;
  readonly label?: string;
  readonly onChange: (place: string, text: SpeechText) => void;
}) => {
  const { t } = useText();
  const readOnly = useReadOnly();
  const { writing } = useWriting();
  const [opened, setOpened] = useState<readonly RelationMode[]>([]);
  const { language } = writing;
  const shown = tones.filter(
    (tone) => opened.includes(tone) || readText(text, { ...writing, tone }) !== '',
  );
  const field = (tone: RelationMode | null, said: string) => (
    <SpeechTextField
      key={tone ?? 'all'}
      label={said}
      lang={language}
      value={readText(text, { ...writing, tone })}
      place={placeOf(place, tone)}
      onChange={(words) =>
        onChange(`${place} ${language} ${tone ?? ''}`, writeText(text, { ...writing, tone }, words))
      }
    />
  );
  return (
    <div className={css('words')}>
      {field(
        null,
        label ?? t('speechEditor.said', { language: t(`speechEditor.language.${language}`) }),
      )}
      {shown.map((tone) => field(tone, t(`speechEditor.tone.${tone}`)))}
      {readOnly ? null : (
        <div className={css('tools')}>
          {tones
            .filter((tone) => !shown.includes(tone))
            .map((tone) => (
              <Button
                key={tone}
                size="small"
                look="ghost"
                icon="plus"
                onClick={() => setOpened([...opened, tone])}
              >
                {t(`speechEditor.tone.${tone}`)}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
};
