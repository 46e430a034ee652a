/** The alerts of the last seven days: what, how long, who took it up. */
import { Loaded } from '@renderer/platform/asked/loaded.tsx';
import { useAsked } from '@renderer/platform/asked/use-asked.ts';
import { formatShortDay, formatTime, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { LeadAlert } from '@shared/contracts/http/lead-alerts.ts';
import styles from './board.module.css';

const css = styleNames(styles);

const Row = ({ alert }: { readonly alert: LeadAlert }) => {
  const { t, language } = useText();
  const { since, endedAt, takenBy, escalatedAt, toldAt } = alert;
  const lasted =
    endedAt === null
      ? t('alert.log.goesOn')
      : t('alert.log.lasted', { time: formatTimer(Date.parse(endedAt) - Date.parse(since)) });
  const who =
    takenBy === null
      ? t(toldAt === null ? 'alert.log.untold' : 'alert.log.nobody')
      : t('alert.log.taken', { name: takenBy.name });
  return (
    <li>
      <b>{t(`alert.is.${alert.kind}`, { name: alert.subject.name })}</b>
      <small>
        {[`${formatShortDay(since, language)} ${formatTime(since, language)}`, lasted].join(' · ')}
        <br />
        {[who, ...(escalatedAt === null ? [] : [t('alert.log.further')])].join(' · ')}
      </small>
    </li>
  );
};

export const AlertLog = ({ teamId }: { readonly teamId: string }) => {
  const { t } = useText();
  const { known } = useAsked('lead.alert-log', { teamId });
  return (
    <Loaded of={known}>
      {({ alerts }) =>
        alerts.length === 0 ? (
          <p className={css('given')}>{t('alert.log.none')}</p>
        ) : (
          <ul className={css('log')}>
            {alerts.map((alert) => (
              <Row key={alert.id} alert={alert} />
            ))}
          </ul>
        )
      }
    </Loaded>
  );
};
