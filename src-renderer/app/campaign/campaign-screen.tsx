/** The advisor's campaign: how it stands, who is next with what is worth knowing, and her thread. */
import { Acts } from '@renderer/features/campaign/acts.tsx';
import { CampaignColumn } from '@renderer/features/campaign/campaign-column.tsx';
import { Nobody } from '@renderer/features/campaign/nobody.tsx';
import { PersonSheet } from '@renderer/features/campaign/person-sheet.tsx';
import { DecideBy, PreviewOver } from '@renderer/features/campaign/preview.tsx';
import { type CampaignDay, useCampaign } from '@renderer/features/campaign/use-campaign.ts';
import { useJudged } from '@renderer/features/campaign/use-judged.ts';
import { usePerson } from '@renderer/features/campaign/use-person.ts';
import { TimelineColumn } from '@renderer/features/timeline/timeline-column.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { EmptyState, LoadingLines } from '@renderer/ui/parts/empty-state.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import { Panel } from '../frame/panel.tsx';
import styles from './campaign-screen.module.css';

const css = styleNames(styles);

const Running = ({
  day,
  campaign,
}: {
  readonly day: CampaignDay;
  readonly campaign: CampaignView;
}) => {
  const { t } = useText();
  const { person } = day;
  const { settings } = campaign;
  const brand = useBrand(settings.brandId);
  const opened = usePerson(person?.customerId ?? null);
  const bundle = opened === 'unknown' ? null : opened;
  const judged = useJudged(bundle, settings, person?.numbers[person.numberRank] ?? null);
  return (
    <main className={css('screen')} {...useBrandColors(brand)}>
      <CampaignColumn day={day} campaign={campaign} />
      <div className={css('middle')}>
        <div className={css('sheet')}>
          {day.preview.isOver ? <PreviewOver day={day} /> : null}
          {person === null && !day.preview.isOver ? <Nobody day={day} campaign={campaign} /> : null}
          {person !== null && opened === null ? <LoadingLines label={t('common.loading')} /> : null}
          {person !== null && opened === 'unknown' ? (
            <EmptyState
              icon="user-unknown"
              title={person.customerName}
              detail={t('campaign.noCard')}
            />
          ) : null}
          {person === null || bundle === null || judged === null ? null : (
            <Panel name="customer" resetKey={person.id}>
              <PersonSheet campaign={campaign} person={person} bundle={bundle} judged={judged} />
            </Panel>
          )}
        </div>
        {day.preview.byMs === null ? null : (
          <DecideBy byMs={day.preview.byMs} onOver={() => void day.runOut()} />
        )}
        {person === null || (judged === null && opened !== 'unknown') ? null : (
          <Acts
            key={person.id}
            day={day}
            person={person}
            brandName={brand?.name ?? ''}
            isAllowed={judged?.decision.allowed ?? false}
          />
        )}
      </div>
      {person === null ? null : (
        <Panel name="thread" resetKey={person.id}>
          <TimelineColumn
            key={person.id}
            interactions={bundle?.interactions}
            brandId={settings.brandId}
            work={null}
            staleSince={null}
          />
        </Panel>
      )}
    </main>
  );
};

export const CampaignScreen = () => {
  const { t } = useText();
  const day = useCampaign();
  if (day.campaign !== null) return <Running day={day} campaign={day.campaign} />;
  if (day.state === 'asking')
    return (
      <main className={css('loading')}>
        <LoadingLines label={t('common.loading')} />
      </main>
    );
  const away = day.state === 'away';
  return (
    <main className={css('nothing')}>
      <EmptyState
        heading
        icon={away ? 'cloud-off' : 'campaign'}
        title={t(away ? 'campaign.notAsked' : 'campaign.none')}
        detail={t(away ? 'campaign.notAskedDetail' : 'campaign.noneDetail')}
      />
      {away ? (
        <Button icon="refresh" onClick={() => void day.again()}>
          {t('common.retry')}
        </Button>
      ) : null}
    </main>
  );
};
