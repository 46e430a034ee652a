/** The experiments of all campaigns: what runs, what is sealed and until when, what was found. */

import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import type { Known } from '@renderer/platform/asked/use-asked.ts';
import { formatNumber, formatSecond } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CommandOutput } from '@shared/contracts/engine/commands.ts';
import type { ListedExperiment } from '@shared/contracts/http/campaign-experiments.ts';
import type { ExperimentState } from '@shared/domain/experiment/standing.ts';
import { useState } from 'react';
import { Report } from '../live/experiment-report.tsx';
import { ProgressBar } from '../progress.tsx';
import styles from './figures.module.css';

const css = styleNames(styles);
const tones: { readonly [state in ExperimentState]: TagTone } = {
  running: 'ok',
  sealed: 'warn',
  ended: 'plain',
  planned: 'line',
};

const Through = ({ experiment }: { readonly experiment: ListedExperiment }) => {
  const { t, language } = useText();
  const { through, report } = experiment;
  const { neededPerLevel: needed } = report;
  return (
    <div className={css('through')}>
      {needed === 0 ? null : <ProgressBar done={through} target={needed} />}
      <small>
        {t('figures.experiments.through', {
          through: formatNumber(through, language),
          needed: formatNumber(needed, language),
        })}
      </small>
    </div>
  );
};

const Experiment = ({
  experiment,
  isFirst,
}: {
  readonly experiment: ListedExperiment;
  readonly isFirst: boolean;
}) => {
  const { t, language } = useText();
  const { brandId, campaign, state, report } = experiment;
  const brand = useBrand(brandId);
  const [isOpen, open] = useState(isFirst);
  return (
    <li className={css('sheet', 'experiment')}>
      <header>
        <h2>
          <button type="button" aria-expanded={isOpen} onClick={() => open(!isOpen)}>
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={18} />
            <BrandMark brand={brand} size="small" />
            <span>
              {report.name}
              <small>
                {campaign} · {t(`planning.experiment.outcome.${report.outcome}`)} ·{' '}
                {t(`figures.experiments.look.${report.look}`)}
              </small>
            </span>
          </button>
        </h2>
        <Through experiment={experiment} />
        <Tag tone={tones[state]}>{t(`figures.experiments.state.${state}`)}</Tag>
      </header>
      {isOpen ? (
        <>
          <Report report={report} />
          <p className={css('asOf')}>
            {t('figures.experiments.asOf', { time: formatSecond(report.at, language) })}
          </p>
        </>
      ) : null}
    </li>
  );
};

export const ExperimentsTab = ({
  known,
}: {
  readonly known: Known<CommandOutput<'planning.experiments'>> | null;
}) => {
  const { t } = useText();
  return (
    <>
      <div className={css('title')}>
        <div>
          <h2>{t('figures.experiments.heading')}</h2>
          <p className={css('whose')}>{t('figures.experiments.what')}</p>
        </div>
      </div>
      <Loaded of={known}>
        {({ experiments }) =>
          experiments.length === 0 ? (
            <EmptyState
              icon="figures"
              title={t('figures.experiments.none')}
              detail={t('figures.experiments.noneDetail')}
            />
          ) : (
            <ul className={css('experiments')} aria-label={t('figures.experiments.heading')}>
              {experiments.map((one, place) => (
                <Experiment key={one.campaignId} experiment={one} isFirst={place === 0} />
              ))}
            </ul>
          )
        }
      </Loaded>
    </>
  );
};
