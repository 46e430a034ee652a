/** What customers want, and what is allowed of it; and the ways of being a customer. */
import { formatEuros, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ChannelMap } from '@shared/contracts/http/channel-map.ts';
import styles from './channel-map.module.css';

const css = styleNames(styles);
const percent = (part: number, whole: number): number =>
  whole === 0 ? 0 : Math.round((100 * part) / whole);
/** Under a hundred cases a share says little. */
const fewest = 100;
const marks = [0, 25, 50, 75];

export const WantsSheet = ({ map }: { readonly map: ChannelMap }) => {
  const { t, language } = useText();
  const { customers } = map;
  return (
    <>
      <h2>{t('channelMap.wants')}</h2>
      <p className={css('under')}>
        {t('channelMap.wantsUnder', {
          count: customers,
          number: formatNumber(customers, language),
        })}
      </p>
      <p className={css('wantHeads')} aria-hidden="true">
        <span className={css('scale')}>
          {marks.map((value) => (
            <i key={value}>{t('common.percent', { value })}</i>
          ))}
        </span>
        <span>{t('channelMap.wantHead')}</span>
        <span>{t('channelMap.yearHead')}</span>
      </p>
      <ul className={css('wants')}>
        {map.wants.map(({ channel, want, allowed, yearDelta }) => (
          <li key={channel}>
            <Icon name={channel} size={16} />
            <span>{t(`channel.${channel}`)}</span>
            <span className={css('track')} aria-hidden="true">
              <i style={{ inlineSize: `${percent(allowed, customers)}%` }} />
              <i
                className={css('asked')}
                style={{ inlineSize: `${percent(want - allowed, customers)}%` }}
              />
            </span>
            <span>
              <span className="sr-only">
                {t('channelMap.wantsOf', {
                  want: percent(want, customers),
                  allowed: percent(allowed, customers),
                })}
              </span>
              <span aria-hidden="true">
                {t('common.percent', { value: percent(want, customers) })}
              </span>
            </span>
            <span>
              {yearDelta === null
                ? '–'
                : `${yearDelta > 0 ? '+' : ''}${formatNumber(yearDelta, language, 0).replace('-', '−')}`}
            </span>
          </li>
        ))}
      </ul>
      <p className={css('legend')}>
        <i /> {t('channelMap.allowed')} <i className={css('asked')} /> {t('channelMap.toAsk')}
      </p>
    </>
  );
};

export const ClassSheet = ({ map }: { readonly map: ChannelMap }) => {
  const { t, language } = useText();
  const few = t('channelMap.few');
  return (
    <table className={css('classes')}>
      <caption className="sr-only">{t('channelMap.classes')}</caption>
      <thead>
        <tr>
          <th scope="col">{t('channelMap.classes')}</th>
          <th scope="col">{t('channelMap.customers')}</th>
          <th scope="col">{t('channelMap.value')}</th>
          <th scope="col">{t('channelMap.staying')}</th>
          <th scope="col">{t('channelMap.breaksPer100')}</th>
        </tr>
      </thead>
      <tbody>
        {map.classes.map(({ kind, customers, valueCents, staying, breaksPer100 }) => (
          <tr key={kind}>
            <th scope="row">{t(`channelMap.kind.${kind}`)}</th>
            <td>
              {formatNumber(customers, language)}{' '}
              <small>{t('common.percent', { value: percent(customers, map.customers) })}</small>
            </td>
            <td>
              {customers < fewest ? few : formatEuros(Math.round(valueCents / 100) * 100, language)}
            </td>
            <td>
              {staying === null || customers < fewest
                ? few
                : t('common.percent', { value: Math.round(100 * staying) })}
            </td>
            <td>{breaksPer100 === null ? '–' : formatNumber(breaksPer100, language, 1)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};
