/** What is to go out: of which brand, of whom, of when, with which columns. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { exportFormats, newExportSchema } from '@shared/contracts/http/exports.ts';
import { segments } from '@shared/domain/customer/customer.ts';
import { exportFieldsOf, exportHeaders } from '@shared/domain/export/columns.ts';
import { type ImportKind, importKinds } from '@shared/domain/import/field.ts';
import styles from './administration.module.css';
import { Dialog } from './dialogs.tsx';
import { ChecksField, SelectField, TextField } from './fields.tsx';
import { type Form, useForm } from './use-form.ts';

const css = styleNames(styles);
const vips = ['all', 'only'] as const;

const firstValues = (brandId: string, language: 'fr' | 'en') => ({
  brandId,
  kind: 'customers' as ImportKind,
  format: 'csv' as string,
  language,
  columns: [...exportFieldsOf.customers] as string[],
  from: '',
  to: '',
  segments: [] as string[],
  vip: 'all' as string,
});
type Values = ReturnType<typeof firstValues>;

/** Days as she reads them, the last one whole. */
const instantOf = (day: string, daysLater: number): string | null => {
  if (day === '') return null;
  const at = new Date(`${day}T00:00:00`);
  at.setDate(at.getDate() + daysLater);
  return Number.isNaN(at.getTime()) ? day : at.toISOString();
};

const Scope = ({ form: { values, wrong, set } }: { readonly form: Form<Values> }) => {
  const { t } = useText();
  const brands = useBrands();
  const day = (name: 'from' | 'to') => (
    <TextField
      label={t(`admin.export.${name}`)}
      hint={t(`admin.export.period.${values.kind}`)}
      type="date"
      value={values[name]}
      wrong={wrong.has(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <>
      <SelectField
        label={t('admin.brand')}
        value={values.brandId}
        wrong={wrong.has('brandId')}
        options={brands.map(({ id, name }) => ({ id, label: name }))}
        onChange={(brandId) => set({ brandId })}
      />
      <SelectField
        label={t('admin.export.format')}
        value={values.format}
        options={exportFormats.map((id) => ({ id, label: id.toUpperCase() }))}
        onChange={(format) => set({ format })}
      />
      {day('from')}
      {day('to')}
      <ChecksField
        label={t('admin.export.segments')}
        hint={t('admin.export.allSegments')}
        chosen={values.segments}
        options={segments.map((id) => ({ id, label: t(`admin.audience.${id}`) }))}
        onChange={(chosen) => set({ segments: chosen })}
      />
      <SelectField
        label={t('admin.audience.vip')}
        value={values.vip}
        options={vips.map((id) => ({ id, label: t(`admin.export.vip.${id}`) }))}
        onChange={(vip) => set({ vip })}
      />
    </>
  );
};

export const ExportForm = ({ onClose }: { readonly onClose: () => void }) => {
  const { t, language } = useText();
  const brands = useBrands();
  const form = useForm(firstValues(brands[0]?.id ?? '', language));
  const { values, wrong, set, send } = form;
  const fields = exportFieldsOf[values.kind];
  const ask = async () => {
    const period = { from: instantOf(values.from, 0), to: instantOf(values.to, 1) };
    const done = await send('admin.export', { ...values, ...period }, newExportSchema);
    if (done !== null) onClose();
  };
  return (
    <Dialog title={t('admin.export.new')} onClose={onClose}>
      <div className={css('form')}>
        <SelectField
          label={t('admin.export.what')}
          value={values.kind}
          options={importKinds.map((id) => ({ id, label: t(`admin.export.kind.${id}`) }))}
          onChange={(chosen) => {
            const kind = importKinds.find((one) => one === chosen) ?? 'customers';
            set({ kind, columns: [...exportFieldsOf[kind]] });
          }}
        />
        <Scope form={form} />
        <ChecksField
          label={t('admin.export.columns')}
          wrong={wrong.has('columns')}
          chosen={values.columns}
          options={fields.map((id) => ({ id, label: exportHeaders[id][language] }))}
          onChange={(columns) => set({ columns })}
        />
        <footer>
          <p className={css('quiet')}>{t('admin.export.note')}</p>
          <Button onClick={onClose}>{t('admin.cancel')}</Button>
          <Button
            look="primary"
            {...(values.columns.length === 0 ? { blocked: t('admin.export.noColumn') } : {})}
            onClick={() => void ask()}
          >
            {t('admin.export.ask')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
};
