/** One answer of a few, by the arrows or a click. */
import { styleNames } from '@renderer/ui/style-names.ts';
import { useId } from 'react';
import styles from './speech.module.css';

const css = styleNames(styles);

export const OptionField = ({
  legend,
  value,
  options,
  onChoose,
}: {
  readonly legend: string;
  readonly value: string | null;
  readonly options: readonly { readonly id: string; readonly label: string }[];
  readonly onChoose: (id: string) => void;
}) => {
  const name = useId();
  return (
    <fieldset className={css('field', 'yesNo')}>
      <legend>{legend}</legend>
      {options.map(({ id, label }) => (
        <label key={id}>
          <input type="radio" name={name} checked={value === id} onChange={() => onChoose(id)} />
          {label}
        </label>
      ))}
    </fieldset>
  );
};
