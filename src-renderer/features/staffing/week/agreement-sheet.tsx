/** What the team agreed on: what the law refuses unless an agreement opens it, breaks, meals, exchanges. */
import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { NumberField, SelectField, TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { TeamWeek } from '@shared/contracts/http/schedules.ts';
import type { WorkSettings } from '@shared/domain/schedule/work-settings.ts';
import { useState } from 'react';
import { clockOf } from '../clock-words.ts';
import styles from './edit.module.css';
import { useKept } from './use-kept.ts';

const css = styleNames(styles);
const opened = ['sundays', 'nights', 'holidays'] as const;
const usualScreen = { everyMinutes: 150, breakMinutes: 10 };

type Shown = {
  readonly settings: WorkSettings;
  readonly onChange: (changed: Partial<WorkSettings>) => void;
};

const Opened = ({ settings, onChange }: Shown) => {
  const { t } = useText();
  const yesNo = (['yes', 'no'] as const).map((id) => ({ id, label: t(`common.${id}`) }));
  return (
    <>
      {opened.map((name) => (
        <SelectField
          key={name}
          label={t(`schedules.agreed.${name}`)}
          value={settings[name]}
          options={(['refused', 'agreed'] as const).map((id) => ({
            id,
            label: t(`schedules.agreed.is.${id}`),
          }))}
          onChange={(value) => onChange({ [name]: value === 'agreed' ? 'agreed' : 'refused' })}
        />
      ))}
      <SelectField
        label={t('schedules.agreed.breaksCount')}
        value={settings.breaksCount ? 'yes' : 'no'}
        options={yesNo}
        onChange={(value) => onChange({ breaksCount: value === 'yes' })}
      />
      <SelectField
        label={t('schedules.agreed.swaps')}
        value={settings.swaps}
        options={(['lead-decides', 'automatic'] as const).map((id) => ({
          id,
          label: t(`schedules.agreed.swapsAre.${id}`),
        }))}
        onChange={(value) =>
          onChange({ swaps: value === 'automatic' ? 'automatic' : 'lead-decides' })
        }
      />
    </>
  );
};

const Screen = ({ settings, onChange }: Shown) => {
  const { t } = useText();
  const { screen } = settings;
  const change = (more: Partial<typeof usualScreen>) =>
    onChange({ screen: { ...usualScreen, ...screen, ...more } });
  return (
    <>
      <NumberField
        label={t('schedules.agreed.everyMinutes')}
        hint={t('schedules.agreed.noScreen')}
        value={screen?.everyMinutes ?? null}
        from={1}
        to={360}
        empty="allowed"
        onChange={(everyMinutes) =>
          everyMinutes === null
            ? onChange({ screen: null })
            : change({ everyMinutes: Math.round(everyMinutes) })
        }
      />
      {screen === null ? null : (
        <NumberField
          label={t('schedules.agreed.breakMinutes')}
          value={screen.breakMinutes}
          from={1}
          to={60}
          onChange={(minutes) => change({ breakMinutes: Math.round(minutes ?? 1) })}
        />
      )}
    </>
  );
};

const minuteOf = (clock: string): number => {
  const [hours = '0', minutes = '0'] = clock.split(':');
  return Number(hours) * 60 + Number(minutes);
};

const Meal = ({ settings, onChange }: Shown) => {
  const { t } = useText();
  const { meal } = settings;
  const wrong = meal.from >= meal.to;
  return (
    <>
      <NumberField
        label={t('schedules.agreed.mealMinutes')}
        value={meal.minutes}
        from={0}
        to={180}
        onChange={(minutes) => onChange({ meal: { ...meal, minutes: Math.round(minutes ?? 0) } })}
      />
      {(['from', 'to'] as const).map((end) => (
        <TextField
          key={end}
          type="time"
          label={t(`schedules.agreed.meal.${end}`)}
          wrong={wrong}
          hint={wrong ? t('schedules.agreed.mealWrong') : ''}
          value={clockOf(meal[end])}
          onChange={(value) => {
            if (value !== '') onChange({ meal: { ...meal, [end]: minuteOf(value) } });
          }}
        />
      ))}
    </>
  );
};

export const AgreementSheet = ({
  team,
  onChanged,
}: {
  readonly team: TeamWeek;
  readonly onChanged: () => Promise<void>;
}) => {
  const { t } = useText();
  // Only what was changed here: what another lead changed meanwhile is not undone.
  const [changed, setChanged] = useState<Partial<WorkSettings>>({});
  const settings = { ...team.settings, ...changed };
  const change = (more: Partial<WorkSettings>) => setChanged({ ...changed, ...more });
  const { keep, busy, refused } = useKept('schedules.change-settings', onChanged);
  const { settingsRevision: revision } = team;
  const save = async () => {
    if (await keep({ settings, revision })) setChanged({});
  };
  const blocked = (): string | undefined => {
    if (busy) return t('common.loading');
    if (settings.meal.from >= settings.meal.to) return t('schedules.agreed.mealWrong');
    const isSame = JSON.stringify(settings) === JSON.stringify(team.settings);
    return isSame ? t('schedules.agreed.nothing') : undefined;
  };
  return (
    <Sheet title={t('schedules.agreed.title')} look="wide">
      <div className={css('fields')}>
        <Opened settings={settings} onChange={change} />
        <Screen settings={settings} onChange={change} />
        <Meal settings={settings} onChange={change} />
      </div>
      <div className={css('acts')}>
        <small className={css('why')}>{t('schedules.agreed.means')}</small>
        <i />
        {refused === null ? null : (
          <span role="alert" className={css('wrong')}>
            {t(
              refused === 'version-superseded' ? 'schedules.agreed.superseded' : `error.${refused}`,
            )}
          </span>
        )}
        <Button blocked={blocked()} onClick={() => void save()}>
          {t('schedules.agreed.save')}
        </Button>
      </div>
    </Sheet>
  );
};
