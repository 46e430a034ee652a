/** What the advisor notes, as she writes it; or why it is not seen. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { firstName } from '@renderer/platform/talk/talk-list.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { SeatCall } from '@shared/contracts/http/seat-call.ts';
import styles from './call-in-view.module.css';

const css = styleNames(styles);

export const SeenNotes = ({
  name,
  call,
}: {
  readonly name: string;
  readonly call: SeatCall | null;
}) => {
  const { t, language } = useText();
  const notes = (call?.told?.notes ?? []).filter(({ text }) => text.trim() !== '');
  const telling = call?.telling ?? 'asked';
  const why = telling === 'told' ? 'inView.noNotes' : `inView.telling.${telling}`;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what is longer than the sheet is scrolled by keys
    <section className={css('notes')} aria-label={t('inView.notes', { name })} tabIndex={0}>
      <header>
        <h2>{t('inView.notes', { name: firstName(name) })}</h2>
        <span>{t('inView.readOnly')}</span>
      </header>
      {notes.length === 0 ? <p>{t(why)}</p> : null}
      <ul>
        {notes.map(({ at, text }) => (
          <li key={at}>
            <time dateTime={at}>{formatTime(at, language)}</time>
            <span>{text}</span>
          </li>
        ))}
      </ul>
    </section>
  );
};
