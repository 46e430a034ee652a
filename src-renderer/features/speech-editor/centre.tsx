/** The middle: the graph, or the chosen step in full. What a check named gets the focus. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import { lazy, memo, Suspense, useEffect, useRef } from 'react';
import { ArrangeAgain } from './canvas/arrange-again.tsx';
import { useEditor, useEditorStore } from './editor-store.ts';
import { useMeasured } from './governance/edge-shares.ts';
import { HeadForm } from './head-form.tsx';
import { ObjectionForm } from './objection-form.tsx';
import { SavingNote } from './saving-note.tsx';
import { Segment } from './segment.tsx';
import styles from './speech-editor.module.css';
import { StepForm } from './step-form.tsx';

const css = styleNames(styles);

const Canvas = lazy(async () => ({ default: (await import('./canvas/canvas.tsx')).Canvas }));

const ViewChoice = () => {
  const { t } = useText();
  const store = useEditorStore();
  const view = useEditor((state) => state.view);
  return (
    <Segment
      label={t('speechEditor.view')}
      value={view}
      options={(['graph', 'text'] as const).map((id) => ({
        id,
        label: t(`speechEditor.viewOf.${id}`),
        icon: id === 'graph' ? 'sitemap' : 'file',
        keys: id === 'graph' ? 'Alt+G' : 'Alt+T',
      }))}
      onChoose={(next) => store.setState({ view: next })}
    />
  );
};

const Chosen = () => {
  const selected = useEditor((state) => state.selected);
  const sought = useEditor((state) => state.sought);
  const store = useEditorStore();
  const box = useRef<HTMLDivElement>(null);
  const key = selected.kind === 'head' ? 'head' : selected.id;
  // biome-ignore lint/correctness/useExhaustiveDependencies: another step is another form
  useEffect(() => {
    if (sought === null) return;
    const fields = [...(box.current?.querySelectorAll<HTMLElement>('[data-place]') ?? [])];
    const place = (one: HTMLElement) => one.dataset['place'] ?? '';
    const found =
      fields.find((one) => place(one) === sought) ??
      fields.find((one) => place(one).startsWith(sought.split('.')[0] ?? '')) ??
      fields[0];
    found?.focus();
    store.setState({ sought: null });
  }, [sought, key, store]);
  return (
    <div ref={box} className={css('formBox')} key={key}>
      {selected.kind === 'step' ? <StepForm stepId={selected.id} /> : null}
      {selected.kind === 'objection' ? <ObjectionForm objectionId={selected.id} /> : null}
      {selected.kind === 'head' ? <HeadForm /> : null}
    </div>
  );
};

export const Centre = memo(({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useText();
  const view = useEditor((state) => state.view);
  const measured = useMeasured();
  const brandId = useEditor((state) => state.history.now.brandId);
  const colors = useBrandColors(useBrand(brandId));
  return (
    <section className={css('centre')} aria-label={t('speechEditor.centre')} {...colors}>
      <div className={css('centreHead')}>
        <ViewChoice />
        {view === 'graph' ? <ArrangeAgain /> : null}
        {measured === null || view !== 'graph' ? null : (
          <span className={css('quiet')}>
            {t('speechWay.thickness', { version: measured.version })}
          </span>
        )}
        <i />
        <SavingNote />
      </div>
      {view === 'graph' ? (
        <Suspense fallback={null}>
          <Canvas findings={findings} />
        </Suspense>
      ) : (
        <Chosen />
      )}
    </section>
  );
});
