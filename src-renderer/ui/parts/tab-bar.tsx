/** Tabs by arrow keys, Home and End; each names its panel. */
import { type KeyboardEvent, useCallback } from 'react';
import { styleNames } from '../style-names.ts';
import styles from './tab-bar.module.css';

const css = styleNames(styles);

const steps: { readonly [key: string]: (place: number, count: number) => number } = {
  ArrowRight: (place, count) => (place + 1) % count,
  ArrowLeft: (place, count) => (place + count - 1) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

/** The id of a tab: its panel is labelled by it. */
export const tabId = (panelId: string, name: string): string => `${panelId}-${name}`;

export const TabBar = <Name extends string>({
  label,
  names,
  words,
  chosen,
  panelId,
  onChoose,
}: {
  readonly label: string;
  readonly names: readonly Name[];
  readonly words: (name: Name) => string;
  readonly chosen: Name;
  readonly panelId: string;
  readonly onChoose: (name: Name) => void;
}) => {
  const onKeyDown = useCallback(
    (event: KeyboardEvent<HTMLDivElement>) => {
      // With another key held the arrow means something else.
      if (event.altKey || event.ctrlKey || event.metaKey) return;
      const next = names[steps[event.key]?.(names.indexOf(chosen), names.length) ?? -1];
      if (next === undefined) return;
      event.preventDefault();
      onChoose(next);
      document.getElementById(tabId(panelId, next))?.focus();
    },
    [names, chosen, panelId, onChoose],
  );
  return (
    <div
      role="tablist"
      tabIndex={-1}
      aria-label={label}
      className={css('tabs')}
      onKeyDown={onKeyDown}
    >
      {names.map((name) => (
        <button
          key={name}
          id={tabId(panelId, name)}
          type="button"
          role="tab"
          aria-selected={name === chosen}
          aria-controls={panelId}
          tabIndex={name === chosen ? 0 : -1}
          onClick={() => onChoose(name)}
        >
          {words(name)}
        </button>
      ))}
    </div>
  );
};
