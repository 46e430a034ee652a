/** A person who works here: made, changed, switched off, given a line. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type Account,
  accountChangeSchema,
  lineChangeSchema,
  newAccountSchema,
} from '@shared/contracts/http/directory.ts';
import { roles, type Team } from '@shared/domain/user/user.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Confirm, Dialog } from './dialogs.tsx';
import { ChecksField, SelectField, TextField } from './fields.tsx';
import { useAdministration } from './use-administration.tsx';
import { type Form, useForm } from './use-form.ts';

const css = styleNames(styles);

const valuesOf = (of: Account | null) => ({
  login: of?.login ?? '',
  firstName: of?.firstName ?? '',
  lastName: of?.lastName ?? '',
  role: (of?.role ?? 'advisor') as string,
  teamId: of?.teamId ?? '',
  locale: (of?.locale ?? 'fr') as string,
  brandIds: [...(of?.brandIds ?? [])],
  password: '',
});
type Values = ReturnType<typeof valuesOf>;

/** An empty password leaves the old one. */
const givenBy = ({ teamId, password, ...rest }: Values, isNew: boolean) => ({
  ...rest,
  teamId: teamId === '' ? null : teamId,
  ...(password === '' && !isNew ? {} : { password }),
});

const Names = ({ form, isNew }: { readonly form: Form<Values>; readonly isNew: boolean }) => {
  const { t } = useText();
  const { values, wrong, set } = form;
  const text = (name: 'login' | 'firstName' | 'lastName' | 'password') => (
    <TextField
      label={t(`admin.user.field.${name}`)}
      hint={name === 'password' ? t(isNew ? 'admin.user.password' : 'admin.user.keepPassword') : ''}
      type={name === 'password' ? 'password' : 'text'}
      value={values[name]}
      wrong={wrong.has(name)}
      onChange={(value) => set({ [name]: value })}
    />
  );
  return (
    <>
      {text('firstName')}
      {text('lastName')}
      {isNew ? text('login') : null}
      {text('password')}
    </>
  );
};

const Places = ({
  form: { values, wrong, set },
  teams,
}: {
  readonly form: Form<Values>;
  readonly teams: readonly Team[];
}) => {
  const { t } = useText();
  const brands = useBrands();
  const none = { id: '', label: t('admin.user.noTeam') };
  return (
    <>
      <SelectField
        label={t('admin.user.head.role')}
        value={values.role}
        options={roles.map((id) => ({ id, label: t(`admin.role.${id}`) }))}
        onChange={(role) => set({ role })}
      />
      <SelectField
        label={t('admin.user.field.team')}
        value={values.teamId}
        options={[none, ...teams.map(({ id, name }) => ({ id, label: name }))]}
        onChange={(teamId) => set({ teamId })}
      />
      <SelectField
        label={t('admin.user.field.locale')}
        value={values.locale}
        options={[
          { id: 'fr', label: 'Français' },
          { id: 'en', label: 'English' },
        ]}
        onChange={(locale) => set({ locale })}
      />
      <ChecksField
        label={t('admin.brands')}
        wrong={wrong.has('brandIds')}
        chosen={values.brandIds}
        options={brands.map(({ id, name }) => ({ id, label: name }))}
        onChange={(brandIds) => set({ brandIds })}
      />
    </>
  );
};

const Line = ({ of }: { readonly of: Account }) => {
  const { t } = useText();
  const { values, wrong, set, send } = useForm({ extension: of.extension ?? '', password: '' });
  const save = () =>
    send('admin.set-line', values, lineChangeSchema, (line) => ({
      userId: of.id,
      line: line as typeof values,
    }));
  return (
    <div className={css('form')}>
      <TextField
        label={t('admin.user.field.extension')}
        value={values.extension}
        wrong={wrong.has('extension')}
        onChange={(extension) => set({ extension })}
      />
      <TextField
        label={t('admin.user.field.linePassword')}
        hint={t('admin.user.linePasswordHint')}
        type="password"
        value={values.password}
        wrong={wrong.has('password')}
        onChange={(password) => set({ password })}
      />
      <footer>
        <Button size="small" onClick={() => void save()}>
          {t('admin.user.saveLine')}
        </Button>
      </footer>
    </div>
  );
};

const SwitchOff = ({ of, onClose }: { readonly of: Account; readonly onClose: () => void }) => {
  const { t } = useText();
  const { act } = useAdministration();
  const [asking, setAsking] = useState(false);
  const change = async (active: boolean) => {
    await act('admin.change-user', { userId: of.id, change: { active } });
    onClose();
  };
  const name = `${of.firstName} ${of.lastName}`;
  if (!of.active) {
    return <Button onClick={() => void change(true)}>{t('admin.switchOn')}</Button>;
  }
  return (
    <>
      <Button onClick={() => setAsking(true)}>{t('admin.user.switchOff')}</Button>
      {asking ? (
        <Confirm
          title={t('admin.user.askSwitchOff', { name })}
          what={t('admin.user.whatSwitchOff')}
          yes={t('admin.user.switchOff')}
          onYes={() => change(false)}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </>
  );
};

export const UserForm = ({
  of,
  teams,
  onClose,
}: {
  readonly of: Account | null;
  readonly teams: readonly Team[];
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const form = useForm(valuesOf(of));
  const save = async () => {
    const given = givenBy(form.values, of === null);
    const done =
      of === null
        ? await form.send('admin.create-user', given, newAccountSchema)
        : await form.send('admin.change-user', given, accountChangeSchema, (change) => ({
            userId: of.id,
            change: change as object,
          }));
    if (done !== null) onClose();
  };
  return (
    <Dialog
      title={of === null ? t('admin.user.new') : `${of.firstName} ${of.lastName}`}
      onClose={onClose}
    >
      <div className={css('form')}>
        <Names form={form} isNew={of === null} />
        <Places form={form} teams={teams} />
        <footer>
          {of === null ? null : <SwitchOff of={of} onClose={onClose} />}
          <Button onClick={onClose}>{t('admin.cancel')}</Button>
          <Button look="primary" onClick={() => void save()}>
            {t(of === null ? 'admin.create' : 'admin.save')}
          </Button>
        </footer>
      </div>
      {of === null ? null : <Line of={of} />}
    </Dialog>
  );
};
