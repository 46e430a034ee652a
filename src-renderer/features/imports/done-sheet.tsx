/** An import that ended: what it wrote, until when it can be undone, and what undoing left. */
import { formatDay, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import { useEffect, useState } from 'react';
import styles from './imports.module.css';
import type { ImportDesk } from './use-imports.ts';
import { WrittenFigures } from './written-figures.tsx';

const css = styleNames(styles);

const titles = { done: 'doneTitle', cancelled: 'cancelledTitle', undone: 'undoneTitle' } as const;

type Kept = CommandOutput<'imports.kept'>['kept'];

const KeptList = ({ importId }: { readonly importId: string }) => {
  const { t } = useText();
  const request = useRequest();
  const [kept, setKept] = useState<Kept>([]);
  useEffect(() => {
    let current = true;
    void request('imports.kept', { importId }).then((answer) => {
      if (current && answer.ok) setKept(answer.value.kept);
    });
    return () => {
      current = false;
    };
  }, [request, importId]);
  return (
    <>
      <h3>{t('imports.keptTitle')}</h3>
      <ul className={css('kept')} aria-label={t('imports.keptTitle')}>
        {kept.map((one) => (
          <li key={`${one.line} ${one.entity} ${one.customerId}`}>
            <small>{t('imports.lineOf', { line: one.line })}</small>
            <b>{one.name}</b>
            <span>{t(`imports.because.${one.because}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
};

export const DoneSheet = ({ desk }: { readonly desk: ImportDesk }) => {
  const { t, language } = useText();
  const { view } = desk;
  const number = (count: number) => formatNumber(count, language);
  const title = titles[view.state as keyof typeof titles];
  const { undoUntil, undone } = view;
  return (
    <section className={css('sheet', 'done')} aria-label={t(`imports.${title}`)}>
      <header>
        <h2>{t(`imports.${title}`)}</h2>
        <i />
        {undoUntil === null ? null : (
          <>
            <small>{t('imports.undoUntil', { day: formatDay(undoUntil, language) })}</small>
            <Button
              size="small"
              icon="undo"
              aria-label={t('imports.undoOf', { name: view.fileName })}
              onClick={() => void desk.step('undo')}
            >
              {t('imports.undo')}
            </Button>
          </>
        )}
      </header>
      <WrittenFigures view={view} />
      {undone === null ? null : (
        <p>
          {t('imports.undoneLine', { taken: number(undone.takenBack), kept: number(undone.kept) })}
        </p>
      )}
      {undone !== null && undone.kept > 0 ? <KeptList importId={view.id} /> : null}
    </section>
  );
};
