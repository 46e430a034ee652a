/** One import, from its columns to what it wrote; Ctrl+Enter imports, R tries again. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import type { DoubtRule } from '@shared/domain/import/progress.ts';
import { useState } from 'react';
import { ColumnsSheet } from './columns-sheet.tsx';
import { CountStrip } from './count-strip.tsx';
import { DoneSheet } from './done-sheet.tsx';
import { DoubtsSheet } from './doubts-sheet.tsx';
import { ImportHead } from './import-head.tsx';
import styles from './imports.module.css';
import { ProgressSheet } from './progress-sheet.tsx';
import { RefusedSheet } from './refused-sheet.tsx';
import { type ImportDesk, isAtWork, useImport } from './use-imports.ts';

const css = styleNames(styles);

/** What a run would write: new ones, updates, and doubts that follow a rule. */
export const linesToRun = ({ counts }: ImportView, rule: DoubtRule): number =>
  counts.new +
  counts.update +
  (rule === 'same-person' || rule === 'two-records' ? counts.doubt : 0);

const mayTry = ({ state, missing }: ImportView): boolean =>
  (state === 'ready' || state === 'tried') && missing.length === 0;
const mayRun = (view: ImportView, rule: DoubtRule): boolean =>
  view.state === 'tried' || (view.state === 'done' && linesToRun(view, rule) > 0);

const Body = ({
  desk,
  rule,
  onRule,
}: {
  readonly desk: ImportDesk;
  readonly rule: DoubtRule;
  readonly onRule: (rule: DoubtRule) => void;
}) => {
  const { t, language } = useText();
  const { view } = desk;
  if (view.unreadable !== null) {
    return <EmptyState icon="alert" title={view.unreadable[language]} detail={view.fileName} />;
  }
  if (isAtWork(view)) return <ProgressSheet desk={desk} />;
  if (view.state === 'cancelled' || view.state === 'undone') return <DoneSheet desk={desk} />;
  const isTried = view.state === 'tried' || view.state === 'done';
  return (
    <>
      {view.state === 'done' ? <DoneSheet desk={desk} /> : <CountStrip view={view} />}
      <div className={css('sheets')}>
        <ColumnsSheet desk={desk} />
        {isTried ? (
          <div className={css('beside')}>
            <RefusedSheet desk={desk} />
            {view.counts.doubt > 0 ? <DoubtsSheet desk={desk} rule={rule} onRule={onRule} /> : null}
          </div>
        ) : (
          <section className={css('sheet', 'hint')}>
            <EmptyState icon="wand" title={t('imports.toTry')} />
          </section>
        )}
      </div>
    </>
  );
};

export const ImportPage = ({
  given,
  onClose,
}: {
  readonly given: ImportView;
  readonly onClose: () => void;
}) => {
  const desk = useImport(given);
  const [rule, setRule] = useState<DoubtRule>('wait');
  const { view } = desk;
  const acts = {
    tryIt: mayTry(view) ? () => void desk.step('dry-run') : null,
    run: mayRun(view, rule) ? () => void desk.run(rule) : null,
  };
  useKeys([
    { key: 'r', whileTyping: 'rests', act: () => acts.tryIt?.() },
    { key: 'Enter', modifier: 'ctrl', whileTyping: 'works', act: () => acts.run?.() },
    { key: 'Escape', whileTyping: 'rests', act: onClose },
  ]);
  return (
    <main className={css('page')}>
      <ImportHead desk={desk} lines={linesToRun(view, rule)} acts={acts} onClose={onClose} />
      <Body desk={desk} rule={rule} onRule={setRule} />
    </main>
  );
};
