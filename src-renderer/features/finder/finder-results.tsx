/** What the search found: rows under headings, what they can be narrowed to, and what is missing. */
import { StarMark } from '@renderer/platform/dial/star-mark.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './finder.module.css';
import { type FinderRow, headingOf } from './finder-rows.ts';
import { RowWords } from './finder-words.tsx';
import { type Narrowing, narrowingsOf } from './narrow.ts';
import type { useFinder } from './use-finder.ts';

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

export type ResultParts = {
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

/** « Savoirs, Maison Kerdoual »: articles of one brand say whose they are. */
const OfBrand = ({ rows }: { readonly rows: readonly FinderRow[] }) => {
  const brands = useBrands();
  const ids = new Set(rows.map((row) => (row.kind === 'article' ? row.article.brandId : null)));
  const [only] = ids;
  const brand = ids.size === 1 ? brands.find(({ id }) => id === only) : undefined;
  return brand === undefined ? null : `, ${brand.name}`;
};

export const Results = (parts: ResultParts) => {
  const { t } = useText();
  return (
    <div id={parts.id} role="listbox" aria-label={t('finder.results')} className={css('list')}>
      {groupsOf(parts.finder.rows).map(({ heading, from, rows }) => (
        // biome-ignore lint/a11y/useSemanticElements: options of a listbox are grouped so
        <div key={`${heading}-${from}`} role="group" aria-label={t(`finder.group.${heading}`)}>
          <p className={css('heading')} aria-hidden="true">
            {t(`finder.group.${heading}`)}
            <OfBrand rows={rows} />
          </p>
          {rows.map((row, index) => (
            <Option key={row.id} row={row} index={from + index} parts={parts} />
          ))}
        </div>
      ))}
    </div>
  );
};

export const Foot = ({
  finder,
}: {
  readonly finder: Pick<ReturnType<typeof useFinder>, 'rows' | 'allRows'>;
}) => {
  const { t } = useText();
  const { rows, allRows: all } = finder;
  const count = rows.length;
  if (count === 0) return null;
  return (
    <div className={css('foot')}>
      <span>
        <KeyCaps keys={['Ctrl', `1–${Math.min(count, digitRows)}`]} /> {t('finder.choose')}
      </span>
      {narrowingsOf(all).length === 0 ? null : (
        <span>
          <KeyCaps keys={[t('finder.tab')]} /> {t('finder.narrow')}
        </span>
      )}
      {all.some(({ kind }) => kind === 'customer') ? (
        <span>
          <KeyCaps keys={['Alt', '↵']} /> {t('finder.read')}
        </span>
      ) : null}
      <span className={css('count', 'figures')}>
        {count === all.length
          ? t('finder.found', { count })
          : t('finder.foundOf', { count, of: all.length })}
      </span>
    </div>
  );
};

const isOn = (one: Narrowing, now: Narrowing | null): boolean =>
  JSON.stringify(one) === JSON.stringify(now);

/** What Tab narrows to, each in its place; the pointer chooses one directly. */
export const Narrowings = ({
  finder: { allRows, narrowing, narrow },
}: {
  readonly finder: Pick<ReturnType<typeof useFinder>, 'allRows' | 'narrowing' | 'narrow'>;
}) => {
  const { t } = useText();
  const brands = useBrands();
  const ways = narrowingsOf(allRows);
  if (ways.length === 0) return null;
  const wordsOf = (one: Narrowing): string =>
    one.by === 'heading'
      ? t(`finder.group.${one.heading}`)
      : (brands.find(({ id }) => id === one.brandId)?.name ?? one.brandId);
  const chip = (one: Narrowing | null, on: boolean, words: string) => (
    <button
      key={words}
      // Of many only some have room: the chosen one has.
      ref={(button) => {
        if (on) button?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
      }}
      type="button"
      tabIndex={-1}
      aria-pressed={on}
      className={css(on && 'on')}
      // The field keeps the focus: she types on.
      onPointerDown={(event) => {
        event.preventDefault();
        narrow(one);
      }}
    >
      {words}
    </button>
  );
  return (
    <div className={css('narrowings')} role="toolbar" aria-label={t('finder.narrowTo')}>
      {chip(null, !ways.some((one) => isOn(one, narrowing)), t('finder.all'))}
      {ways.map((one) => chip(one, isOn(one, narrowing), wordsOf(one)))}
    </div>
  );
};

/** In plain words: whom this desktop lacks, and whether the hub was asked. */
export const HubWords = ({
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

/** An article that is nowhere written: two keys tell the brand, and what was told is said. */
export const MissingWords = ({
  finder: { missing, text },
}: {
  readonly finder: Pick<ReturnType<typeof useFinder>, 'missing' | 'text'>;
}) => {
  const { t } = useText();
  const words = text.trim();
  if (missing.brandId === null || words.length < 3) return null;
  return (
    <p className={css('missing')} role="status">
      {missing.said === words ? (
        t('knowledge.missingSaid', { words })
      ) : (
        <>
          <KeyCaps keys={['Alt', 'M']} /> {t('knowledge.missing')}
        </>
      )}
    </p>
  );
};
