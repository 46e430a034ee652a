/** How it is dialled, and when somebody who was not reached is tried again, on which of her numbers. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { NumberField, SelectField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { ABANDON_LIMIT_PERCENT, diallingModes } from '@shared/domain/campaign/pacing.ts';
import { type RetryRule, usualRetryPlan } from '@shared/domain/campaign/retry.ts';
import styles from '../campaigns.module.css';
import { ExperimentForm } from './experiment-form.tsx';
import { RetryRow } from './retry-row.tsx';
import type { SettingsDesk } from './use-settings.ts';

const css = styleNames(styles);
const mostRules = 40;

const Dialling = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { dialling } = desk.settings;
  const change = (part: Partial<typeof dialling>) =>
    desk.change({ dialling: { ...dialling, ...part } });
  const { mode, previewSeconds, callsPerAdvisor, abandonLimitPercent } = dialling;
  return (
    <Sheet look="wide" title={t('planning.form.dialling')}>
      <div className={css('grid')}>
        <SelectField
          label={t('planning.field.mode')}
          hint={t(`planning.modeWhat.${mode}`, { seconds: previewSeconds, calls: callsPerAdvisor })}
          value={mode}
          options={diallingModes.map((id) => ({ id, label: t(`planning.mode.${id}`) }))}
          onChange={(value) => change({ mode: diallingModes.find((one) => one === value) ?? mode })}
        />
        <NumberField
          label={t('planning.field.previewSeconds')}
          value={previewSeconds}
          from={10}
          to={900}
          onChange={(value) => change({ previewSeconds: Math.round(value ?? previewSeconds) })}
        />
        <NumberField
          label={t('planning.field.callsPerAdvisor')}
          value={callsPerAdvisor}
          from={1}
          to={5}
          onChange={(value) => change({ callsPerAdvisor: value ?? 1 })}
        />
        <NumberField
          label={t('planning.field.abandonLimitPercent')}
          hint={t('planning.hint.abandonLimitPercent', { limit: ABANDON_LIMIT_PERCENT })}
          value={abandonLimitPercent}
          from={0}
          to={ABANDON_LIMIT_PERCENT}
          onChange={(value) => change({ abandonLimitPercent: value ?? 0 })}
        />
      </div>
    </Sheet>
  );
};

const newRule: RetryRule = { result: 'no-answer', afterMinutes: 180, times: 2, number: 'next' };

/** The first rule of a result and hour holds: so their order can be changed. */
const Retry = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { retry } = desk.settings;
  const { rules, maxAttempts } = retry;
  const set = (next: readonly RetryRule[]) =>
    desk.change({ retry: { ...retry, rules: [...next] } });
  const full = rules.length >= mostRules ? t('planning.retry.full') : undefined;
  return (
    <Sheet look="wide" title={t('planning.field.retry')}>
      <p className={css('quiet')}>{t('planning.hint.retry')}</p>
      <div className={css('grid')}>
        <NumberField
          label={t('planning.field.maxAttempts')}
          hint={t('planning.hint.maxAttempts')}
          value={maxAttempts}
          from={1}
          to={20}
          onChange={(value) =>
            desk.change({ retry: { ...retry, maxAttempts: Math.round(value ?? maxAttempts) } })
          }
        />
      </div>
      <ol className={css('rules')} aria-label={t('planning.field.retry')}>
        {rules.map((rule, place) => (
          <RetryRow
            // biome-ignore lint/suspicious/noArrayIndexKey: a rule has no name but its place
            key={place}
            rule={rule}
            place={place}
            onChange={(next) => set(rules.with(place, next))}
            onRemove={() => set(rules.toSpliced(place, 1))}
            onUp={
              place === 0
                ? null
                : () => set(rules.toSpliced(place, 1).toSpliced(place - 1, 0, rule))
            }
          />
        ))}
      </ol>
      <footer className={css('acts')}>
        <Button size="small" look="ghost" onClick={() => desk.change({ retry: usualRetryPlan })}>
          {t('planning.retry.usual')}
        </Button>
        <Button size="small" icon="plus" blocked={full} onClick={() => set([...rules, newRule])}>
          {t('planning.retry.add')}
        </Button>
      </footer>
    </Sheet>
  );
};

export const RhythmForm = ({ desk }: { readonly desk: SettingsDesk }) => (
  <>
    <Dialling desk={desk} />
    <Retry desk={desk} />
    <ExperimentForm desk={desk} />
  </>
);
