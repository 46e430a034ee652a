/** The teams, and for whom their people work: those of another house use the speeches as they are (GOV-2). */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { newTeamSchema, teamChangeSchema } from '@shared/contracts/http/directory.ts';
import type { Team } from '@shared/domain/user/user.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useHub } from './use-administration.tsx';
import { type Form, useForm } from './use-form.ts';

const css = styleNames(styles);

type Texts = { readonly name: string; readonly outsourcer: string };
const textsOf = ({ name, outsourcer }: Team): Texts => ({ name, outsourcer: outsourcer ?? '' });
const given = ({ name, outsourcer }: Texts) => ({
  name: name.trim(),
  outsourcer: outsourcer.trim() === '' ? null : outsourcer.trim(),
});

const Fields = ({
  form: { values, wrong, set },
  onDone = () => undefined,
}: {
  readonly form: Form<Texts>;
  readonly onDone?: () => void;
}) => {
  const { t } = useText();
  return (['name', 'outsourcer'] as const).map((field) => (
    <TextField
      key={field}
      label={t(`admin.team.${field}`)}
      value={values[field]}
      wrong={wrong.has(field)}
      onChange={(value) => set({ [field]: value })}
      onDone={onDone}
    />
  ));
};

const TeamRow = ({ team }: { readonly team: Team }) => {
  const form = useForm<Texts>(textsOf(team));
  const [kept, setKept] = useState(textsOf(team));
  const save = async () => {
    const change = given(form.values);
    if (change.name === kept.name && (change.outsourcer ?? '') === kept.outsourcer) return;
    const done = await form.send('admin.change-team', change, teamChangeSchema, (value) => ({
      teamId: team.id,
      change: value as typeof change,
    }));
    if (done !== null) setKept(textsOf(done));
  };
  return (
    <li className={css('ruleRow')}>
      <Fields form={form} onDone={() => void save()} />
    </li>
  );
};

const none: Texts = { name: '', outsourcer: '' };

const NewTeam = ({ onMade }: { readonly onMade: () => void }) => {
  const { t } = useText();
  const form = useForm<Texts>(none);
  const add = async () => {
    const made = await form.send('admin.create-team', given(form.values), newTeamSchema);
    if (made === null) return;
    form.set(none);
    onMade();
  };
  return (
    <li className={css('ruleRow')}>
      <Fields form={form} />
      <Button size="small" icon="plus" onClick={() => void add()}>
        {t('admin.team.add')}
      </Button>
    </li>
  );
};

export const TeamsSheet = () => {
  const { t } = useText();
  const { known, reload } = useHub('admin.teams', {});
  return (
    <Sheet wide title={t('admin.team.title')}>
      <p className={css('under')}>{t('admin.team.outsourcerHint')}</p>
      <Loaded of={known}>
        {({ teams }) => (
          <ul>
            {teams.map((team) => (
              <TeamRow key={team.id} team={team} />
            ))}
            <NewTeam key={teams.length} onMade={() => void reload()} />
          </ul>
        )}
      </Loaded>
    </Sheet>
  );
};
