/** Something is under way: how far it is, what was written so far, and how to stop it. */
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './imports.module.css';
import type { ImportDesk } from './use-imports.ts';
import { WrittenFigures } from './written-figures.tsx';

const css = styleNames(styles);

const words = {
  reading: 'readingFile',
  trying: 'tryingLines',
  running: 'runningLines',
  undoing: 'undoingLines',
} as const;

export const ProgressSheet = ({ desk }: { readonly desk: ImportDesk }) => {
  const { t, language } = useText();
  const { view } = desk;
  const { done, total } = view.progress;
  const number = (count: number) => formatNumber(count, language);
  const word = words[view.state as keyof typeof words];
  return (
    <section className={css('sheet', 'progress')} aria-label={t(`imports.state.${view.state}`)}>
      <h2>{t(`imports.${word}`)}</h2>
      <progress max={Math.max(1, total)} value={done} aria-label={t(`imports.${word}`)} />
      <p role="status">{t('imports.progress', { done: number(done), total: number(total) })}</p>
      {view.state === 'running' ? <WrittenFigures view={view} /> : null}
      {view.state === 'undoing' ? null : (
        <Button onClick={() => void desk.step('cancel')}>{t('imports.cancel')}</Button>
      )}
    </section>
  );
};
