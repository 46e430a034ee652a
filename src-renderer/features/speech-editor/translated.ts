/** Reads and writes a text or a label in the language that is written now. */
import type { Channel } from '@shared/domain/interaction/channel.ts';
import type {
  Labels,
  RelationMode,
  SpeechLanguage,
  SpeechText,
  TextVariant,
} from '@shared/domain/script/text.ts';

export type Writing = {
  readonly written: SpeechLanguage;
  readonly language: SpeechLanguage;
  readonly tone: RelationMode | null;
  /** Null: said aloud, and wherever nothing else is written. */
  readonly channel?: Channel | null;
};

const isOwn = ({ written, language }: Writing): boolean => written === language;

const fits =
  ({ written, language, tone, channel = null }: Writing) =>
  (one: TextVariant): boolean =>
    (one.language ?? written) === language &&
    (one.tone ?? null) === tone &&
    (one.channel ?? null) === channel;

/** Exactly these words, '' where nobody wrote any. */
export const readText = (text: SpeechText, writing: Writing): string => {
  const { tone, channel = null } = writing;
  if (isOwn(writing) && channel === null) {
    if (tone === null) return text.default;
    if (tone !== 'neutral') return text[tone] ?? '';
  }
  return text.variants?.find(fits(writing))?.text ?? '';
};

const withoutKey = <T extends object, K extends keyof T>(value: T, key: K): Omit<T, K> => {
  const { [key]: _, ...rest } = value;
  return rest;
};

export const writeText = (text: SpeechText, writing: Writing, words: string): SpeechText => {
  const { language, tone, channel = null } = writing;
  if (isOwn(writing) && channel === null) {
    if (tone === null) return { ...text, default: words };
    if (tone !== 'neutral')
      return words === ''
        ? { ...withoutKey(text, tone), default: text.default }
        : { ...text, [tone]: words };
  }
  const others = (text.variants ?? []).filter((one) => !fits(writing)(one));
  const added: TextVariant = {
    language,
    ...(tone === null ? {} : { tone }),
    ...(channel === null ? {} : { channel }),
    text: words,
  };
  const variants = words === '' ? others : [...others, added];
  return variants.length === 0
    ? { ...withoutKey(text, 'variants'), default: text.default }
    : { ...text, variants };
};

export const readLabel = (label: string, labels: Labels | undefined, writing: Writing): string =>
  isOwn(writing) ? label : (labels?.[writing.language] ?? '');

/** What changes of `{ label, labels }`, under the names that the thing has for them. */
export const writeLabels = (
  labels: Labels | undefined,
  { language }: Writing,
  words: string,
): Labels => ({ ...labels, [language]: words });
