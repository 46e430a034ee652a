/** The campaigns of her brands: those that run first, then what waits to be started, then the rest. */

import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { Truth } from '@renderer/platform/asked/truth.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { type CampaignState, campaignStates } from '@shared/domain/campaign/campaign.ts';
import { useState } from 'react';
import { CampaignRow } from './campaign-row.tsx';
import styles from './campaigns.module.css';
import { NewCampaign } from './new-campaign.tsx';
import { useMoves } from './use-moves.tsx';

const css = styleNames(styles);
const lookEveryMs = 10_000;
const order: readonly CampaignState[] = ['running', 'paused', 'draft', 'stopped'];
const everyState = 'all';
type Shown = CampaignState | typeof everyState;

const Choice = ({
  campaigns,
  shown,
  onShow,
}: {
  readonly campaigns: readonly CampaignView[];
  readonly shown: Shown;
  readonly onShow: (state: Shown) => void;
}) => {
  const { t } = useText();
  const counted = (state: CampaignState): number =>
    campaigns.filter(({ status }) => status === state).length;
  return (
    <fieldset className={css('filter')} aria-label={t('planning.filter')}>
      {[everyState, ...campaignStates].map((state) => (
        <button
          key={state}
          type="button"
          aria-pressed={state === shown}
          onClick={() => onShow(state as Shown)}
        >
          {t(`planning.states.${state}`)}{' '}
          <b>{state === everyState ? campaigns.length : counted(state as CampaignState)}</b>
        </button>
      ))}
    </fieldset>
  );
};

const Rows = ({
  campaigns,
  onOpen,
  onChanged,
}: {
  readonly campaigns: readonly CampaignView[];
  readonly onOpen: (campaign: CampaignView) => void;
  readonly onChanged: () => void;
}) => {
  const { t } = useText();
  const moves = useMoves(onChanged);
  const copy = async (campaign: CampaignView) => {
    const copied = await moves.copy(campaign);
    if (copied !== null) onOpen(copied);
  };
  return (
    <>
      <ul className={css('rows')} aria-label={t('planning.title')}>
        {campaigns.map((campaign) => (
          <CampaignRow
            key={campaign.id}
            campaign={campaign}
            acts={{
              onOpen: () => onOpen(campaign),
              onMove: (move) => moves.move(campaign, move),
              onCopy: () => void copy(campaign),
            }}
          />
        ))}
      </ul>
      {moves.question}
    </>
  );
};

const sorted = (campaigns: readonly CampaignView[], shown: Shown): readonly CampaignView[] =>
  campaigns
    .filter(({ status }) => shown === everyState || status === shown)
    .toSorted((a, b) => order.indexOf(a.status) - order.indexOf(b.status));

export const CampaignList = ({ onOpen }: { readonly onOpen: (campaign: CampaignView) => void }) => {
  const { t } = useText();
  const { known, reload } = useAsked('planning.campaigns', {}, lookEveryMs);
  const [isMaking, setMaking] = useState(false);
  const [shown, show] = useState<Shown>(everyState);
  useKeys([{ key: 'n', whileTyping: 'rests', act: () => setMaking(true) }]);
  return (
    <main className={css('start')}>
      <header>
        <h1>{t('planning.title')}</h1>
        <Truth of={known} />
        <i />
        <Button
          look="primary"
          icon="plus"
          keys={['N']}
          aria-keyshortcuts="N"
          onClick={() => setMaking(true)}
        >
          {t('planning.new.do')}
        </Button>
      </header>
      <Loaded of={known}>
        {({ campaigns }) =>
          campaigns.length === 0 ? (
            <EmptyState
              icon="campaign"
              title={t('planning.none')}
              detail={t('planning.noneDetail')}
            />
          ) : (
            <>
              <Choice campaigns={campaigns} shown={shown} onShow={show} />
              <Rows
                campaigns={sorted(campaigns, shown)}
                onOpen={onOpen}
                onChanged={() => void reload()}
              />
            </>
          )
        }
      </Loaded>
      {isMaking ? <NewCampaign onMade={onOpen} onClose={() => setMaking(false)} /> : null}
    </main>
  );
};
