/** The frame of a form that a team lead fills in: its name, its acts, and how much is still wrong. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ReactNode, type RefObject, useState } from 'react';
import styles from './form.module.css';
import { SelectField, TextField, type Wrong } from './form-parts.tsx';

const css = styleNames(styles);

/** Removing asks once more: the first press only says what the second one does. */
const Remove = ({ words, onRemove }: { readonly words: string; readonly onRemove: () => void }) => {
  const { t } = useText();
  const [asked, setAsked] = useState(false);
  return (
    <Button look={asked ? 'danger' : 'ghost'} onClick={() => (asked ? onRemove() : setAsked(true))}>
      {asked ? t('playForm.removeSure') : words}
    </Button>
  );
};

export const FormFrame = ({
  label,
  title,
  wrong,
  form,
  removal,
  onSave,
  onClose,
  children,
}: {
  readonly label: string;
  readonly title: string;
  readonly wrong: Wrong;
  readonly form: RefObject<HTMLFormElement | null>;
  /** Null for one that is not there yet. */
  readonly removal: { readonly words: string; readonly onRemove: () => void } | null;
  readonly onSave: () => void;
  readonly onClose: () => void;
  readonly children: ReactNode;
}) => {
  const { t } = useText();
  const count = Object.keys(wrong).length;
  return (
    <main className={css('frame')}>
      <form
        ref={form}
        noValidate
        className={css('form')}
        aria-label={label}
        onSubmit={(event) => {
          event.preventDefault();
          onSave();
        }}
      >
        <header className={css('acts')}>
          <h1>{title}</h1>
          <i />
          {removal === null ? null : <Remove {...removal} />}
          <Button onClick={onClose}>{t('playForm.cancel')}</Button>
          <Button look="primary" type="submit">
            {t('playForm.save')}
          </Button>
        </header>
        {count === 0 ? null : (
          <p role="alert" className={css('wrong')}>
            {t('playForm.someWrong', { count })}
          </p>
        )}
        <div className={css('columns')}>{children}</div>
      </form>
    </main>
  );
};

/** What it is called, and of which brand; the brand is chosen once. */
export const TitleAndBrand = ({
  draft,
  wrong,
  isNew,
  onTitle,
  onBrand,
}: {
  readonly draft: { readonly title: string; readonly brandId: string };
  readonly wrong: Wrong;
  readonly isNew: boolean;
  readonly onTitle: (title: string) => void;
  readonly onBrand: (brandId: string) => void;
}) => {
  const { t } = useText();
  const brands = useBrands();
  const own = useSlice('session')?.user?.brandIds ?? [];
  return (
    <>
      <TextField
        label={t('playForm.called')}
        path="title"
        wrong={wrong}
        maxLength={80}
        value={draft.title}
        onChange={onTitle}
      />
      {isNew ? (
        <SelectField
          label={t('playForm.brand')}
          path="brandId"
          wrong={wrong}
          value={draft.brandId}
          options={brands
            .filter(({ id }) => own.includes(id))
            .map(({ id, name }) => ({ id, label: name }))}
          onChange={onBrand}
        />
      ) : null}
    </>
  );
};
