/** How many people the design needs in each group, and what those on the list can find. */

import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type ExperimentDesign, needsCalls } from '@shared/domain/experiment/design.ts';
import styles from '../campaigns.module.css';

const css = styleNames(styles);

type Group = { readonly comparisons: number; readonly fewest: number };

/** How often groups are compared, and how many people are in the smallest of them. */
export const groupsOf = (
  design: ExperimentDesign,
  { called, control, controlPercent }: Record<'called' | 'control' | 'controlPercent', number>,
): Group => {
  const factors = design.factors.filter(({ levels }) => levels.length > 1);
  const isCompared = controlPercent > 0 && !needsCalls(design.outcome);
  const sizes = [
    ...factors.map(({ levels }) => Math.floor(called / levels.length)),
    ...(isCompared ? [control, called] : []),
  ];
  const comparisons = factors.reduce((sum, { levels }) => sum + levels.length - 1, 0);
  return {
    comparisons: comparisons + (isCompared ? 1 : 0),
    fewest: sizes.length === 0 ? 0 : Math.min(...sizes),
  };
};

export const Needed = ({
  design,
  people,
  control,
  controlPercent,
  number,
}: {
  readonly design: ExperimentDesign;
  /** On the list now, to be called. */
  readonly people: number;
  readonly control: number;
  readonly controlPercent: number;
  readonly number: (value: number) => string;
}) => {
  const { t, language } = useText();
  const { comparisons, fewest } = groupsOf(design, { called: people, control, controlPercent });
  const { baseline, smallestEffect, power, look } = design;
  const wanted = { baseline, smallestEffect, power, look, comparisons, people: fewest };
  const { known } = useAsked('planning.power', comparisons === 0 ? null : wanted);
  const answer = known?.value ?? null;
  const points = (share: number): string => formatNumber(100 * share, language, 1);
  return (
    <p className={css('quiet')} role="status">
      <Icon name="chart" size={16} />{' '}
      {comparisons === 0
        ? t('planning.experiment.nothingCompared')
        : answer === null
          ? t('common.loading')
          : [
              t('planning.experiment.needed', {
                count: answer.neededPerLevel,
                people: number(answer.neededPerLevel),
              }),
              answer.findable === null
                ? t('planning.experiment.finds.nothing', { people: number(fewest) })
                : t('planning.experiment.finds.points', {
                    people: number(fewest),
                    points: points(answer.findable),
                  }),
            ].join(' ')}
    </p>
  );
};
