/** Some of many, by their names: what is chosen, each with its way out, and the others to add. */
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useReadOnly } from './editor-store.ts';
import { Labelled, type Option, RowButton } from './form-parts.tsx';
import styles from './speech-editor.module.css';

const css = styleNames(styles);

export const PickedList = ({
  label,
  hint,
  adding,
  removing,
  chosen,
  options,
  most,
  name,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  /** The first line of the list: what choosing from it does. */
  readonly adding: string;
  readonly removing: (label: string) => string;
  readonly chosen: readonly Option[];
  readonly options: readonly Option[];
  readonly most: number;
  readonly name: string;
  readonly onChange: (ids: string[]) => void;
}) => {
  const readOnly = useReadOnly();
  const ids = chosen.map(({ id }) => id);
  const left = options.filter(({ id }) => !ids.includes(id));
  return (
    <Labelled label={label} hint={hint}>
      {({ id, disabled }) => (
        <div className={css('picked')}>
          {chosen.map((one) => (
            <span key={one.id} className={css('pick')}>
              {one.label}
              {readOnly ? null : (
                <RowButton
                  label={removing(one.label)}
                  onPress={() => onChange(ids.filter((other) => other !== one.id))}
                >
                  <Icon name="close" size={14} />
                </RowButton>
              )}
            </span>
          ))}
          <select
            id={id}
            value=""
            data-place={name}
            disabled={disabled || left.length === 0 || ids.length >= most}
            onChange={(event) => onChange([...ids, event.currentTarget.value])}
          >
            <option value="">{adding}</option>
            {left.map((option) => (
              <option key={option.id} value={option.id}>
                {option.label}
              </option>
            ))}
          </select>
        </div>
      )}
    </Labelled>
  );
};
