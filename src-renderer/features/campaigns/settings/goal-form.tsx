/** What it is for, until when, how much of it, and what it may cost. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { NumberField, SelectField, TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import { campaignGoals } from '@shared/domain/campaign/campaign.ts';
import styles from '../campaigns.module.css';
import type { SettingsDesk } from './use-settings.ts';

const css = styleNames(styles);
const kinds = ['commercial', 'service'] as const;
const million = 1_000_000;
const euros = (cents: number | null): number | null => (cents === null ? null : cents / 100);
const cents = (value: number | null): number | null =>
  value === null ? null : Math.round(value * 100);

const What = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, change } = desk;
  const oneOf = <T extends string>(all: readonly T[], value: string): T | undefined =>
    all.find((one) => one === value);
  return (
    <Sheet title={t('planning.form.what')}>
      <div className={css('grid')}>
        <TextField
          label={t('planning.field.name')}
          value={settings.name}
          wrong={settings.name.trim() === ''}
          hint={settings.name.trim() === '' ? t('planning.nameWanted') : ''}
          onChange={(name) => change({ name: name.slice(0, 120) })}
        />
        <SelectField
          label={t('planning.field.goal')}
          value={settings.goal}
          options={campaignGoals.map((id) => ({ id, label: t(`campaign.goal.${id}`) }))}
          onChange={(value) => change({ goal: oneOf(campaignGoals, value) ?? settings.goal })}
        />
        <SelectField
          label={t('planning.field.callKind')}
          hint={t(`planning.kindWhat.${settings.callKind}`)}
          value={settings.callKind}
          options={kinds.map((id) => ({ id, label: t(`planning.kind.${id}`) }))}
          onChange={(value) => change({ callKind: oneOf(kinds, value) ?? 'commercial' })}
        />
        <SelectField
          label={t('planning.field.offerRelated')}
          hint={t('planning.hint.offerRelated')}
          value={settings.offerRelated ? 'yes' : 'no'}
          options={(['no', 'yes'] as const).map((id) => ({ id, label: t(`common.${id}`) }))}
          onChange={(value) => change({ offerRelated: value === 'yes' })}
        />
        <NumberField
          label={t('planning.field.target')}
          hint={t('planning.hint.target')}
          value={settings.target}
          from={1}
          to={10 * million}
          empty="allowed"
          onChange={(target) => change({ target })}
        />
        <TextField
          label={t('planning.field.startsOn')}
          type="date"
          value={settings.startsOn}
          onChange={(startsOn) => change({ startsOn })}
        />
        <TextField
          label={t('planning.field.endsOn')}
          type="date"
          value={settings.endsOn}
          wrong={settings.endsOn < settings.startsOn}
          hint={settings.endsOn < settings.startsOn ? t('planning.hint.endsOn') : ''}
          onChange={(endsOn) => change({ endsOn })}
        />
      </div>
    </Sheet>
  );
};

const Daily = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, change } = desk;
  const { dailyGoals } = settings;
  return (
    <Sheet title={t('planning.form.daily')}>
      <div className={css('grid')}>
        <NumberField
          label={t('planning.field.dailyContacts')}
          value={dailyGoals.contacts}
          from={1}
          to={1000}
          empty="allowed"
          onChange={(contacts) => change({ dailyGoals: { ...dailyGoals, contacts } })}
        />
        <NumberField
          label={t('planning.field.dailySuccesses')}
          value={dailyGoals.successes}
          from={1}
          to={1000}
          empty="allowed"
          onChange={(successes) => change({ dailyGoals: { ...dailyGoals, successes } })}
        />
        <NumberField
          label={t('planning.field.controlPercent')}
          hint={t('planning.hint.controlPercent')}
          value={settings.controlPercent}
          from={0}
          to={50}
          onChange={(percent) => change({ controlPercent: percent ?? 0 })}
        />
        <NumberField
          label={t('planning.field.liveHours')}
          hint={t('planning.hint.liveHours')}
          value={settings.liveHours}
          from={0.25}
          to={2160}
          empty="allowed"
          onChange={(liveHours) => change({ liveHours })}
        />
      </div>
    </Sheet>
  );
};

const Money = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { settings, change } = desk;
  const { costs } = settings;
  return (
    <Sheet title={t('planning.form.money')}>
      <div className={css('grid')}>
        <NumberField
          label={t('planning.field.budgetCents')}
          value={euros(settings.budgetCents)}
          from={0}
          to={million}
          empty="allowed"
          onChange={(value) => change({ budgetCents: cents(value) })}
        />
        <NumberField
          label={t('planning.field.valueCents')}
          hint={t('planning.hint.valueCents')}
          value={euros(settings.valueCents)}
          from={0}
          to={million}
          onChange={(value) => change({ valueCents: cents(value) ?? 0 })}
        />
        <NumberField
          label={t('planning.field.centsPerHour')}
          value={euros(costs.centsPerHour)}
          from={0}
          to={1000}
          onChange={(value) => change({ costs: { ...costs, centsPerHour: cents(value) ?? 0 } })}
        />
        <NumberField
          label={t('planning.field.visitCents')}
          hint={t('planning.hint.visitCents')}
          value={euros(costs.visitCents)}
          from={0}
          to={100_000}
          onChange={(value) => change({ costs: { ...costs, visitCents: cents(value) ?? 0 } })}
        />
      </div>
    </Sheet>
  );
};

export const GoalForm = ({ desk }: { readonly desk: SettingsDesk }) => (
  <>
    <What desk={desk} />
    <Daily desk={desk} />
    <Money desk={desk} />
  </>
);
