/** The customer of a call that somebody else holds: who it is and what is open, to read only. */
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { ReactNode } from 'react';
import { CaseCards } from './case-cards.tsx';
import { ConsentTable } from './consent-table.tsx';
import styles from './customer.module.css';
import { Identity, NextPromise } from './customer-column.tsx';
import { PromiseClock } from './promise-clock.tsx';
import { PurchaseList } from './purchase-list.tsx';
import { RiskLine } from './risk-line.tsx';

const css = styleNames(styles);

export const CustomerGlance = ({
  bundle,
  brandId,
  said,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
  /** What the caller said before somebody answered. */
  readonly said: ReactNode;
}) => {
  const { t } = useText();
  const { customer } = bundle;
  const of = { bundle, brandId };
  return (
    <section className={css('column')} aria-label={t('c360.label')}>
      <Identity
        customer={customer}
        relation={customer.relations.find((one) => one.brandId === brandId)}
      />
      <PromiseClock {...of} />
      <CaseCards {...of} act={null} />
      {said}
      <NextPromise callbacks={bundle.callbacks} />
      <RiskLine {...of} />
      <ConsentTable {...of} values="none" />
      <PurchaseList {...of} />
      <p className={css('fact')}>
        <Icon name="eye" />
        {t('inView.kept')}
      </p>
    </section>
  );
};
