/** Which brand, what the file holds, and the file: dropped or chosen. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ImportView } from '@shared/contracts/http/imports.ts';
import { type ImportKind, importKinds } from '@shared/domain/import/field.ts';
import { type DragEvent, useId, useState } from 'react';
import styles from './imports.module.css';

const css = styleNames(styles);

const Choice = <T extends string>({
  label,
  options,
  value,
  onChange,
}: {
  readonly label: string;
  readonly options: readonly { readonly id: T; readonly name: string }[];
  readonly value: T;
  readonly onChange: (value: T) => void;
}) => {
  const id = useId();
  return (
    <div className={css('choice')}>
      <label htmlFor={id}>{label}</label>
      <select
        id={id}
        value={value}
        onChange={(event) => {
          const chosen = options.find((one) => one.id === event.currentTarget.value);
          if (chosen !== undefined) onChange(chosen.id);
        }}
      >
        {options.map((one) => (
          <option key={one.id} value={one.id}>
            {one.name}
          </option>
        ))}
      </select>
    </div>
  );
};

export const FileDrop = ({ onSent }: { readonly onSent: (view: ImportView) => void }) => {
  const { t } = useText();
  const request = useRequest();
  const brands = useBrands();
  const [brand, setBrand] = useState<string | null>(null);
  const [kind, setKind] = useState<ImportKind>('customers');
  const [sending, setSending] = useState<string | null>(null);
  const [over, setOver] = useState(false);
  const brandId = brand ?? brands[0]?.id ?? '';
  const send = async (file: File | undefined): Promise<void> => {
    if (file === undefined || sending !== null || brandId === '') return;
    setSending(file.name);
    const bytes = await file.arrayBuffer();
    const fileName = file.name.slice(0, 200);
    const answer = await request('imports.send', { brandId, kind, fileName, bytes });
    setSending(null);
    if (answer.ok) onSent(answer.value);
  };
  const drop = (event: DragEvent) => {
    event.preventDefault();
    setOver(false);
    void send(event.dataTransfer.files[0]);
  };
  return (
    <section className={css('sheet', 'new')}>
      <div className={css('choices')}>
        <Choice
          label={t('imports.brand')}
          options={brands.map(({ id, name }) => ({ id, name }))}
          value={brandId}
          onChange={setBrand}
        />
        <Choice
          label={t('imports.kindOf')}
          options={importKinds.map((id) => ({ id, name: t(`imports.kind.${id}`) }))}
          value={kind}
          onChange={setKind}
        />
      </div>
      <label
        className={css('drop', over && 'over')}
        onDragOver={(event) => {
          event.preventDefault();
          setOver(true);
        }}
        onDragLeave={() => setOver(false)}
        onDrop={drop}
      >
        <Icon name="upload" size={26} />
        <b>{sending === null ? t('imports.drop') : t('imports.sending', { name: sending })}</b>
        <span className={css('pick')}>{t('imports.choose')}</span>
        <small>{t('imports.limit')}</small>
        <input
          type="file"
          aria-label={t('imports.choose')}
          accept=".csv,.txt,.tsv,.xlsx"
          onChange={(event) => {
            const input = event.currentTarget;
            void send(input.files?.[0]);
            input.value = '';
          }}
        />
      </label>
    </section>
  );
};
