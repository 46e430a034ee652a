/** One action of the live bar; active it is an inverted block and its word is the way back. */
import { styleNames } from '../style-names.ts';
import styles from './bar-toggle.module.css';
import { Icon, type IconName } from './icon.tsx';
import { KeyCaps } from './key-caps.tsx';

const css = styleNames(styles);

export const BarToggle = ({
  icon,
  label,
  hotkey,
  pressed,
  wordStays,
  blocked,
  onPress,
}: {
  readonly icon: IconName;
  readonly label: string;
  readonly hotkey: string;
  readonly pressed?: boolean;
  /** The word names the state, not the way back: then the pressed state is told beside it. */
  readonly wordStays?: boolean;
  /** Why it cannot be done: it stays in its place, greyed. */
  readonly blocked?: string;
  readonly onPress?: () => void;
}) => (
  <button
    type="button"
    className={css('act', pressed === true && 'pressed', blocked !== undefined && 'blocked')}
    aria-keyshortcuts={hotkey}
    aria-pressed={wordStays === true ? pressed : undefined}
    aria-disabled={blocked === undefined ? undefined : true}
    title={blocked}
    onClick={onPress}
  >
    <Icon name={icon} size={20} />
    <span>{label}</span>
    {blocked === undefined ? null : <span className="sr-only">{blocked}</span>}
    <KeyCaps keys={[hotkey]} tone="bare" />
  </button>
);
