/** A few views or voices to choose one of. */
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

export const Segment = <T extends string>({
  label,
  options,
  value,
  onChoose,
}: {
  readonly label: string;
  readonly options: readonly {
    readonly id: T;
    readonly label: string;
    readonly icon?: IconName;
    readonly keys?: string;
  }[];
  readonly value: T;
  readonly onChoose: (value: T) => void;
}) => (
  <fieldset className={css('segment')} aria-label={label}>
    {options.map(({ id, label: words, icon, keys }) => (
      <button
        key={id}
        type="button"
        aria-pressed={id === value}
        aria-keyshortcuts={keys}
        className={css(id === value && 'on')}
        onClick={() => onChoose(id)}
      >
        {icon === undefined ? null : <Icon name={icon} size={16} />}
        {words}
      </button>
    ))}
  </fieldset>
);
