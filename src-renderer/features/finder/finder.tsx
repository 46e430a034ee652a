/** Ctrl+K: find anyone, or call what is typed. With no call it stands in the bar. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { isStarKey } from '@renderer/platform/keys/star-key.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import styles from './finder.module.css';
import {
  Foot,
  HubWords,
  MissingWords,
  Narrowings,
  type ResultParts,
  Results,
} from './finder-results.tsx';
import { narrowingsOf } from './narrow.ts';
import { ReadingPane } from './reading-pane.tsx';
import { useFinder } from './use-finder.ts';

const css = styleNames(styles);

type KeyParts = {
  readonly finder: ReturnType<typeof useFinder>;
  readonly at: number;
  readonly wanted: number;
  readonly setAt: (at: number) => void;
  readonly leave: () => void;
  readonly read: () => void;
};

const keysOf =
  ({ finder, at, wanted, setAt, leave, read }: KeyParts) =>
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
    else if (event.key === 'Tab' && narrowingsOf(finder.allRows).length > 0) {
      finder.narrowOn(event.shiftKey ? -1 : 1);
      setAt(0);
    } else if (event.altKey && event.key.toLowerCase() === 'm') finder.missing.say(finder.text);
    else if (event.key === 'Enter' && event.altKey) read();
    // Before the answer is there the place that was meant is asked for, not the last one shown.
    else if (event.key === 'Enter') finder.takeAt(rows.length === 0 ? wanted : at);
    else if (event.key === 'Escape') leave();
    else if (event.ctrlKey && /^Digit[1-9]$/.test(event.code)) takeDigit(event.code);
    else return;
    event.preventDefault();
  };

/** Ctrl+K goes to the field; over a talk it has the focus from the beginning. */
const useField = (place: 'bar' | 'over') => {
  const field = useRef<HTMLInputElement>(null);
  useKeys([
    { key: 'k', modifier: 'ctrl', whileTyping: 'works', act: () => field.current?.focus() },
  ]);
  useEffect(() => {
    if (place !== 'over') return;
    field.current?.focus();
    field.current?.select();
  }, [place]);
  return field;
};

/** The results, and beside them whom she reads. */
const Found = ({
  parts,
  reading,
}: {
  readonly parts: Omit<ResultParts, 'finder'> & Pick<KeyParts, 'finder'>;
  readonly reading: boolean;
}) => {
  const { finder, at } = parts;
  const row = finder.rows[at];
  const read = reading && row?.kind === 'customer' ? row.hit : null;
  return (
    <div className={css('results', read !== null && 'wide')}>
      <div className={css('found')}>
        <Narrowings finder={finder} />
        <Results {...parts} />
        <HubWords finder={finder} />
        <MissingWords finder={finder} />
        <Foot finder={finder} />
      </div>
      {read === null ? null : (
        <ReadingPane key={read.customerId} customerId={read.customerId} name={read.name} />
      )}
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
  const field = useField(place);
  const [wanted, setAt] = useState(0);
  const [reading, setReading] = useState(false);
  const done = () => {
    field.current?.blur();
    setReading(false);
    onClose();
  };
  // Over a talk nothing is offered: two keys pressed by mistake would put the customer on hold.
  const finder = useFinder(done, place === 'bar');
  const { text, rows, type, take, clear } = finder;
  const at = Math.max(0, Math.min(wanted, rows.length - 1));
  const leave = () => {
    if (reading) {
      setReading(false);
      return;
    }
    clear();
    done();
  };
  const read = () => setReading(!reading);
  const onKeyDown = keysOf({ finder, at, wanted, setAt, leave, read });
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
          if (text === '' || place === 'over') void type(text);
        }}
        onBlur={() => {
          if (text === '') clear();
        }}
      />
      <KeyCaps keys={['Ctrl', 'K']} />
      {open ? (
        <Found parts={{ id: `${id}-list`, at, finder, onTake: take }} reading={reading} />
      ) : null}
    </div>
  );
};
