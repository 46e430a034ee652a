/** A picture of a letter: chosen from a file, seen on paper's white, taken out again. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { useId, useRef, useState } from 'react';
import { fitImage } from './fit-image.ts';
import styles from './sequence.module.css';

const css = styleNames(styles);

export const ImageField = ({
  label,
  hint,
  value,
  onChange,
}: {
  readonly label: string;
  readonly hint: string;
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}) => {
  const { t } = useText();
  const id = useId();
  const input = useRef<HTMLInputElement>(null);
  const [wrong, setWrong] = useState(false);
  const take = async (file: File | undefined) => {
    if (file === undefined) return;
    const image = await fitImage(file);
    setWrong(image === null);
    if (image !== null) onChange(image);
    // The same file may be chosen again after it was changed.
    if (input.current !== null) input.current.value = '';
  };
  return (
    <div className={css('image')} data-wrong={wrong}>
      <span id={id}>{label}</span>
      <div className={css('chosen')}>
        {value === null ? null : <img src={value} alt={t('sequence.look.seen', { name: label })} />}
        <Button
          size="small"
          icon="upload"
          aria-describedby={`${id}-hint`}
          id={`${id}-choose`}
          aria-labelledby={`${id} ${id}-choose`}
          onClick={() => input.current?.click()}
        >
          {t(value === null ? 'sequence.look.chooseOne' : 'sequence.look.chooseAnother')}
        </Button>
        {value === null ? null : (
          <Button
            size="small"
            look="ghost"
            aria-label={t('sequence.look.remove', { name: label })}
            onClick={() => onChange(null)}
          >
            {t('sequence.remove')}
          </Button>
        )}
      </div>
      <input
        ref={input}
        hidden
        type="file"
        accept="image/png,image/jpeg"
        aria-labelledby={id}
        onChange={(event) => void take(event.currentTarget.files?.[0])}
      />
      <small id={`${id}-hint`} role={wrong ? 'alert' : undefined}>
        {wrong ? t('sequence.look.noImage') : hint}
      </small>
    </div>
  );
};
