/**
 * A text whose parts that answer a search are marked, for the eye only: who listens hears it whole,
 * not in pieces.
 */
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './marked.module.css';

const css = styleNames(styles);
type Part = { readonly text: string; readonly marked: boolean };

export const Marked = ({ parts }: { readonly parts: readonly Part[] }) => {
  const whole = parts.map(({ text }) => text).join('');
  if (parts.every(({ marked }) => !marked)) return whole;
  let at = 0;
  return (
    <>
      <span className="sr-only">{whole}</span>
      <span aria-hidden="true">
        {parts.map(({ text, marked }) => {
          const key = at;
          at += text.length;
          return marked ? (
            <mark key={key} className={css('mark')}>
              {text}
            </mark>
          ) : (
            text
          );
        })}
      </span>
    </>
  );
};
