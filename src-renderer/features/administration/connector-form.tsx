/** A system that is asked about a customer: by what, for whom, how long it may take. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type Connector,
  connectorChangeSchema,
  newConnectorBodySchema,
} from '@shared/contracts/http/connectors.ts';
import { cardNames } from '@shared/domain/brand-rules/card-layout.ts';
import { outsideCards } from '@shared/domain/connector/outside-answer.ts';
import { roles } from '@shared/domain/user/user.ts';
import styles from './administration.module.css';
import { Dialog } from './dialogs.tsx';
import { ChecksField, SelectField, TextField } from './fields.tsx';
import { type Form, useForm } from './use-form.ts';

const css = styleNames(styles);

const valuesOf = (of: Connector | null, brandId: string) => ({
  brandId: of?.brandId ?? brandId,
  name: of?.name ?? '',
  card: (of?.card ?? 'orders') as string,
  address: of?.address ?? 'https://',
  secretHeader: of?.secretHeader ?? '',
  secret: '',
  timeLimitMs: String(of?.timeLimitMs ?? 800),
  freshSeconds: String(of?.freshSeconds ?? 60),
  keepHours: String(of?.keepHours ?? 720),
  roles: [...(of?.roles ?? [])] as string[],
  behind: (of?.behind ?? 'purchases') as string,
});
type Values = ReturnType<typeof valuesOf>;

const number = (text: string): number => (text.trim() === '' ? Number.NaN : Number(text));

/** An empty secret is none for a new system, and leaves the old one of another. */
const givenBy = (values: Values, isNew: boolean) => {
  const { secret, secretHeader, ...rest } = values;
  const given = {
    ...rest,
    secretHeader: secretHeader.trim() === '' ? null : secretHeader.trim(),
    timeLimitMs: number(values.timeLimitMs),
    freshSeconds: number(values.freshSeconds),
    keepHours: number(values.keepHours),
  };
  if (secret !== '') return { ...given, secret };
  return isNew ? { ...given, secret: null } : given;
};

const Text = ({
  form: { values, wrong, set },
  name,
  type = 'text',
}: {
  readonly form: Form<Values>;
  readonly name: Exclude<keyof Values, 'roles' | 'brandId' | 'card' | 'behind'>;
  readonly type?: 'text' | 'number' | 'password';
}) => {
  const { t } = useText();
  return (
    <TextField
      label={t(`admin.connector.field.${name}`)}
      hint={t(`admin.connector.hint.${name}`)}
      type={type}
      value={values[name]}
      wrong={wrong.has(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
};

const Choices = ({ form, isNew }: { readonly form: Form<Values>; readonly isNew: boolean }) => {
  const { t } = useText();
  const brands = useBrands();
  const { values, set } = form;
  return (
    <>
      {isNew ? (
        <SelectField
          label={t('admin.brand')}
          value={values.brandId}
          options={brands.map(({ id, name }) => ({ id, label: name }))}
          onChange={(brandId) => set({ brandId })}
        />
      ) : null}
      <SelectField
        label={t('admin.connector.field.card')}
        value={values.card}
        options={outsideCards.map((id) => ({ id, label: t(`admin.connector.cards.${id}`) }))}
        onChange={(card) => set({ card })}
      />
      <SelectField
        label={t('admin.connector.field.behind')}
        value={values.behind}
        options={cardNames.map((id) => ({ id, label: t(`admin.cards.${id}`) }))}
        onChange={(behind) => set({ behind })}
      />
      <ChecksField
        label={t('admin.connector.field.roles')}
        hint={t('admin.connector.hint.roles')}
        chosen={values.roles}
        options={roles.map((id) => ({ id, label: t(`admin.role.${id}`) }))}
        onChange={(chosen) => set({ roles: chosen })}
      />
    </>
  );
};

export const ConnectorForm = ({
  of,
  brandId = '',
  onClose,
}: {
  readonly of: Connector | null;
  readonly brandId?: string;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const form = useForm(valuesOf(of, brandId));
  const save = async () => {
    const given = givenBy(form.values, of === null);
    const done =
      of === null
        ? await form.send('admin.create-connector', given, newConnectorBodySchema)
        : await form.send('admin.change-connector', given, connectorChangeSchema, (change) => ({
            connectorId: of.id,
            change: change as object,
          }));
    if (done !== null) onClose();
  };
  return (
    <Dialog title={of?.name ?? t('admin.connector.new')} onClose={onClose}>
      <div className={css('form')}>
        <Text form={form} name="name" />
        <div className={css('wide')}>
          <Text form={form} name="address" />
        </div>
        <Choices form={form} isNew={of === null} />
        <Text form={form} name="secretHeader" />
        <Text form={form} name="secret" type="password" />
        <Text form={form} name="timeLimitMs" type="number" />
        <Text form={form} name="freshSeconds" type="number" />
        <Text form={form} name="keepHours" type="number" />
        <footer>
          <Button onClick={onClose}>{t('admin.cancel')}</Button>
          <Button look="primary" onClick={() => void save()}>
            {t(of === null ? 'admin.create' : 'admin.save')}
          </Button>
        </footer>
      </div>
    </Dialog>
  );
};
