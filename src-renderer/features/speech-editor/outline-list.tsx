/**
 * The speech as a list, and the whole editor by keyboard: arrows go through it, Enter opens, Insert or
 * Ctrl+Enter puts a step behind, Delete takes one out, Alt and arrows move one. Only what is seen is drawn.
 */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Finding } from '@shared/domain/script/checks/finding.ts';
import {
  addStepAfter,
  moveStep,
  newStep,
  removeStep,
} from '@shared/domain/script/editing/edits.ts';
import { type OutlineRow, outlineOf } from '@shared/domain/script/editing/outline.ts';
import type { Step } from '@shared/domain/script/step.ts';
import { labelIn, type SpeechLanguage } from '@shared/domain/script/text.ts';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type KeyboardEvent, memo, useEffect, useMemo, useRef } from 'react';
import {
  selectStep,
  useEdit,
  useEditor,
  useEditorStore,
  useReadOnly,
  useScript,
} from './editor-store.ts';
import { gravestByStep } from './gravest.ts';
import styles from './speech-editor.module.css';
import { useShape } from './use-shape.ts';
import { useWriting } from './use-writing.ts';

const css = styleNames(styles);
const rowHeight = 30;
const indent = 20;
/** So few are drawn all: they cost less than to find out which are in sight. */
const allAtMost = 120;

const useOutlineKeys = (rows: readonly OutlineRow[], selectedId: string | null) => {
  const { t } = useText();
  const store = useEditorStore();
  const edit = useEdit();
  const readOnly = useReadOnly();
  const at = rows.findIndex(({ step }) => step.id === selectedId);
  const go = (place: number) => {
    const row = rows[Math.max(0, Math.min(rows.length - 1, place))];
    if (row !== undefined) selectStep(store, row.step.id);
  };
  const add = () => {
    if (selectedId === null) return;
    edit('steps', (script) => {
      const step = newStep(script, 'say', { title: t('speechEditor.newStep'), text: '' });
      const next = addStepAfter(script, selectedId, step);
      if (next !== script) queueMicrotask(() => selectStep(store, step.id));
      return next;
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const { key, altKey, ctrlKey } = event;
    if (altKey && (key === 'ArrowDown' || key === 'ArrowUp') && selectedId !== null)
      edit('steps', (script) => moveStep(script, selectedId, key === 'ArrowDown' ? 1 : -1));
    else if (key === 'ArrowDown') go(at + 1);
    else if (key === 'ArrowUp') go(at - 1);
    else if (key === 'Home') go(0);
    else if (key === 'End') go(rows.length - 1);
    else if (!readOnly && (key === 'Insert' || (key === 'Enter' && ctrlKey))) add();
    else if (key === 'Enter') store.setState({ view: 'text', sought: 'title' });
    else if (key === 'Delete' && selectedId !== null) {
      edit('steps', (script) => removeStep(script, selectedId));
      go(at === 0 ? 1 : at - 1);
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return { onKeyDown, add };
};

const Row = memo(
  ({
    depth,
    digit,
    reached,
    step,
    language,
    selected,
    severity,
  }: Omit<OutlineRow, 'step'> & {
    readonly step: Step;
    readonly language: SpeechLanguage;
    readonly selected: boolean;
    readonly severity: Finding['severity'] | undefined;
  }) => {
    const { t } = useText();
    const passages = (step.passages ?? []).length > 0;
    return (
      <span
        className={css('outlineRow', selected && 'on', !reached && 'lost')}
        style={{ paddingLeft: 10 + depth * indent }}
      >
        {digit === null ? null : <kbd>{digit}</kbd>}
        <span className={css('outlineTitle')}>{labelIn(step.title, step.titles, language)}</span>
        {passages ? (
          <span role="img" aria-label={t('speechEditor.hasPassage')}>
            <Icon name="lock" size={15} />
          </span>
        ) : null}
        {severity === undefined ? null : (
          <span
            role="img"
            className={css(severity === 'block' ? 'bad' : 'warn')}
            aria-label={t(`speechEditor.severity.${severity}`)}
          >
            <Icon name="alert" size={15} />
          </span>
        )}
      </span>
    );
  },
);

const idOf = (stepId: string) => `outline-${stepId}`;

/** Of a long list only the rows in sight are there; the chosen one is brought into it. */
const useRowsInSight = (rows: readonly OutlineRow[], selectedId: string | null) => {
  const box = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => box.current,
    estimateSize: () => rowHeight,
    overscan: 12,
    initialRect: { width: 260, height: 600 },
  });
  const place = rows.findIndex(({ step }) => step.id === selectedId);
  useEffect(() => {
    const top = place * rowHeight;
    const from = virtual.scrollOffset ?? 0;
    const height = virtual.scrollRect?.height ?? 0;
    if (place < 0 || (top >= from && top + rowHeight <= from + height)) return;
    // With the frame, which lays the list out anyway: not once more for this.
    const frame = requestAnimationFrame(() => virtual.scrollToIndex(place, { align: 'auto' }));
    return () => cancelAnimationFrame(frame);
  }, [place, virtual]);
  const items =
    rows.length <= allAtMost
      ? rows.map((_, index) => ({ index, start: index * rowHeight }))
      : virtual.getVirtualItems();
  return { box, items };
};

const Rows = ({
  rows,
  selectedId,
  findings,
  onKeyDown,
}: {
  readonly rows: readonly OutlineRow[];
  readonly selectedId: string | null;
  readonly findings: readonly Finding[];
  readonly onKeyDown: (event: KeyboardEvent) => void;
}) => {
  const { t } = useText();
  const store = useEditorStore();
  const gravest = useMemo(() => gravestByStep(findings), [findings]);
  const { box, items } = useRowsInSight(rows, selectedId);
  const { steps } = useScript();
  const { writing } = useWriting();
  const current = useMemo(() => new Map(steps.map((step) => [step.id, step])), [steps]);
  return (
    <div
      ref={box}
      role="listbox"
      tabIndex={0}
      className={css('outline')}
      aria-label={t('speechEditor.plan')}
      aria-activedescendant={selectedId === null ? undefined : idOf(selectedId)}
      aria-keyshortcuts="Enter Insert Delete Alt+ArrowUp Alt+ArrowDown"
      onKeyDown={onKeyDown}
    >
      <div style={{ height: rows.length * rowHeight, position: 'relative' }}>
        {items.map((item) => {
          const row = rows[item.index];
          if (row === undefined) return null;
          const { id } = row.step;
          return (
            // The list takes the keys; a pointer chooses and opens.
            // biome-ignore lint/a11y/useKeyWithClickEvents: see above
            <div
              key={id}
              id={idOf(id)}
              role="option"
              tabIndex={-1}
              aria-selected={id === selectedId}
              className={css('outlineItem')}
              style={{ transform: `translateY(${item.start}px)`, height: rowHeight }}
              onClick={() => selectStep(store, id)}
              onDoubleClick={() => store.setState({ view: 'text', sought: 'title' })}
            >
              <Row
                depth={row.depth}
                digit={row.digit}
                reached={row.reached}
                step={current.get(id) ?? row.step}
                language={writing.language}
                selected={id === selectedId}
                severity={gravest.get(id)}
              />
            </div>
          );
        })}
      </div>
    </div>
  );
};

export const OutlineList = ({ findings }: { readonly findings: readonly Finding[] }) => {
  const { t } = useText();
  const script = useScript();
  const readOnly = useReadOnly();
  const selected = useEditor((state) => state.selected);
  const selectedId = selected.kind === 'step' ? selected.id : null;
  const shape = useShape(script);
  const rows = useMemo(() => outlineOf(shape), [shape]);
  const { onKeyDown, add } = useOutlineKeys(rows, selectedId);
  return (
    <>
      <div className={css('lab')}>
        <h3>{t('speechEditor.plan')}</h3>
        {readOnly ? null : (
          <button
            type="button"
            className={css('rowButton')}
            aria-label={t('speechEditor.addStep')}
            title={t('speechEditor.addStep')}
            onClick={add}
          >
            <Icon name="plus" size={16} />
          </button>
        )}
      </div>
      <Rows rows={rows} selectedId={selectedId} findings={findings} onKeyDown={onKeyDown} />
    </>
  );
};
