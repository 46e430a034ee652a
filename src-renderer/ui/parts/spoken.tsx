/** Words to be said aloud: serif, dotted under merged fields, lined under the exact wording. */

import { styleNames } from '../style-names.ts';
import styles from './spoken.module.css';

const css = styleNames(styles);

export type SpokenWords = readonly {
  readonly kind: 'words' | 'field' | 'fallback';
  readonly text: string;
  readonly exact: boolean;
}[];

/** A sentence longer than this takes more than four lines at full size, and steps down by itself. */
const longSentence = 190;

export const Spoken = ({
  words,
  size = 'full',
  lang,
}: {
  readonly words: SpokenWords;
  readonly size?: 'full' | 'small';
  readonly lang: 'fr' | 'en';
}) => {
  const length = words.reduce((sum, word) => sum + word.text.length, 0);
  return (
    <p className={css('spoken', size, length > longSentence && 'long')} lang={lang}>
      {words.map((word, at) => (
        <span
          // The parts of one sentence have no identity but their place.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={at}
          className={css(word.kind === 'field' && 'field', word.exact && 'exact')}
        >
          {word.text}
        </span>
      ))}
    </p>
  );
};
