/** One campaign that runs or ran: its head with what may be done, and its tabs. */

import { Truth } from '@renderer/platform/asked/truth.tsx';
import { type Known, useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { TabBar, tabId } from '@renderer/ui/parts/tab-bar.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { DiallingMode } from '@shared/domain/campaign/pacing.ts';
import { useId, useState } from 'react';
import { stateTones } from '../campaign-row.tsx';
import { type Moves, useMoves } from '../use-moves.tsx';
import styles from './live.module.css';
import { LiveTab } from './live-tab.tsx';
import { PeopleTab } from './people-tab.tsx';
import { PostSheet } from './post-sheet.tsx';
import { ResultsTab } from './results-tab.tsx';
import { RulesTab } from './rules-tab.tsx';

const css = styleNames(styles);
const tabNames = ['live', 'people', 'results', 'rules'] as const;
type TabName = (typeof tabNames)[number];
const lookEveryMs = 5_000;

/** Suspended by Shift+P, taken up again by it. */
const Acts = ({ campaign, moves }: { readonly campaign: CampaignView; readonly moves: Moves }) => {
  const { t } = useText();
  const { status, problems } = campaign;
  const next = status === 'running' ? 'pause' : status === 'paused' ? 'start' : null;
  const missing = next === 'start' && problems.length > 0 ? t('planning.missing') : undefined;
  const act = () => {
    if (next !== null && missing === undefined) moves.move(campaign, next);
  };
  useKeys([{ key: 'p', modifier: 'shift', whileTyping: 'rests', act }]);
  if (next === null) return null;
  return (
    <>
      <Button
        icon={next === 'pause' ? 'held' : 'resume'}
        keys={[t('key.shift'), 'P']}
        aria-keyshortcuts="Shift+P"
        blocked={missing}
        onClick={act}
      >
        {t(next === 'pause' ? 'planning.move.pause' : 'planning.move.resume')}
      </Button>
      <Button look="ghost" onClick={() => moves.move(campaign, 'stop')}>
        {t('planning.move.stop')}
      </Button>
    </>
  );
};

const Head = ({
  campaign,
  known,
  advisors,
}: {
  readonly campaign: CampaignView;
  readonly known: Known<unknown> | null;
  readonly advisors: number;
}) => {
  const { t, language } = useText();
  const { settings, status } = campaign;
  const brand = useBrand(settings.brandId);
  return (
    <>
      <div className={css('who')}>
        <h1>{settings.name}</h1>
        <small>
          {brand?.name ?? settings.brandId},{' '}
          {t('campaign.until', { day: formatShortDay(`${settings.endsOn}T12:00:00Z`, language) })} ·{' '}
          {t('planning.advisors', { count: advisors })}
        </small>
      </div>
      {status === 'running' ? (
        <Truth of={known} />
      ) : (
        <Tag tone={stateTones[status]}>{t(`planning.state.${status}`)}</Tag>
      )}
    </>
  );
};

export const CampaignPage = ({
  given,
  onClose,
}: {
  readonly given: CampaignView;
  readonly onClose: () => void;
}) => {
  const { t } = useText();
  const [campaign, setCampaign] = useState(given);
  const [tab, choose] = useState<TabName>('live');
  const panelId = useId();
  const brand = useBrand(campaign.settings.brandId);
  const isRunning = campaign.status === 'running';
  const campaignId = campaign.id;
  const { known } = useAsked('planning.figures', { campaignId }, isRunning ? lookEveryMs : null);
  const moves = useMoves(setCampaign);
  const request = useRequest();
  const dialAs = async (mode: DiallingMode) => {
    const { revision, settings } = campaign;
    const dialling = { ...settings.dialling, mode };
    const change = { campaignId, revision, settings: { ...settings, dialling } };
    const changed = await request('planning.change', change);
    if (changed.ok) setCampaign(changed.value);
  };
  const advisors = known?.value?.advisors.length ?? 0;
  useKeys([{ key: 'Escape', whileTyping: 'rests', act: onClose }]);
  return (
    <main className={css('page')} {...useBrandColors(brand)}>
      <header className={css('head')}>
        <Head campaign={campaign} known={known} advisors={advisors} />
        <TabBar
          label={campaign.settings.name}
          names={tabNames}
          words={(name) => t(`planning.tab.${name}`)}
          chosen={tab}
          panelId={panelId}
          onChoose={choose}
        />
        <i />
        <Acts campaign={campaign} moves={moves} />
        <Button look="ghost" keys={[t('key.escape')]} onClick={onClose}>
          {t('planning.back')}
        </Button>
      </header>
      <div
        id={panelId}
        role="tabpanel"
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard
        tabIndex={0}
        aria-labelledby={tabId(panelId, tab)}
        className={css('panel')}
      >
        {tab === 'live' ? (
          <LiveTab
            known={known}
            settings={campaign.settings}
            onMode={(mode) => void dialAs(mode)}
          />
        ) : null}
        {tab === 'people' ? <PeopleTab campaignId={campaignId} /> : null}
        {tab === 'results' ? <ResultsTab campaignId={campaignId} /> : null}
        {tab === 'results' ? (
          <PostSheet campaignId={campaignId} settings={campaign.settings} />
        ) : null}
        {tab === 'rules' ? <RulesTab given={campaign} onChanged={setCampaign} /> : null}
      </div>
      {moves.question}
    </main>
  );
};
