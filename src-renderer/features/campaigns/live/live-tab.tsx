/** The campaign at this moment, in five sheets. */

import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import type { Known } from '@renderer/platform/asked/use-asked.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignFigures } from '@shared/contracts/http/campaign-figures.ts';
import type { CampaignSettings } from '@shared/domain/campaign/campaign.ts';
import type { DiallingMode } from '@shared/domain/campaign/pacing.ts';
import { ArmsSheet } from './arms-sheet.tsx';
import { EndingsSheet } from './endings-sheet.tsx';
import { ExperimentSheet } from './experiment-sheet.tsx';
import { HeatSheet } from './heat-sheet.tsx';
import styles from './live.module.css';
import { PaceSheet } from './pace-sheet.tsx';
import { ProgressSheet } from './progress-sheet.tsx';

const css = styleNames(styles);

export const LiveTab = ({
  known,
  settings,
  onMode,
}: {
  readonly known: Known<CampaignFigures> | null;
  readonly settings: CampaignSettings;
  readonly onMode: (mode: DiallingMode) => void;
}) => (
  <Loaded of={known}>
    {(figures) => (
      <div className={css('sheets')}>
        <ProgressSheet figures={figures} settings={settings} />
        <PaceSheet figures={figures} settings={settings} onMode={onMode} />
        <HeatSheet hours={figures.hours} callKind={settings.callKind} />
        <EndingsSheet figures={figures} />
        {settings.experiment === null ? (
          <ArmsSheet arms={figures.arms} />
        ) : (
          <ExperimentSheet campaignId={figures.campaignId} name={settings.experiment.name} />
        )}
      </div>
    )}
  </Loaded>
);
