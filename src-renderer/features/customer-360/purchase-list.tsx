/** Orders and baskets of this brand, newest first. */
import { formatEuros, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSought } from '@renderer/platform/store/use-sought.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type Purchase, purchasesToShow } from '@shared/domain/purchase/purchase.ts';
import styles from './purchase-list.module.css';

const css = styleNames(styles);
const shownAtMost = 4;

const Line = ({ one }: { readonly one: Purchase }) => {
  const { t, language } = useText();
  const day = formatShortDay(one.at, language);
  const sought = useSought<HTMLLIElement>(one.id);
  return (
    <li
      ref={sought}
      tabIndex={-1}
      className={css('line')}
      title={t('purchase.reference', { reference: one.reference })}
    >
      <Icon name={one.kind === 'cart' ? 'cart' : 'order'} size={16} />
      <span>
        {one.words || one.reference}
        <small>{t(`purchase.${one.kind}`, { day })}</small>
      </span>
      <span className={css('amount')}>{formatEuros(one.amountCents, language)}</span>
    </li>
  );
};

export const PurchaseList = ({
  bundle,
  brandId,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
}) => {
  const { t } = useText();
  const purchases = purchasesToShow(bundle.purchases, brandId);
  if (purchases.length === 0) return null;
  const more = purchases.length - shownAtMost;
  return (
    <section aria-label={t('purchase.title')}>
      <h2 className={css('title')}>{t('purchase.title')}</h2>
      <ul>
        {purchases.slice(0, shownAtMost).map((one) => (
          <Line key={one.id} one={one} />
        ))}
      </ul>
      {more > 0 ? <p className={css('more')}>{t('purchase.more', { count: more })}</p> : null}
    </section>
  );
};
