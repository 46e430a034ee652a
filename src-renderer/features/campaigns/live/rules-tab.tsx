/** The rules of a campaign that runs, to be changed: they hold from the next call on. */
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { useEffect } from 'react';
import { GoalForm } from '../settings/goal-form.tsx';
import { RhythmForm } from '../settings/rhythm-form.tsx';
import { Conflict, Saved } from '../settings/saved.tsx';
import { SpeechForm } from '../settings/speech-form.tsx';
import { useSettings } from '../settings/use-settings.ts';
import styles from './live.module.css';

const css = styleNames(styles);

export const RulesTab = ({
  given,
  onChanged,
}: {
  readonly given: CampaignView;
  readonly onChanged: (campaign: CampaignView) => void;
}) => {
  const desk = useSettings(given);
  const { campaign } = desk;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told when the hub has kept something
  useEffect(() => onChanged(campaign), [campaign]);
  return (
    <div className={css('forms')}>
      <p className={css('note')}>
        <Saved desk={desk} />
      </p>
      <Conflict desk={desk} />
      <RhythmForm desk={desk} />
      <SpeechForm desk={desk} />
      <GoalForm desk={desk} />
    </div>
  );
};
