/**
 * What is said, in its variants. The words for everybody are in the speech's own language; others
 * are for a language, for how the customer relates to the brand, or for a channel. The mark-up of a
 * text is read by `render.ts`.
 */
import { z } from 'zod';
import { channelSchema } from '../interaction/channel.ts';

export const relationModes = ['expert', 'brand-led', 'neutral'] as const;
export const relationModeSchema = z.enum(relationModes);
export type RelationMode = z.infer<typeof relationModeSchema>;

export const speechLanguages = ['fr', 'en'] as const;
export const speechLanguageSchema = z.enum(speechLanguages);
export type SpeechLanguage = z.infer<typeof speechLanguageSchema>;

const words = z.string().max(2000);

export const textVariantSchema = z.object({
  language: speechLanguageSchema.optional(),
  tone: relationModeSchema.optional(),
  channel: channelSchema.optional(),
  text: words,
});
export type TextVariant = z.infer<typeof textVariantSchema>;

export const speechTextSchema = z.object({
  default: words,
  expert: words.optional(),
  'brand-led': words.optional(),
  variants: z.array(textVariantSchema).max(40).optional(),
});
export type SpeechText = z.infer<typeof speechTextSchema>;

/** A label in the languages that the speech has beside its own. */
export const labelsSchema = z
  .object({ fr: z.string().max(120), en: z.string().max(120) })
  .partial();
export type Labels = z.infer<typeof labelsSchema>;

/** What a text is said for; everything else is the speech's own affair. */
export type Telling = {
  readonly language: SpeechLanguage;
  /** The language that the speech was written in: texts without a language are in it. */
  readonly written: SpeechLanguage;
  readonly tone: RelationMode | null;
  readonly channel?: z.infer<typeof channelSchema>;
};

/** A text as one list: its own words first, so that of two that fit alike they are said. */
const candidatesOf = (text: SpeechText, written: SpeechLanguage): readonly TextVariant[] => [
  { language: written, text: text.default },
  ...(['expert', 'brand-led'] as const).flatMap((tone) => {
    const own = text[tone];
    return own === undefined ? [] : [{ language: written, tone, text: own }];
  }),
  ...(text.variants ?? []),
];

/** -1: not meant for this. Else the more it was written for exactly this, the higher. */
const fitOf = (variant: TextVariant, { language, written, tone, channel }: Telling): number => {
  if ((variant.language ?? written) !== language) return -1;
  if (variant.tone !== undefined && variant.tone !== tone) return -1;
  if (variant.channel !== undefined && variant.channel !== (channel ?? 'phone')) return -1;
  return (variant.channel === undefined ? 0 : 2) + (variant.tone === undefined ? 0 : 1);
};

/** Whether somebody wrote this text in that language. */
export const isWrittenIn = (
  text: SpeechText,
  language: SpeechLanguage,
  written: SpeechLanguage,
): boolean =>
  language === written
    ? text.default.trim() !== ''
    : (text.variants ?? []).some((one) => one.language === language && one.text.trim() !== '');

/**
 * The words for this language, channel and tone: the language first, then the channel, then the
 * tone; of two that fit alike the first. A language that is missing falls back to the written one:
 * an advisor with foreign words says more than one with none.
 */
export const chooseWords = (text: SpeechText, telling: Telling): string => {
  const candidates = candidatesOf(text, telling.written);
  const best = (language: SpeechLanguage): TextVariant | null => {
    let chosen: TextVariant | null = null;
    let height = -1;
    for (const candidate of candidates) {
      const fit = fitOf(candidate, { ...telling, language });
      if (fit > height) [chosen, height] = [candidate, fit];
    }
    return chosen;
  };
  return (best(telling.language) ?? best(telling.written))?.text ?? text.default;
};

/** A label, a title or a name in this language, else as it was written. */
export const labelIn = (
  written: string,
  others: Labels | undefined,
  language: SpeechLanguage,
): string => others?.[language] ?? written;
