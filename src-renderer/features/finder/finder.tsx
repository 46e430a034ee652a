/** Ctrl+K: find anyone, or call what is typed. With no call it stands in the bar. */
import { outcomeWords } from '@renderer/platform/i18n/outcome-words.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './finder.module.css';
import { type FinderRow, useFinder } from './use-finder.ts';

const css = styleNames(styles);

const RowWords = ({ row }: { readonly row: FinderRow }) => {
  const { t } = useText();
  const brands = useBrands();
  if (row.kind === 'dial')
    return (
      <>
        <Icon name="phone" />
        <b>{t('finder.call', { number: row.dial.display })}</b>
      </>
    );
  if (row.kind === 'recent')
    return (
      <>
        <Icon name={row.recent.direction} />
        <span className={css('person')}>
          <b>{row.recent.name ?? row.display}</b>
          <small>
            {[
              row.recent.name === null ? null : row.display,
              outcomeWords(row.recent.outcome, row.recent.failure, t),
            ]
              .filter(Boolean)
              .join(' · ')}
          </small>
        </span>
        <BrandMark size="small" brand={brands.find((one) => one.id === row.recent.brandId)} />
      </>
    );
  const { hit } = row;
  return (
    <>
      <Icon name="user" />
      <span className={css('person')}>
        <b>{hit.name}</b>
        <small>{[hit.place, hit.phone].filter(Boolean).join(' · ')}</small>
      </span>
      {hit.vip ? (
        <Tag tone="ink" icon="crown">
          VIP
        </Tag>
      ) : null}
      {hit.brandIds.map((id) => (
        <BrandMark key={id} size="small" brand={brands.find((brand) => brand.id === id)} />
      ))}
    </>
  );
};

const Results = ({
  id,
  rows,
  at,
  onTake,
}: {
  readonly id: string;
  readonly rows: readonly FinderRow[];
  readonly at: number;
  readonly onTake: (row: FinderRow) => void;
}) => {
  const { t } = useText();
  return (
    <div className={css('results')} id={id} role="listbox" aria-label={t('finder.results')}>
      {rows.map((row, index) => (
        // Keys go to the field (aria-activedescendant); the pointer takes a row directly.
        // biome-ignore lint/a11y/useFocusableInteractive: see above
        <div
          key={row.id}
          id={`${id}-${index}`}
          role="option"
          aria-selected={index === at}
          className={css('row', index === at && 'on')}
          onPointerDown={(event) => {
            event.preventDefault();
            onTake(row);
          }}
        >
          <RowWords row={row} />
        </div>
      ))}
      {rows.length === 0 ? <p className={css('none')}>{t('finder.none')}</p> : null}
    </div>
  );
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
  const [at, setAt] = useState(0);
  const done = () => {
    field.current?.blur();
    onClose();
  };
  // Over a talk nothing is offered: two keys pressed by mistake would put the customer on hold.
  const { text, rows, type, take, takeAt, clear } = useFinder(done, place === 'bar');
  useKeys([
    { key: 'k', modifier: 'ctrl', whileTyping: 'works', act: () => field.current?.focus() },
  ]);
  useEffect(() => {
    if (place === 'over') field.current?.focus();
  }, [place]);
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key === 'ArrowDown') setAt(Math.min(at + 1, rows.length - 1));
    else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
    else if (event.key === 'Enter') takeAt(at);
    else if (event.key === 'Escape') {
      clear();
      field.current?.blur();
      onClose();
    } else return;
    event.preventDefault();
  };
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
          setAt(0);
          void type(event.currentTarget.value);
        }}
        onKeyDown={onKeyDown}
        onFocus={() => {
          setAt(0);
          if (text === '') void type('');
        }}
        onBlur={() => {
          if (text === '') clear();
        }}
      />
      <KeyCaps keys={['Ctrl', 'K']} />
      {open ? <Results id={`${id}-list`} rows={rows} at={at} onTake={take} /> : null}
    </div>
  );
};
