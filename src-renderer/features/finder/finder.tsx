/** Ctrl+K: find anyone, or call what is typed. With no call it stands in the bar. */
import { StarMark } from '@renderer/platform/dial/star-mark.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { isStarKey } from '@renderer/platform/keys/star-key.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './finder.module.css';
import { type FinderRow, headingOf } from './finder-rows.ts';
import { RowWords } from './finder-words.tsx';
import { useFinder } from './use-finder.ts';

const css = styleNames(styles);

/** As many as have a digit of their own. */
const digitRows = 9;

/** Rows that stand under one heading, in the order of the rows. */
const groupsOf = (rows: readonly FinderRow[]) => {
  const groups: { heading: ReturnType<typeof headingOf>; from: number; rows: FinderRow[] }[] = [];
  rows.forEach((row, at) => {
    const last = groups.at(-1);
    if (last?.heading === headingOf(row)) last.rows.push(row);
    else groups.push({ heading: headingOf(row), from: at, rows: [row] });
  });
  return groups;
};

type ResultParts = {
  readonly id: string;
  readonly at: number;
  readonly finder: Pick<ReturnType<typeof useFinder>, 'rows' | 'starred' | 'star'>;
  readonly onTake: (row: FinderRow) => void;
};

const Option = ({
  row,
  index,
  parts: { id, at, finder, onTake },
}: {
  readonly row: FinderRow;
  readonly index: number;
  readonly parts: ResultParts;
}) => (
  // Keys go to the field (aria-activedescendant); the pointer takes a row directly.
  // biome-ignore lint/a11y/useFocusableInteractive: see above
  <div
    id={`${id}-${index}`}
    role="option"
    aria-selected={index === at}
    aria-keyshortcuts={index < digitRows ? `Control+${index + 1}` : undefined}
    className={css('row', index === at && 'on')}
    onPointerDown={(event) => {
      event.preventDefault();
      onTake(row);
    }}
  >
    <RowWords row={row} />
    {row.favourite === null ? null : (
      <StarMark starred={finder.starred(row)} onPress={() => finder.star(row)} />
    )}
    {index < digitRows ? <KeyCaps keys={[index === at ? '↵' : String(index + 1)]} /> : null}
  </div>
);

const Results = (parts: ResultParts) => {
  const { t } = useText();
  return (
    <div id={parts.id} role="listbox" aria-label={t('finder.results')} className={css('list')}>
      {groupsOf(parts.finder.rows).map(({ heading, from, rows }) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped so
        <div key={`${heading}-${from}`} role="group" aria-label={t(`finder.group.${heading}`)}>
          <p className={css('heading')} aria-hidden="true">
            {t(`finder.group.${heading}`)}
          </p>
          {rows.map((row, index) => (
            <Option key={row.id} row={row} index={from + index} parts={parts} />
          ))}
        </div>
      ))}
    </div>
  );
};

const Foot = ({ count }: { readonly count: number }) => {
  const { t } = useText();
  if (count === 0) return null;
  return (
    <div className={css('foot')}>
      <span>
        <KeyCaps keys={['Ctrl', `1–${Math.min(count, digitRows)}`]} /> {t('finder.choose')}
      </span>
      <span className="figures">{t('finder.found', { count })}</span>
    </div>
  );
};

/** In plain words: whom this desktop lacks, and whether the hub was asked. */
const HubWords = ({
  finder: { rows, hub, text },
}: {
  readonly finder: Pick<ReturnType<typeof useFinder>, 'rows' | 'hub' | 'text'>;
}) => {
  const { t } = useText();
  const words = () => {
    const isEmpty = rows.length === 0;
    if (hub === 'not-asked') return t(isEmpty ? 'finder.hub.nobodyHere' : 'finder.hub.onlyHere');
    if (hub === 'asking') return t('finder.hub.asking');
    if (!isEmpty || text.trim() === '') return null;
    return t(hub === 'asked' ? 'finder.hub.nobody' : 'finder.none');
  };
  return (
    <p className={css('none')} role="status">
      {words()}
    </p>
  );
};

type KeyParts = {
  readonly finder: ReturnType<typeof useFinder>;
  readonly at: number;
  readonly wanted: number;
  readonly setAt: (at: number) => void;
  readonly leave: () => void;
};

const keysOf =
  ({ finder, at, wanted, setAt, leave }: KeyParts) =>
  (event: KeyboardEvent): void => {
    const { rows } = finder;
    const chosen = rows[at];
    const takeDigit = (code: string) => {
      const row = rows[Number(code.slice('Digit'.length)) - 1];
      if (row !== undefined) finder.take(row);
    };
    if (isStarKey(event)) {
      if (chosen !== undefined) finder.star(chosen);
    } else if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    // Before the answer is there the place that was meant is asked for, not the last one shown.
    else if (event.key === 'Enter') finder.takeAt(rows.length === 0 ? wanted : at);
    else if (event.key === 'Escape') leave();
    else if (event.ctrlKey && /^Digit[1-9]$/.test(event.code)) takeDigit(event.code);
    else return;
    event.preventDefault();
  };

export const Finder = ({
  place,
  onClose,
}: {
  readonly place: 'bar' | 'over';
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [wanted, setAt] = useState(0);
  const done = () => {
    field.current?.blur();
    onClose();
  };
  // Over a talk nothing is offered: two keys pressed by mistake would put the customer on hold.
  const finder = useFinder(done, place === 'bar');
  const { text, rows, type, take, clear } = finder;
  const at = Math.max(0, Math.min(wanted, rows.length - 1));
  useKeys([
    { key: 'k', modifier: 'ctrl', whileTyping: 'works', act: () => field.current?.focus() },
  ]);
  useEffect(() => {
    if (place === 'over') field.current?.focus();
  }, [place]);
  const leave = () => {
    clear();
    done();
  };
  const onKeyDown = keysOf({ finder, at, wanted, setAt, leave });
  const open = text.trim() !== '' || rows.length > 0;
  return (
    // biome-ignore lint/a11y/useSemanticElements: <search> has no role before Chrome 118
    <div role="search" className={css('finder', place)}>
      <Icon name="search" />
      <input
        ref={field}
        type="text"
        role="combobox"
        aria-label={t('finder.label')}
        aria-expanded={open}
        aria-controls={`${id}-list`}
        aria-activedescendant={open && rows.length > 0 ? `${id}-list-${at}` : undefined}
        aria-keyshortcuts="Control+K"
        autoComplete="off"
        spellCheck={false}
        placeholder={t('finder.placeholder')}
        value={text}
        onChange={(event) => {
          const typed = event.currentTarget.value;
          setAt(typed === '' ? finder.firstAt : 0);
          void type(typed);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setAt(text === '' ? finder.firstAt : 0);
          void finder.prepare();
          if (text === '') void type('');
        }}
        onBlur={() => {
          if (text === '') clear();
        }}
      />
      <KeyCaps keys={['Ctrl', 'K']} />
      {open ? (
        <div className={css('results')}>
          <Results id={`${id}-list`} at={at} finder={finder} onTake={take} />
          <HubWords finder={finder} />
          <Foot count={rows.length} />
        </div>
      ) : null}
    </div>
  );
};
