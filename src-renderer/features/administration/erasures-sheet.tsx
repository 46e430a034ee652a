/** Who was erased, with the proof: rows of which table, and which desktop has confirmed. */
import { formatDate, formatNumber, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { EmptyState } from '@renderer/ui/parts/empty-state.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Erasure } from '@shared/contracts/http/privacy.ts';
import styles from './administration.module.css';
import { Loaded, Sheet } from './loaded.tsx';
import { type Asked, useHub } from './use-administration.tsx';

const css = styleNames(styles);

const Desktops = ({ desktops }: Pick<Erasure, 'desktops'>) => {
  const { t, language } = useText();
  const confirmed = desktops.filter(({ confirmedAt }) => confirmedAt !== null).length;
  if (desktops.length === 0) return <>{t('admin.erasure.noDesktop')}</>;
  return (
    <details>
      <summary>
        <Tag tone={confirmed === desktops.length ? 'ok' : 'warn'}>
          {t('admin.erasure.confirmed', { confirmed, count: desktops.length })}
        </Tag>
      </summary>
      <ul>
        {desktops.map(({ deviceId, lastSeenAt, confirmedAt }) => (
          <li key={`${deviceId} ${lastSeenAt}`}>
            <small>
              {`${deviceId.slice(-12)} · `}
              {confirmedAt === null
                ? t('admin.erasure.waits', { day: formatDate(lastSeenAt, language) })
                : t('admin.erasure.at', {
                    day: formatDate(confirmedAt, language),
                    time: formatTime(confirmedAt, language),
                  })}
            </small>
          </li>
        ))}
      </ul>
    </details>
  );
};

const Row = ({ one }: { readonly one: Erasure }) => {
  const { t, language } = useText();
  const total = Object.values(one.counts).reduce((sum, count) => sum + count, 0);
  const tables = Object.entries(one.counts).filter(([, count]) => count > 0);
  return (
    <tr>
      <th scope="row">
        {`${formatDate(one.at, language)} ${formatTime(one.at, language)}`}
        <small>{one.customerId}</small>
      </th>
      <td>{one.reason}</td>
      <td>
        <details>
          <summary>
            {t('admin.erasure.rows', { count: total, number: formatNumber(total, language) })}
          </summary>
          <small>{tables.map(([table, count]) => `${table} ${count}`).join(', ')}</small>
        </details>
      </td>
      <td>
        <Desktops desktops={one.desktops} />
      </td>
    </tr>
  );
};

export const useErasures = (): Asked<'admin.erasures'> => useHub('admin.erasures', {});

export const ErasuresSheet = ({ known }: Pick<Asked<'admin.erasures'>, 'known'>) => {
  const { t } = useText();
  return (
    <Sheet wide title={t('admin.erasure.title')}>
      <Loaded of={known}>
        {({ erasures }) =>
          erasures.length === 0 ? (
            <EmptyState icon="check" title={t('admin.erasure.none')} />
          ) : (
            <table className={css('table')}>
              <thead>
                <tr>
                  <th scope="col">{t('admin.erasure.when')}</th>
                  <th scope="col">{t('admin.reason')}</th>
                  <th scope="col">{t('admin.erasure.proof')}</th>
                  <th scope="col">{t('admin.erasure.desktops')}</th>
                </tr>
              </thead>
              <tbody>
                {erasures.map((one) => (
                  <Row key={one.id} one={one} />
                ))}
              </tbody>
            </table>
          )
        }
      </Loaded>
    </Sheet>
  );
};
