/** Under the bar, wherever a lead looks: the worst of what nobody took up, and two keys. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import {
  useRequest,
  useScreen,
  useServices,
  useSlice,
} from '@renderer/platform/store/services.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { LeadAlert } from '@shared/contracts/http/lead-alerts.ts';
import styles from './alert-strip.module.css';
import { alertIcons, alertWords, unanswered } from './worst-alert.ts';

const css = styleNames(styles);

const Since = ({ since }: { readonly since: string }) => {
  const { t } = useText();
  return <>{t('alert.since', { time: formatTimer(useSecond() - Date.parse(since)) })}</>;
};

const Strip = ({
  alert,
  more,
  leads,
}: {
  readonly alert: LeadAlert;
  readonly more: number;
  /** The board can be looked at. */
  readonly leads: boolean;
}) => {
  const { t } = useText();
  const { screen } = useServices();
  const request = useRequest();
  const isAway = useSlice('sync')?.hub === 'offline';
  const take = () => void request('lead.take-alert', { alertId: alert.id });
  const look = () => screen.setState({ screen: 'board', soughtId: alert.subject.id });
  useKeys([
    ...(isAway
      ? []
      : [{ key: 'k', modifier: 'alt' as const, whileTyping: 'works' as const, act: take }]),
    ...(leads
      ? [{ key: 'b', modifier: 'alt' as const, whileTyping: 'works' as const, act: look }]
      : []),
  ]);
  return (
    <div className={css('strip', isAway && 'old')} role="status">
      <Icon name={isAway ? 'cloud-off' : alertIcons[alert.kind]} size={18} />
      <span>
        <b>{alertWords(alert, t)}</b> {isAway ? t('alert.away') : <Since since={alert.since} />}
        {alert.escalatedAt === null ? null : (
          <em>{t('alert.escalated', { team: alert.teamName })}</em>
        )}
      </span>
      {more > 0 ? <small>{t('alert.more', { count: more })}</small> : null}
      {leads ? (
        <Button size="small" keys={['Alt', 'B']} onClick={look}>
          {t('alert.look')}
        </Button>
      ) : null}
      <Button
        size="small"
        look="primary"
        keys={['Alt', 'K']}
        blocked={isAway ? t('error.hub-unreachable') : undefined}
        onClick={take}
      >
        {t('alert.take')}
      </Button>
    </div>
  );
};

/** On the floor itself it can be taken up, and there is nowhere else to look. */
export const AlertStrip = () => {
  const session = useSlice('session');
  const alerts = useSlice('alerts')?.open ?? [];
  const isOnBoard = useScreen(({ screen }) => screen) === 'board';
  const [worst, ...others] = unanswered(alerts);
  if (worst === undefined || session?.status !== 'signed-in') return null;
  const leads = session.user?.role === 'team-lead' && !isOnBoard;
  return <Strip key={worst.id} alert={worst} more={others.length} leads={leads} />;
};
