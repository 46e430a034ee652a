/** How the call is qualified: one of the brand's own codes. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useWrapUpTables } from '@renderer/platform/store/use-reference.ts';
import { useScript } from './editor-store.ts';
import { SelectInput } from './form-parts.tsx';

export const DispositionSelect = ({
  value,
  narrow = false,
  onChange,
}: {
  readonly value: string | undefined;
  readonly narrow?: boolean;
  readonly onChange: (code: string | undefined) => void;
}) => {
  const { t, language } = useText();
  const { brandId } = useScript();
  const { dispositions } = useWrapUpTables(brandId);
  const chosen = value?.trim() ?? '';
  const known = dispositions.map(({ code, label }) => ({ id: code, label: label[language] }));
  const missing = chosen !== '' && !known.some(({ id }) => id === chosen);
  return (
    <SelectInput
      label={t('speechEditor.disposition')}
      name="dispositionCode"
      narrow={narrow}
      value={chosen}
      options={[
        { id: '', label: t('speechEditor.noDisposition') },
        ...(missing ? [{ id: chosen, label: chosen }] : []),
        ...known,
      ]}
      onChange={(code) => onChange(code === '' ? undefined : code)}
    />
  );
};
