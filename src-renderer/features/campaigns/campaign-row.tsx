/** One campaign of the list: how it stands, what is missing before it may start, and what may be done. */
import { formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { useBrandColors } from '@renderer/ui/parts/brand-scope.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag, type TagTone } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CampaignView } from '@shared/contracts/http/campaigns.ts';
import type { CampaignState } from '@shared/domain/campaign/campaign.ts';
import type { CampaignMove } from '@shared/domain/campaign/running.ts';
import styles from './campaigns.module.css';
import { Problems } from './problems.tsx';
import { Progress } from './progress.tsx';

const css = styleNames(styles);

export const stateTones: { readonly [state in CampaignState]: TagTone } = {
  draft: 'line',
  running: 'ok',
  paused: 'warn',
  stopped: 'plain',
};

export type RowActs = {
  readonly onOpen: () => void;
  readonly onMove: (move: CampaignMove) => void;
  readonly onCopy: () => void;
};

const Acts = ({ campaign, acts }: { readonly campaign: CampaignView; readonly acts: RowActs }) => {
  const { t } = useText();
  const { status, problems } = campaign;
  const startable = status === 'draft' || status === 'paused';
  const missing = problems.length > 0 ? t('planning.missing') : undefined;
  const start = status === 'paused' ? 'resume' : 'start';
  return (
    <div className={css('acts')}>
      <Button size="small" onClick={acts.onOpen}>
        {t(status === 'draft' ? 'planning.goOn' : 'planning.open')}
      </Button>
      {startable ? (
        <Button size="small" icon="resume" blocked={missing} onClick={() => acts.onMove('start')}>
          {t(`planning.move.${start}`)}
        </Button>
      ) : null}
      {status === 'running' ? (
        <Button size="small" icon="held" onClick={() => acts.onMove('pause')}>
          {t('planning.move.pause')}
        </Button>
      ) : null}
      {status === 'running' || status === 'paused' ? (
        <Button size="small" look="ghost" onClick={() => acts.onMove('stop')}>
          {t('planning.move.stop')}
        </Button>
      ) : null}
      <Button size="small" look="ghost" icon="copy" onClick={acts.onCopy}>
        {t('planning.copy.do')}
      </Button>
    </div>
  );
};

export const CampaignRow = ({
  campaign,
  acts,
}: {
  readonly campaign: CampaignView;
  readonly acts: RowActs;
}) => {
  const { t, language } = useText();
  const { settings, status, problems } = campaign;
  const brand = useBrand(settings.brandId);
  const day = (date: string): string => formatShortDay(`${date}T12:00:00Z`, language);
  return (
    <li className={css('row')} {...useBrandColors(brand)}>
      <div className={css('what')}>
        <h2>
          <BrandMark brand={brand} size="small" />
          <span>{settings.name}</span>
          <Tag tone={stateTones[status]}>{t(`planning.state.${status}`)}</Tag>
        </h2>
        <p>
          {t(`campaign.goal.${settings.goal}`)} · {brand?.name ?? settings.brandId}
        </p>
        <p>
          <Icon name="calendar" size={15} />{' '}
          {t('planning.fromTo', { from: day(settings.startsOn), to: day(settings.endsOn) })}
        </p>
      </div>
      {status === 'draft' ? <Problems problems={problems} /> : <Progress campaign={campaign} />}
      <Acts campaign={campaign} acts={acts} />
      {status === 'paused' && problems.length > 0 ? <Problems problems={problems} /> : null}
    </li>
  );
};
