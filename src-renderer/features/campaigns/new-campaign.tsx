/** A new campaign: its name, in whose name it calls and what for; all else comes in the assistant. */

import { SelectField, TextField } from '@renderer/platform/form/fields.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { useBrands } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { campaignGoals } from '@shared/domain/campaign/campaign.ts';
import { useState } from 'react';
import styles from './campaigns.module.css';
import { Dialog } from './dialog.tsx';

const css = styleNames(styles);
const dayMs = 86_400_000;
const usualDays = 30;
const dateOf = (ms: number): string => new Date(ms).toISOString().slice(0, 10);

export const NewCampaign = ({
  onMade,
  onClose,
}: {
  readonly onMade: (campaign: CampaignView) => void;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const { clock } = useServices();
  const request = useRequest();
  const brands = useBrands();
  const [name, setName] = useState('');
  const [wrong, setWrong] = useState(false);
  const [brandId, setBrandId] = useState(brands[0]?.id ?? '');
  const [goal, setGoal] = useState<(typeof campaignGoals)[number]>('appointments');
  const make = async () => {
    if (name.trim() === '') return setWrong(true);
    const now = clock.now();
    const dates = { startsOn: dateOf(now), endsOn: dateOf(now + usualDays * dayMs) };
    const made = await request('planning.create', { name: name.trim(), brandId, goal, ...dates });
    if (made.ok) onMade(made.value);
  };
  return (
    <Dialog title={t('planning.new.title')} onClose={onClose}>
      <form
        className={css('form')}
        onSubmit={(event) => {
          event.preventDefault();
          void make();
        }}
      >
        <TextField
          label={t('planning.field.name')}
          value={name}
          wrong={wrong && name.trim() === ''}
          hint={wrong && name.trim() === '' ? t('planning.nameWanted') : ''}
          onChange={setName}
        />
        <SelectField
          label={t('planning.field.brand')}
          hint={t('planning.brandStays')}
          value={brandId}
          options={brands.map((one) => ({ id: one.id, label: one.name }))}
          onChange={setBrandId}
        />
        <SelectField
          label={t('planning.field.goal')}
          value={goal}
          options={campaignGoals.map((id) => ({ id, label: t(`campaign.goal.${id}`) }))}
          onChange={(value) =>
            setGoal(campaignGoals.find((one) => one === value) ?? 'appointments')
          }
        />
        <footer>
          <Button keys={[t('key.escape')]} onClick={onClose}>
            {t('planning.changeNothing')}
          </Button>
          <Button look="primary" type="submit" onClick={() => undefined}>
            {t('planning.new.make')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
};
