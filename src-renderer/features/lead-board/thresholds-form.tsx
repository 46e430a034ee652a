/** « Seuils »: how long a state may last, and what a queue may come to, for one team. */

import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { NumberField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { KeptThresholds } from '@shared/contracts/http/team-thresholds.ts';
import { type Thresholds, thresholdLimits } from '@shared/domain/lead-board/thresholds.ts';
import { useState } from 'react';
import styles from './board.module.css';
import { FormFoot } from './form-foot.tsx';
import { QueueTargetForm } from './queue-target-form.tsx';

const css = styleNames(styles);
const names = Object.keys(thresholdLimits) as (keyof Thresholds)[];

const Fields = ({
  kept,
  onDone,
}: {
  readonly kept: KeptThresholds;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const request = useRequest();
  const [thresholds, setThresholds] = useState(kept.thresholds);
  const save = async () => {
    const answer = await request('lead.set-thresholds', { ...kept, thresholds });
    if (answer.ok) onDone();
  };
  return (
    <>
      <div className={css('pairs')}>
        {names.map((name) => (
          <NumberField
            key={name}
            label={t(`board.threshold.${name}`)}
            hint={t(
              name === 'answeredShare' ? 'board.threshold.percent' : 'board.threshold.seconds',
            )}
            value={thresholds[name]}
            from={thresholdLimits[name][0]}
            to={thresholdLimits[name][1]}
            onChange={(value) =>
              setThresholds((was) => ({ ...was, [name]: Math.round(value ?? was[name]) }))
            }
          />
        ))}
      </div>
      <FormFoot onSave={save} onLeave={onDone} />
    </>
  );
};

export const ThresholdsForm = ({
  teamId,
  onDone,
}: {
  readonly teamId: string;
  readonly onDone: () => void;
}) => {
  const { t } = useText();
  const { known } = useAsked('lead.thresholds', { teamId });
  return (
    <>
      <p className={css('given')}>{t('board.threshold.what')}</p>
      <Loaded of={known}>{(kept) => <Fields kept={kept} onDone={onDone} />}</Loaded>
      <QueueTargetForm />
    </>
  );
};
