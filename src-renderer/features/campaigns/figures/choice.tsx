/** One of a few, all of them in view; the key beside the group goes to the next one. */
import { KeyCaps } from '@renderer/ui/parts/key-caps.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ReactNode } from 'react';
import styles from './figures.module.css';

const css = styleNames(styles);

export type Option<Name extends string> = {
  readonly name: Name;
  readonly words: ReactNode;
  /** The key that chooses it, as printed. */
  readonly keyCap?: string;
};

/** The one after it, and after the last the first. */
export const nextOf = <Name extends string>(names: readonly Name[], chosen: Name): Name =>
  names[(names.indexOf(chosen) + 1) % names.length] ?? chosen;

export const Choice = <Name extends string>({
  label,
  options,
  chosen,
  keyCap,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly Option<Name>[];
  readonly chosen: Name;
  /** Goes to the next one. */
  readonly keyCap?: string;
  readonly onChoose: (name: Name) => void;
}) => (
  <fieldset className={css('choice')} aria-label={label}>
    {options.map(({ name, words, keyCap: own }) => (
      <button
        key={name}
        type="button"
        aria-pressed={name === chosen}
        aria-keyshortcuts={own}
        onClick={() => onChoose(name)}
      >
        {words}
        {own === undefined ? null : <KeyCaps keys={[own]} />}
      </button>
    ))}
    {keyCap === undefined ? null : <KeyCaps keys={[keyCap]} />}
  </fieldset>
);
