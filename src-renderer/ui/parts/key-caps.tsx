/** The key of an action, beside it. Read to a screen reader by aria-keyshortcuts, not here. */

import { styleNames } from '../style-names.ts';
import styles from './key-caps.module.css';

const css = styleNames(styles);

export const KeyCaps = ({
  keys,
  tone = 'plain',
}: {
  readonly keys: readonly string[];
  readonly tone?: 'plain' | 'on-solid' | 'bare';
}) => (
  <span className={css('caps', tone)} aria-hidden="true">
    {keys.map((key) => (
      <kbd key={key}>{key}</kbd>
    ))}
  </span>
);
