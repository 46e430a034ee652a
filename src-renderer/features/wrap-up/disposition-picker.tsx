/** How the call ended, by type-ahead: Enter takes the first, 2 to 9 the next, accents ignored. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { isTypingIn, useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Disposition } from '@shared/domain/brand/brand.ts';
import {
  markMatch,
  mostUsed,
  searchDispositions,
} from '@shared/domain/disposition/search-dispositions.ts';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './disposition-picker.module.css';
import { fieldIds } from './use-finish.ts';

const css = styleNames(styles);
const shownAtMost = 9;

type Offered = {
  readonly all: readonly Disposition[];
  /** Codes that the call's campaign asks about. */
  readonly first: readonly string[];
};

const Label = ({ text, query }: { readonly text: string; readonly query: string }) => (
  <>
    {markMatch(text, query).map((part) =>
      part.matched ? <mark key={part.text}>{part.text}</mark> : part.text,
    )}
  </>
);

const Options = ({
  id,
  found,
  query,
  at,
  onTake,
}: {
  readonly id: string;
  readonly found: readonly Disposition[];
  readonly query: string;
  readonly at: number;
  readonly onTake: (code: string) => void;
}) => {
  const { t, language } = useText();
  return (
    <div id={id} className={css('options')} role="listbox" aria-label={t('wrapUp.results')}>
      {found.map((one, index) => (
        // biome-ignore lint/a11y/useFocusableInteractive: the field keeps the focus
        <div
          key={one.code}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={css('option', index === at && 'on')}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(one.code);
          }}
        >
          <span className={css('key')} aria-hidden="true">
            {index === 0 ? '↵' : index + 1}
          </span>
          <span className={css('label')}>
            <Label text={one.label[language]} query={query} />
          </span>
          <small>{one.group[language]}</small>
        </div>
      ))}
    </div>
  );
};

const Frequent = ({
  all,
  first,
  onTake,
}: Offered & {
  readonly onTake: (code: string) => void;
}) => {
  const { t, language } = useText();
  const four = mostUsed(all, first);
  useKeys(
    four.map((one, at) => ({
      key: `Digit${at + 1}`,
      modifier: 'alt',
      whileTyping: 'works',
      act: () => onTake(one.code),
    })),
  );
  if (four.length === 0) return null;
  return (
    <>
      <h3 className={css('sub')}>
        {t(first.length === 0 ? 'wrapUp.frequent' : 'wrapUp.ofCampaign')}
      </h3>
      <div className={css('chips')}>
        {four.map((one, at) => (
          <button
            key={one.code}
            type="button"
            className={css('chip')}
            aria-keyshortcuts={`Alt+${at + 1}`}
            onClick={() => onTake(one.code)}
          >
            <KeyCaps keys={['Alt', String(at + 1)]} />
            {one.label[language]}
          </button>
        ))}
      </div>
    </>
  );
};

const Chosen = ({
  one,
  onChange,
}: {
  readonly one: Disposition;
  readonly onChange: () => void;
}) => {
  const { t, language } = useText();
  return (
    <button type="button" id={fieldIds.disposition} className={css('chosen')} onClick={onChange}>
      <Icon name="check" />
      <b>{one.label[language]}</b>
      <span>{one.group[language]}</span>
      <small>{t('wrapUp.change')}</small>
    </button>
  );
};

const Search = ({
  all,
  first,
  onTake,
}: Offered & {
  readonly onTake: (code: string) => void;
}) => {
  const { t, language } = useText();
  const id = useId();
  const [query, setQuery] = useState('');
  const [at, setAt] = useState(0);
  const found = searchDispositions(all, query, language);
  const shown = found.slice(0, shownAtMost);
  const field = useRef<HTMLInputElement>(null);
  // The first thing to do after a call; but never away from a note that is being written.
  useEffect(() => {
    if (!isTypingIn(document.activeElement)) field.current?.focus();
  }, []);
  const onKeyDown = (event: KeyboardEvent) => {
    const digit = /^(?:Digit|Numpad)([2-9])$/.exec(event.code)?.[1];
    const plain = !event.altKey && !event.ctrlKey;
    const byDigit = digit === undefined || !plain ? undefined : shown[Number(digit) - 1];
    const taken = event.key === 'Enter' && plain ? shown[at] : byDigit;
    if (taken !== undefined) onTake(taken.code);
    else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Escape' && query !== '') setQuery('');
    else return;
    event.preventDefault();
  };
  return (
    <>
      <div className={css('field')}>
        <input
          ref={field}
          id={fieldIds.disposition}
          type="text"
          role="combobox"
          aria-label={t('wrapUp.question')}
          aria-expanded={shown.length > 0}
          aria-controls={id}
          aria-activedescendant={shown.length > 0 ? `${id}-${at}` : undefined}
          autoComplete="off"
          spellCheck={false}
          placeholder={t('wrapUp.type')}
          value={query}
          onChange={(event) => {
            setQuery(event.currentTarget.value);
            setAt(0);
          }}
          onKeyDown={onKeyDown}
        />
        {query === '' ? null : (
          <small role="status">
            {t('wrapUp.found', { count: found.length, total: all.length })}
          </small>
        )}
      </div>
      {shown.length > 0 ? (
        <Options id={id} found={shown} query={query} at={at} onTake={onTake} />
      ) : (
        <Frequent all={all} first={first} onTake={onTake} />
      )}
    </>
  );
};

export const DispositionPicker = ({
  all,
  first,
  code,
  onChoose,
}: Offered & {
  readonly code: string | null;
  readonly onChoose: (code: string | null) => void;
}) => {
  const chosen = all.find((one) => one.code === code);
  if (chosen !== undefined) return <Chosen one={chosen} onChange={() => onChoose(null)} />;
  return <Search all={all} first={first} onTake={onChoose} />;
};
