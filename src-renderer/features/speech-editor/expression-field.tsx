/** A condition while it is written: each mistake underlined where it is, said below, and completed. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { checkExpression } from '@shared/domain/script/expression/check.ts';
import { completionsAt } from '@shared/domain/script/expression/complete.ts';
import { formatExpression } from '@shared/domain/script/expression/format.ts';
import { parseExpression } from '@shared/domain/script/expression/parse.ts';
import type { Problem } from '@shared/domain/script/expression/problem.ts';
import type { ExpressionEnvironment } from '@shared/domain/script/expression/types.ts';
import type { ExpressionWords } from '@shared/domain/script/expression/words.ts';
import { wordsOfFacts } from '@shared/domain/script/expression/words-of-facts.ts';
import { useId, useMemo, useRef, useState } from 'react';
import { CompletionList, type Offer, useCompleting } from './completion-list.tsx';
import { useReadOnly } from './editor-store.ts';
import styles from './speech-editor.module.css';
import { problemText } from './words-of-findings.ts';

const css = styleNames(styles);

type Piece = { readonly text: string; readonly wrong: boolean; readonly at: number };

/** The text in pieces, the wrong ones marked. A mistake without width marks the sign before it. */
const piecesOf = (text: string, problems: readonly Problem[]): readonly Piece[] => {
  const wrong = Array.from({ length: text.length }, () => false);
  for (const { from, to } of problems)
    wrong.fill(true, from === to ? Math.max(from - 1, 0) : from, Math.max(to, 1));
  const pieces: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    let end = at + 1;
    while (end < text.length && wrong[end] === wrong[at]) end += 1;
    pieces.push({ text: text.slice(at, end), wrong: wrong[at] === true, at });
    at = end;
  }
  return pieces;
};

const Underlined = ({
  text,
  problems,
  left,
}: {
  readonly text: string;
  readonly problems: readonly Problem[];
  readonly left: number;
}) => (
  <div className={css('underlay')} aria-hidden="true">
    <span style={{ marginLeft: -left }}>
      {piecesOf(text, problems).map((piece) => (
        <span key={piece.at} className={css(piece.wrong && 'wrongPiece')}>
          {piece.text}
        </span>
      ))}
    </span>
  </div>
);

const useOffers = (
  value: string,
  caret: number,
  environment: ExpressionEnvironment,
  words: ExpressionWords,
) => {
  const { language } = useText();
  return useMemo(() => {
    const found = completionsAt(value, caret, environment, language);
    const offers = found.items.map(
      ({ text }): Offer => ({ text, note: words(text)?.noun[language] ?? '' }),
    );
    return { ...found, offers };
  }, [value, caret, environment, language, words]);
};

export const ExpressionField = ({
  label,
  value,
  environment,
  words = wordsOfFacts,
  place,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly environment: ExpressionEnvironment;
  readonly words?: ExpressionWords;
  readonly place: string;
  readonly onChange: (value: string) => void;
}) => {
  const { t, language } = useText();
  const id = useId();
  const readOnly = useReadOnly();
  const input = useRef<HTMLInputElement>(null);
  const [caret, setCaret] = useState(value.length);
  const [left, setLeft] = useState(0);
  const problems = useMemo(() => checkExpression(value, environment), [value, environment]);
  const { tree } = useMemo(() => parseExpression(value), [value]);
  const { from, to, offers } = useOffers(value, caret, environment, words);
  const write = (next: string, at: number) => {
    // An empty condition is kept as a gap, so that it can be saved and is named.
    onChange(next === '' ? ' ' : next);
    setCaret(at);
  };
  const completing = useCompleting(offers, ({ text }) => {
    const next = `${value.slice(0, from)}${text}${value.slice(to)}`;
    write(next, from + text.length);
    requestAnimationFrame(() =>
      input.current?.setSelectionRange(from + text.length, from + text.length),
    );
  });
  return (
    <div className={css('expression', problems.length > 0 && 'wrong')}>
      <label htmlFor={id}>{label}</label>
      <div className={css('expressionBox')}>
        <Underlined text={value} problems={problems} left={left} />
        <input
          ref={input}
          id={id}
          role="combobox"
          type="text"
          spellCheck={false}
          autoComplete="off"
          maxLength={500}
          value={value.trim() === '' ? '' : value}
          readOnly={readOnly}
          data-place={place}
          aria-invalid={problems.length > 0}
          aria-describedby={`${id}-said`}
          aria-autocomplete="list"
          aria-expanded={completing.offers.length > 0}
          aria-controls={completing.offers.length > 0 ? completing.id : undefined}
          aria-activedescendant={
            completing.offers.length > 0 ? `${completing.id}-${completing.at}` : undefined
          }
          onChange={(event) => {
            write(event.currentTarget.value, event.currentTarget.selectionStart ?? 0);
            completing.reopen();
          }}
          onSelect={(event) => setCaret(event.currentTarget.selectionStart ?? 0)}
          onScroll={(event) => setLeft(event.currentTarget.scrollLeft)}
          onKeyDown={completing.onKeyDown}
          onBlur={completing.close}
        />
        <CompletionList of={completing} label={t('speechEditor.offers')} />
      </div>
      <div id={`${id}-said`} className={css('expressionSaid')}>
        {problems.map((problem) => (
          <p key={`${problem.from}-${problem.code}`} className={css('wrongSaid')}>
            {problemText(t, problem)}
          </p>
        ))}
        {problems.length === 0 && tree !== undefined ? (
          <p>{formatExpression(tree, language, words)}</p>
        ) : null}
      </div>
    </div>
  );
};
