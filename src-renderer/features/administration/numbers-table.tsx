/** The numbers that customers of a brand call, and what each is for. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { newNumberSchema } from '@shared/contracts/http/brands.ts';
import { type BrandNumber, tariffClasses } from '@shared/domain/brand/brand.ts';
import { displayNumber } from '@shared/domain/number/display-number.ts';
import { parseNumber } from '@shared/domain/number/parse-number.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Confirm, Dialog } from './dialogs.tsx';
import { SelectField, TextField } from './fields.tsx';
import { Loaded } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';
import { useForm } from './use-form.ts';

const css = styleNames(styles);

const NewNumber = ({
  brandId,
  onClose,
}: {
  readonly brandId: string;
  readonly onClose: () => void;
}) => {
  const { t, language } = useText();
  const reasons = useSlice('reference')?.reasons.filter((one) => one.brandId === brandId) ?? [];
  const { values, set, wrong, send } = useForm({
    e164: '',
    label: '',
    tariffClass: 'normal',
    queue: '',
    reasonCode: '',
  });
  const add = async () => {
    const given = {
      ...values,
      e164: parseNumber(values.e164).e164 ?? values.e164,
      reasonCode: values.reasonCode === '' ? null : values.reasonCode,
    };
    const done = await send('admin.add-number', given, newNumberSchema, (number) => ({
      brandId,
      number: number as Omit<BrandNumber, 'id' | 'brandId'>,
    }));
    if (done !== null) onClose();
  };
  const text = (name: 'e164' | 'label' | 'queue') => (
    <TextField
      label={t(`admin.number.${name}`)}
      value={values[name]}
      wrong={wrong.has(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <Dialog title={t('admin.number.new')} onClose={onClose}>
      <div className={css('form')}>
        {text('e164')}
        {text('label')}
        {text('queue')}
        <SelectField
          label={t('admin.number.tariffClass')}
          value={values.tariffClass}
          options={tariffClasses.map((id) => ({ id, label: t(`admin.number.tariff.${id}`) }))}
          onChange={(tariffClass) => set({ tariffClass })}
        />
        <SelectField
          label={t('admin.number.reason')}
          value={values.reasonCode}
          options={[
            { id: '', label: t('admin.number.anyReason') },
            ...reasons.map(({ code, label }) => ({ id: code, label: label[language] })),
          ]}
          onChange={(reasonCode) => set({ reasonCode })}
        />
        <footer>
          <Button onClick={onClose}>{t('admin.cancel')}</Button>
          <Button look="primary" onClick={() => void add()}>
            {t('admin.create')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
};

const NumberRow = ({
  number,
  onRemove,
}: {
  readonly number: BrandNumber;
  readonly onRemove: (() => void) | null;
}) => {
  const { t } = useText();
  const shown = displayNumber(number.e164);
  return (
    <tr>
      <th scope="row">{shown}</th>
      <td>
        {number.label}
        <small>{number.queue}</small>
      </td>
      <td>{t(`admin.number.tariff.${number.tariffClass}`)}</td>
      {onRemove === null ? null : (
        <td className={css('acts')}>
          <Button
            size="small"
            aria-label={t('admin.number.removeOf', { number: shown })}
            onClick={onRemove}
          >
            {t('admin.remove')}
          </Button>
        </td>
      )}
    </tr>
  );
};

export const NumbersTable = ({
  brandId,
  mayChange,
}: {
  readonly brandId: string;
  readonly mayChange: boolean;
}) => {
  const { t } = useText();
  const { act } = useAdministration();
  const { known, reload } = useHub('admin.numbers', { brandId });
  const [making, setMaking] = useState(false);
  const [removing, setRemoving] = useState<BrandNumber | null>(null);
  return (
    <>
      <Loaded of={known}>
        {({ numbers }) => (
          <table className={css('table')} aria-label={t('admin.number.title')}>
            <tbody>
              {numbers.map((number) => (
                <NumberRow
                  key={number.id}
                  number={number}
                  onRemove={mayChange ? () => setRemoving(number) : null}
                />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {mayChange ? (
        <p className={css('under')}>
          <Button size="small" icon="plus" onClick={() => setMaking(true)}>
            {t('admin.number.new')}
          </Button>
        </p>
      ) : null}
      {making ? (
        <NewNumber
          brandId={brandId}
          onClose={() => {
            setMaking(false);
            void reload();
          }}
        />
      ) : null}
      {removing === null ? null : (
        <Confirm
          title={t('admin.number.askRemove', { number: displayNumber(removing.e164) })}
          what={t('admin.number.whatRemove')}
          yes={t('admin.remove')}
          onYes={async () => {
            await act('admin.remove-number', { brandId, numberId: removing.id });
            await reload();
          }}
          onClose={() => setRemoving(null)}
        />
      )}
    </>
  );
};
