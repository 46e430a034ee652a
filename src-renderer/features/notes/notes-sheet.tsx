/** The notes of this call, always open under the lectern, carried into the wrap-up. */
import { formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useDraft, useServices } from '@renderer/platform/store/services.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import type { NoteLine } from '@shared/domain/interaction/interaction.ts';
import { toInstant } from '@shared/kernel/clock.ts';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { joinLine, splitLine, writeLine } from './note-lines.ts';
import styles from './notes.module.css';
import { SavedMark } from './saved-mark.tsx';

const css = styleNames(styles);

type Caret = { readonly line: number; readonly offset: number };

/** Keys inside the lines; answers where the caret goes, or null when the key is the field's own. */
const useNoteEdits = (work: WorkItem) => {
  const { draft, edit } = useDraft(work);
  const { clock } = useServices();
  const change = (next: (lines: readonly NoteLine[], now: string) => NoteLine[]) =>
    edit((current) => ({ ...current, notes: next(current.notes, toInstant(clock.now())) }));
  const onKey = (event: KeyboardEvent<HTMLTextAreaElement>, at: number): Caret | null => {
    const { selectionStart: caret, selectionEnd, value } = event.currentTarget;
    const collapsed = caret === selectionEnd;
    if (event.key === 'Enter' && !event.ctrlKey && !event.altKey) {
      if (value.trim() === '') return { line: at, offset: caret };
      change((lines, now) => splitLine(lines, at, caret, now));
      return { line: at + 1, offset: 0 };
    }
    if (event.key === 'Backspace' && collapsed && caret === 0 && at > 0) {
      const offset = draft.notes[at - 1]?.text.length ?? 0;
      change((lines) => joinLine(lines, at));
      return { line: at - 1, offset };
    }
    if (event.key === 'ArrowUp' && caret === 0 && at > 0)
      return { line: at - 1, offset: draft.notes[at - 1]?.text.length ?? 0 };
    if (event.key === 'ArrowDown' && caret === value.length && at < draft.notes.length)
      return { line: at + 1, offset: 0 };
    return null;
  };
  const write = (at: number, text: string) =>
    change((lines, now) => writeLine(lines, at, text.replaceAll('\n', ' '), now));
  return { lines: draft.notes, onKey, write };
};

const Line = ({
  line,
  at,
  onKey,
  onWrite,
}: {
  readonly line: NoteLine | null;
  readonly at: number;
  readonly onKey: (event: KeyboardEvent<HTMLTextAreaElement>) => void;
  readonly onWrite: (text: string) => void;
}) => {
  const { t, language } = useText();
  const time = line === null ? '' : formatTime(line.at, language);
  return (
    <div className={css('line')}>
      <time>{time}</time>
      <div className={css('grow')} data-text={line?.text ?? ''}>
        <textarea
          rows={1}
          data-line={at}
          aria-label={line === null ? t('notes.newLine') : t('notes.line', { time })}
          placeholder={line === null && at === 0 ? t('notes.placeholder') : undefined}
          value={line?.text ?? ''}
          onChange={(event) => onWrite(event.currentTarget.value)}
          onKeyDown={onKey}
        />
      </div>
    </div>
  );
};

const NoteLines = ({ work }: { readonly work: WorkItem }) => {
  const { lines, onKey, write } = useNoteEdits(work);
  const box = useRef<HTMLDivElement>(null);
  const [caret, setCaret] = useState<Caret | null>(null);
  const fieldOf = (line: number) =>
    box.current?.querySelector<HTMLTextAreaElement>(`[data-line="${line}"]`);
  useEffect(() => {
    if (caret === null) return;
    const field = box.current?.querySelector<HTMLTextAreaElement>(`[data-line="${caret.line}"]`);
    field?.focus();
    field?.setSelectionRange(caret.offset, caret.offset);
    setCaret(null);
  }, [caret]);
  useKeys([
    {
      key: 'n',
      modifier: 'alt',
      whileTyping: 'works',
      act: () => fieldOf(lines.length)?.focus(),
    },
  ]);
  const shown: readonly (NoteLine | null)[] = [...lines, null];
  return (
    <div ref={box} className={css('lines')}>
      {shown.map((line, at) => (
        <Line
          // A line is its place: the caret stays in it while it becomes a thought.
          // biome-ignore lint/suspicious/noArrayIndexKey: see above
          key={at}
          line={line}
          at={at}
          onWrite={(text) => write(at, text)}
          onKey={(event) => {
            const next = onKey(event, at);
            if (next === null) return;
            event.preventDefault();
            setCaret(next);
          }}
        />
      ))}
    </div>
  );
};

export const NotesSheet = ({
  work,
  aside,
}: {
  readonly work: WorkItem;
  /** Shown at the right instead of the saved mark, when that one stands elsewhere. */
  readonly aside?: string | undefined;
}) => {
  const { t } = useText();
  return (
    <section className={css('sheet')} aria-label={t('notes.title')}>
      <header className={css('head')}>
        <h2>{t('notes.title')}</h2>
        <KeyCaps keys={['Alt', 'N']} />
        <i />
        {aside === undefined ? <SavedMark work={work} /> : <span>{aside}</span>}
      </header>
      <NoteLines work={work} />
    </section>
  );
};
