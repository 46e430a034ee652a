/** What is varied over whom and how it is read: settled before the first call, with what it needs. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import {
  ChecksField,
  NumberField,
  SelectField,
  TextField,
} from '@renderer/platform/form/fields.tsx';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import {
  type CallWindow,
  channelOrders,
  type ExperimentDesign,
  experimentDesignSchema,
  experimentOutcomes,
  type Factor,
} from '@shared/domain/experiment/design.ts';
import styles from '../campaigns.module.css';
import { Needed } from './experiment-needed.tsx';
import type { SettingsDesk } from './use-settings.ts';

const css = styleNames(styles);

type FormProps = {
  readonly design: ExperimentDesign;
  readonly change: (part: Partial<ExperimentDesign>) => void;
};

const windows: readonly CallWindow[] = [
  { from: 10, to: 13 },
  { from: 14, to: 17 },
  { from: 17, to: 20 },
];
const idOf = ({ from, to }: CallWindow): string => `${from}-${to}`;
const looks = ['fixed', 'sequential'] as const;

/** One level alone varies nothing: it waits on the screen until there is a second one. */
const withFactor = (
  { factors }: ExperimentDesign,
  factor: Factor,
): Pick<ExperimentDesign, 'factors'> => ({
  factors: [
    ...factors.filter(({ kind }) => kind !== factor.kind),
    ...(factor.levels.length === 0 ? [] : [factor]),
  ],
});

const Factors = ({ desk, design, change }: FormProps & { readonly desk: SettingsDesk }) => {
  const { t } = useText();
  const { brandId } = desk.settings;
  const scripts =
    useSlice('reference')?.scripts.filter((script) => script.brandId === brandId) ?? [];
  const speech = design.factors.find((one) => one.kind === 'speech')?.levels ?? [];
  const hours = design.factors.find((one) => one.kind === 'hours')?.levels ?? [];
  const orders = design.factors.find((one) => one.kind === 'order')?.levels ?? [];
  const isWritten = desk.settings.sequence.steps.length > 1;
  return (
    <>
      <ChecksField
        label={t('planning.experiment.factor.speech')}
        hint={t('planning.experiment.twoLevels')}
        chosen={speech}
        options={scripts.map(({ id, name }) => ({ id, label: name }))}
        onChange={(levels) => change(withFactor(design, { kind: 'speech', levels }))}
      />
      <ChecksField
        label={t('planning.experiment.factor.hours')}
        hint={t('planning.experiment.twoLevels')}
        chosen={hours.map(idOf)}
        options={windows.map((one) => ({
          id: idOf(one),
          label: t('planning.experiment.window', one),
        }))}
        onChange={(chosen) => {
          const levels = windows.filter((one) => chosen.includes(idOf(one)));
          change(withFactor(design, { kind: 'hours', levels }));
        }}
      />
      {isWritten || orders.length > 0 ? (
        <ChecksField
          label={t('planning.experiment.factor.order')}
          hint={t('planning.experiment.twoLevels')}
          chosen={orders}
          options={channelOrders.map((id) => ({ id, label: t(`planning.experiment.order.${id}`) }))}
          onChange={(chosen) => {
            const levels = channelOrders.filter((one) => chosen.includes(one));
            change(withFactor(design, { kind: 'order', levels }));
          }}
        />
      ) : null}
    </>
  );
};

const hundredths = (value: number): number => Math.round(1000 * value) / 10;

const Reading = ({ design, change }: FormProps) => {
  const { t } = useText();
  const chosen = <T extends string>(all: readonly T[], value: string, otherwise: T): T =>
    all.find((one) => one === value) ?? otherwise;
  const percents = ['baseline', 'smallestEffect', 'power'] as const;
  const limits = { baseline: [0.1, 99.9], smallestEffect: [0.1, 50], power: [50, 99] } as const;
  return (
    <div className={css('grid')}>
      <TextField
        label={t('planning.experiment.name')}
        value={design.name}
        wrong={design.name.trim() === ''}
        onChange={(name) => change({ name: name.slice(0, 120) })}
      />
      <SelectField
        label={t('planning.experiment.measured')}
        hint={t(`planning.experiment.measuredWhat.${design.outcome}`)}
        value={design.outcome}
        options={experimentOutcomes.map((id) => ({
          id,
          label: t(`planning.experiment.outcome.${id}`),
        }))}
        onChange={(id) => change({ outcome: chosen(experimentOutcomes, id, 'success') })}
      />
      <NumberField
        label={t('planning.experiment.windowDays')}
        value={design.windowDays}
        from={1}
        to={180}
        onChange={(days) => change({ windowDays: Math.round(days ?? 30) })}
      />
      {percents.map((field) => (
        <NumberField
          key={field}
          label={t(`planning.experiment.${field}`)}
          hint={t(`planning.experiment.hint.${field}`)}
          value={hundredths(design[field])}
          from={limits[field][0]}
          to={limits[field][1]}
          onChange={(value) => change({ [field]: (value ?? 0) / 100 })}
        />
      ))}
      <SelectField
        label={t('planning.experiment.look')}
        hint={t(`planning.experiment.lookWhat.${design.look}`)}
        value={design.look}
        options={looks.map((id) => ({ id, label: t(`planning.experiment.lookName.${id}`) }))}
        onChange={(id) => change({ look: chosen(looks, id, 'fixed') })}
      />
    </div>
  );
};

export const ExperimentForm = ({ desk }: { readonly desk: SettingsDesk }) => {
  const { t, language } = useText();
  const { settings, campaign, change } = desk;
  const { experiment } = settings;
  const isDrawn = campaign.status !== 'draft';
  if (experiment === null) {
    const begin = () => {
      const name = t('planning.experiment.newName');
      const usual = { outcome: 'success', baseline: 0.1, smallestEffect: 0.03 };
      change({ experiment: experimentDesignSchema.parse({ name, ...usual }) });
    };
    return (
      <Sheet title={t('planning.experiment.title')}>
        <p className={css('quiet')}>{t('planning.experiment.none')}</p>
        <Button
          size="small"
          icon="plus"
          blocked={isDrawn ? t('planning.experiment.tooLate') : undefined}
          onClick={begin}
        >
          {t('planning.experiment.begin')}
        </Button>
      </Sheet>
    );
  }
  const form = {
    design: experiment,
    change: (part: Partial<ExperimentDesign>) => change({ experiment: { ...experiment, ...part } }),
  };
  return (
    <Sheet
      look="wide"
      title={t('planning.experiment.title')}
      beside={
        <Button
          size="small"
          look="ghost"
          blocked={isDrawn ? t('planning.experiment.fixed') : undefined}
          onClick={() => change({ experiment: null })}
        >
          {t('planning.experiment.remove')}
        </Button>
      }
    >
      {isDrawn ? (
        <p className={css('quiet')}>{t('planning.experiment.fixed')}</p>
      ) : (
        <>
          <Reading {...form} />
          <Factors {...form} desk={desk} />
        </>
      )}
      <Needed
        design={experiment}
        controlPercent={settings.controlPercent}
        people={campaign.counts.waiting + campaign.counts.over}
        control={campaign.counts.control}
        number={(value) => formatNumber(value, language)}
      />
    </Sheet>
  );
};
