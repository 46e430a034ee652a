/** Alt+G: every step of the speech, to jump to any of them. A talk does not follow a graph. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import type { Speech } from '@renderer/platform/store/use-speech.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { foldText } from '@shared/domain/disposition/search-dispositions.ts';
import type { SpeechRecord } from '@shared/domain/script/progress.ts';
import { jumpTo, standableSteps } from '@shared/domain/script/run.ts';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './step-parts.module.css';

const css = styleNames(styles);

/** The arrows move in the list, Enter jumps, Escape closes. */
const moved = (key: string, at: number, count: number): number | null => {
  if (key === 'ArrowDown') return Math.min(at + 1, count - 1);
  return key === 'ArrowUp' ? Math.max(at - 1, 0) : null;
};

type RowState = 'here' | 'passed' | 'ahead';

const stateOf = ({ stepId, path }: SpeechRecord, id: string): RowState => {
  if (id === stepId) return 'here';
  return path.includes(id) ? 'passed' : 'ahead';
};

const PlanRow = ({
  id,
  title,
  state,
  chosen,
  onTake,
}: {
  readonly id: string;
  readonly title: string;
  readonly state: RowState;
  readonly chosen: 'chosen' | 'other';
  readonly onTake: () => void;
}) => {
  const { t } = useText();
  return (
    <div
      id={id}
      role="option"
      tabIndex={-1}
      aria-selected={chosen === 'chosen'}
      className={css('planRow', chosen === 'chosen' && 'chosen')}
      onPointerDown={(event) => {
        event.preventDefault();
        onTake();
      }}
    >
      <Icon name={state === 'passed' ? 'check' : 'chevron-right'} size={15} />
      <span>{title}</span>
      {state === 'here' ? <small>{t('speech.planHere')}</small> : null}
    </div>
  );
};

export const Plan = ({
  speech,
  onClose,
}: {
  readonly speech: Speech;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { script, record, plain, walk } = speech;
  const [typed, setTyped] = useState('');
  const [at, setAt] = useState(0);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();
  useEffect(() => field.current?.focus(), []);
  const found = standableSteps(script)
    .map((step) => ({ step, title: plain(step.title, step.titles) }))
    .filter(({ title }) => foldText(title).includes(foldText(typed)));
  const jump = (stepId: string | undefined) => {
    if (stepId === undefined) return;
    walk((current) => jumpTo(script, current, stepId), 'aside');
    onClose();
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = moved(event.key, at, found.length);
    if (next !== null) setAt(next);
    else if (event.key === 'Enter') jump(found[at]?.step.id);
    else if (event.key === 'Escape') onClose();
    else return;
    event.preventDefault();
    event.stopPropagation();
  };
  return (
    <section className={css('plan')} aria-label={t('speech.plan')}>
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('speech.planField')}
        placeholder={t('speech.planField')}
        aria-expanded="true"
        aria-controls={id}
        aria-activedescendant={found[at] === undefined ? undefined : `${id}-${at}`}
        value={typed}
        onChange={(event) => {
          setTyped(event.currentTarget.value);
          setAt(0);
        }}
        onKeyDown={onKeyDown}
      />
      <div id={id} role="listbox" aria-label={t('speech.plan')}>
        {found.map(({ step, title }, row) => (
          <PlanRow
            key={step.id}
            id={`${id}-${row}`}
            title={title}
            state={stateOf(record, step.id)}
            chosen={row === at ? 'chosen' : 'other'}
            onTake={() => jump(step.id)}
          />
        ))}
        {found.length === 0 ? <p>{t('speech.planNone')}</p> : null}
      </div>
    </section>
  );
};
