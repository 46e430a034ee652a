/** The words of one text: for everybody, and where wanted for a tone or for a channel they are read on. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Channel } from '@shared/domain/interaction/channel.ts';
import type { RelationMode, SpeechText } from '@shared/domain/script/text.ts';
import { useState } from 'react';
import { useReadOnly } from './editor-store.ts';
import styles from './speech-editor.module.css';
import { SpeechTextField } from './speech-text-field.tsx';
import { readText, type Writing, writeText } from './translated.ts';
import { useWriting } from './use-writing.ts';

const css = styleNames(styles);
/** What words can be written for beside everybody's: a tone, or a channel on which they are read. */
type Variant = { readonly tone: RelationMode | null; readonly channel: Channel | null };
const everybody: Variant = { tone: null, channel: null };
const offered: readonly Variant[] = [
  ...(['expert', 'brand-led'] as const).map((tone) => ({ tone, channel: null })),
  ...(['email', 'sms', 'chat'] as const).map((channel) => ({ tone: null, channel })),
];
const nameOf = ({ tone, channel }: Variant): string => `${tone ?? ''} ${channel ?? ''}`.trim();

/** Those that are offered, and whatever else a file brought. */
const variantsOf = (text: SpeechText, { written, language }: Writing): readonly Variant[] => {
  const known = new Set(offered.map(nameOf));
  const brought = (text.variants ?? [])
    .filter((one) => (one.language ?? written) === language)
    .map(({ tone = null, channel = null }) => ({ tone, channel }))
    .filter((one) => nameOf(one) !== '' && !known.has(nameOf(one)));
  return [...offered, ...brought];
};

/** The name that a check uses for the words of this tone and language. */
const placeOf = (place: string, variant: Variant): string =>
  `${place}.${nameOf(variant).replace(' ', '-') || 'default'}`;

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
  const [opened, setOpened] = useState<readonly string[]>([]);
  const { language } = writing;
  const all = variantsOf(text, writing);
  const isShown = (variant: Variant): boolean =>
    opened.includes(nameOf(variant)) || readText(text, { ...writing, ...variant }) !== '';
  const said = ({ tone, channel }: Variant): string =>
    [
      ...(tone === null ? [] : [t(`speechEditor.tone.${tone}`)]),
      ...(channel === null
        ? []
        : [t('speechEditor.onChannel', { channel: t(`channel.${channel}`) })]),
    ].join(', ');
  const field = (variant: Variant, words: string) => (
    <SpeechTextField
      key={nameOf(variant)}
      label={words}
      lang={language}
      value={readText(text, { ...writing, ...variant })}
      place={placeOf(place, variant)}
      onChange={(written) =>
        onChange(
          `${place} ${language} ${nameOf(variant)}`,
          writeText(text, { ...writing, ...variant }, written),
        )
      }
    />
  );
  return (
    <div className={css('words')}>
      {field(
        everybody,
        label ?? t('speechEditor.said', { language: t(`speechEditor.language.${language}`) }),
      )}
      {all.filter(isShown).map((variant) => field(variant, said(variant)))}
      {readOnly ? null : (
        <div className={css('tools')}>
          {all
            .filter((variant) => !isShown(variant))
            .map((variant) => (
              <Button
                key={nameOf(variant)}
                size="small"
                look="ghost"
                icon="plus"
                onClick={() => setOpened([...opened, nameOf(variant)])}
              >
                {variant.tone === null && variant.channel !== null
                  ? t(`channel.${variant.channel}`)
                  : said(variant)}
              </Button>
            ))}
        </div>
      )}
    </div>
  );
};
