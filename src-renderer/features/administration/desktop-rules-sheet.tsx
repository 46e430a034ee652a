/** How much desktops hold, and when they lock and expire; a change needs its reason. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type DesktopRulesView, desktopRulesChangeSchema } from '@shared/contracts/http/devices.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Confirm } from './dialogs.tsx';
import { TextField } from './fields.tsx';
import { checkForm, noneWrong } from './form-errors.ts';
import { Loaded, Sheet } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);
const names = ['customersAtMost', 'monthsAtMost', 'lockAfterMinutes', 'expiresAfterHours'] as const;
type Draft = { readonly [name in (typeof names)[number]]: string };

const draftOf = (rules: DesktopRulesView): Draft => ({
  customersAtMost: String(rules.customersAtMost),
  monthsAtMost: String(rules.monthsAtMost),
  lockAfterMinutes: rules.lockAfterMinutes === null ? '' : String(rules.lockAfterMinutes),
  expiresAfterHours: String(rules.expiresAfterHours),
});

/** An empty field for locking: never by itself. */
const givenBy = (draft: Draft) => {
  const number = (text: string) => (text.trim() === '' ? Number.NaN : Number(text));
  return {
    customersAtMost: number(draft.customersAtMost),
    monthsAtMost: number(draft.monthsAtMost),
    lockAfterMinutes: draft.lockAfterMinutes.trim() === '' ? null : Number(draft.lockAfterMinutes),
    expiresAfterHours: number(draft.expiresAfterHours),
  };
};

const Form = ({
  rules,
  onSaved,
}: {
  readonly rules: DesktopRulesView;
  readonly onSaved: () => void;
}) => {
  const { t } = useText();
  const { act } = useAdministration();
  const [draft, setDraft] = useState(draftOf(rules));
  const [wrong, setWrong] = useState(noneWrong);
  const [asking, setAsking] = useState(false);
  const given = givenBy(draft);
  const ask = () => {
    const checked = checkForm(desktopRulesChangeSchema.omit({ reason: true }), given);
    setWrong(checked.ok ? noneWrong : checked.wrong);
    setAsking(checked.ok);
  };
  return (
    <div className={css('form')}>
      {names.map((name) => (
        <TextField
          key={name}
          label={t(`admin.desktops.${name}`)}
          hint={t(`admin.desktops.hint.${name}`)}
          type="number"
          value={draft[name]}
          wrong={wrong.has(name)}
          onChange={(value) => setDraft({ ...draft, [name]: value })}
        />
      ))}
      <footer>
        <Button onClick={ask}>{t('admin.save')}</Button>
      </footer>
      {asking ? (
        <Confirm
          title={t('admin.desktops.ask')}
          what={t('admin.desktops.what')}
          yes={t('admin.save')}
          reason={t('admin.reason')}
          onYes={async (reason) => {
            await act('admin.change-desktop-rules', { ...given, reason });
            onSaved();
          }}
          onClose={() => setAsking(false)}
        />
      ) : null}
    </div>
  );
};

export const DesktopRulesSheet = () => {
  const { t } = useText();
  const { known, reload } = useHub('admin.desktop-rules', {});
  return (
    <Sheet wide title={t('admin.desktops.title')}>
      <Loaded of={known}>
        {(rules) => <Form key={rules.changedAt} rules={rules} onSaved={() => void reload()} />}
      </Loaded>
    </Sheet>
  );
};
