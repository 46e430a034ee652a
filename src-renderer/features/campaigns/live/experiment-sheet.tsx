/** The experiment of one campaign, on its screen. */

import { Loaded, Sheet } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Report } from './experiment-report.tsx';

const everyMs = 60_000;

export const ExperimentSheet = ({
  campaignId,
  name,
}: {
  readonly campaignId: string;
  readonly name: string;
}) => {
  const { t } = useText();
  const { known } = useAsked('planning.experiment', { campaignId }, everyMs);
  return (
    <Sheet look="wide" title={name} beside={t('planning.experiment.drawn')}>
      <Loaded of={known}>{(report) => <Report report={report} />}</Loaded>
    </Sheet>
  );
};
