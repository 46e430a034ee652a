/** What a contact, an appointment and a sale cost by telephone, beside a representative who comes without a call. */

import { Sheet } from '@renderer/platform/asked/loaded.tsx';
import { formatEuros, formatNumber } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { ResultRow } from '@shared/contracts/http/call-figures.ts';
import styles from './figures.module.css';

const css = styleNames(styles);
const kinds = ['centsPerContact', 'centsPerAppointment', 'centsPerSale'] as const;

/** In a sentence: what an appointment costs, else a contact, and how many times less that is. */
export const Against = ({ total }: { readonly total: ResultRow }) => {
  const { t, language } = useText();
  const { visitCents, centsPerAppointment, centsPerContact } = total;
  const cents = centsPerAppointment ?? centsPerContact;
  if (cents === null || visitCents === 0)
    return (
      <p className={css('finding')}>
        <Icon name="info" size={18} />
        <span>{t('figures.noCost')}</span>
      </p>
    );
  const what = centsPerAppointment === null ? 'contact' : 'appointment';
  const less = visitCents >= cents;
  const times = formatNumber(less ? visitCents / cents : cents / visitCents, language, 1);
  return (
    <p className={css('finding')}>
      <Icon name="representative" size={18} />
      <span>
        <b>{t(`figures.against.${what}`, { cost: formatEuros(cents, language) })}</b>{' '}
        {t(less ? 'figures.visitMore' : 'figures.visitLess', {
          visit: formatEuros(visitCents, language),
          times,
        })}
      </span>
    </p>
  );
};

/** Bars of one scale, so that the eye compares them. */
export const CostSheet = ({ total }: { readonly total: ResultRow }) => {
  const { t, language } = useText();
  const bars = [
    ...kinds.map((id) => ({ id, cents: total[id] })),
    { id: 'visitCents' as const, cents: total.visitCents },
  ];
  const most = Math.max(1, ...bars.map(({ cents }) => cents ?? 0));
  return (
    <Sheet title={t('figures.costs.title')} beside={t('figures.costs.what')}>
      <ul className={css('costs')}>
        {bars.map(({ id, cents }) => (
          <li key={id} className={css(id === 'visitCents' && 'visit')}>
            <span>
              {t(`figures.column.${id}`)}
              <small>{t(`figures.means.${id}`)}</small>
            </span>
            <i aria-hidden="true">
              <b style={{ inlineSize: `${(100 * (cents ?? 0)) / most}%` }} />
            </i>
            <span>{cents === null ? '–' : formatEuros(cents, language)}</span>
          </li>
        ))}
      </ul>
    </Sheet>
  );
};
