/** Who it is, in the order it is needed: name, how to address, open cases, promises, how to reach. */
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import {
  formatDay,
  formatEuros,
  formatTime,
  isSameDay,
} from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { colleagueName, useBrands } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { callbackIcons } from '@renderer/ui/parts/callback-icons.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type CardName, cardsFor } from '@shared/domain/brand-rules/card-layout.ts';
import { type Callback, isOver } from '@shared/domain/callback/callback.ts';
import type { BrandRelation, Customer } from '@shared/domain/customer/customer.ts';
import { formalName } from '@shared/domain/script/gather-facts.ts';
import { Fragment, type ReactNode } from 'react';
import { type CaseAct, CaseCards } from './case-cards.tsx';
import { ConsentTable } from './consent-table.tsx';
import styles from './customer.module.css';
import { type GrantAct, GrantLine } from './grant-line.tsx';
import { LikenessLine } from './likeness-line.tsx';
import { LinkList } from './link-list.tsx';
import { OthersLine } from './others-line.tsx';
import { OutsideCard } from './outside-card.tsx';
import { PlaceMap } from './place-map.tsx';
import { PromiseClock } from './promise-clock.tsx';
import { PurchaseList } from './purchase-list.tsx';
import { RiskLine } from './risk-line.tsx';
import { useOutside } from './use-outside.ts';

const css = styleNames(styles);

export const customerName = (customer: Customer): string =>
  `${customer.firstName} ${customer.lastName}`.trim() || (customer.companyName ?? '');

export const Identity = ({
  customer,
  relation,
}: {
  readonly customer: Customer;
  readonly relation: BrandRelation | undefined;
}) => {
  const { t, language } = useText();
  const facts = [
    relation && t(`c360.since.${customer.civility}`, { year: relation.since.slice(0, 4) }),
    relation && t('c360.value', { amount: formatEuros(relation.value12MonthsCents, language) }),
    relation && t(`c360.segment.${relation.segment}`),
  ].filter(Boolean);
  return (
    <header>
      <h1 className={css('name')}>
        {customerName(customer)}
        {relation?.vip ? (
          <Tag tone="ink" icon="crown">
            VIP
          </Tag>
        ) : null}
      </h1>
      <p className={css('identity')}>
        {customer.companyName !== null && customer.lastName !== '' ? (
          <b className={css('company')}>{customer.companyName}</b>
        ) : null}
        {relation ? (
          <>
            <b>{t(`c360.mode.${relation.relationMode}.${customer.civility}`)}</b>
            {t(`c360.modeHint.${relation.relationMode}`)}
            <br />
          </>
        ) : null}
        {t('c360.address', { name: formalName(customer, customer.language) })}
        <br />
        {facts.join(' · ')}
        {customer.address === null ? null : (
          <>
            {facts.length > 0 ? ' · ' : ''}
            <PlaceMap address={customer.address} />
          </>
        )}
      </p>
    </header>
  );
};

const OtherBrands = ({
  customer,
  brandId,
}: {
  readonly customer: Customer;
  readonly brandId: string;
}) => {
  const { t } = useText();
  const brands = useBrands();
  const others = customer.relations.filter((one) => one.brandId !== brandId);
  if (others.length === 0) return null;
  return (
    <p className={css('others')}>
      {t('c360.alsoWith')}
      {others.map((one) => (
        <BrandMark
          key={one.brandId}
          size="small"
          brand={brands.find((brand) => brand.id === one.brandId)}
        />
      ))}
    </p>
  );
};

export const NextPromise = ({ callbacks }: { readonly callbacks: readonly Callback[] }) => {
  const { t, language } = useText();
  const now = useMinute();
  const reference = useSlice('reference');
  const next = callbacks
    .filter((one) => one.status === 'open' && !isOver(one, now))
    .sort((a, b) => a.dueAt.localeCompare(b.dueAt))[0];
  if (next === undefined) return null;
  const when = t('c360.at', {
    day: isSameDay(next.dueAt, now)
      ? t('thread.today').toLowerCase()
      : formatDay(next.dueAt, language),
    time: formatTime(next.dueAt, language),
  });
  return (
    <div className={css('promise')}>
      <Icon name={callbackIcons[next.kind]} />
      <span>
        <b>{t(`c360.next.${next.kind}`, { when })}</b>
        <small>
          {[next.reason, colleagueName(reference, next.advisorId) ?? t('c360.anyone')]
            .filter(Boolean)
            .join(' · ')}
        </small>
      </span>
    </div>
  );
};

const urgent: ReadonlySet<CardName> = new Set(['promise', 'cases', 'grants', 'appointments']);

export const CustomerColumn = ({
  bundle,
  brandId,
  caseAct,
  grantAct = null,
  callFacts = [],
  diary = null,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
  readonly caseAct: CaseAct | null;
  readonly grantAct?: GrantAct | null;
  /** What the call already said, one sentence each. */
  readonly callFacts?: readonly string[];
  /** Her appointments, outside of a call. */
  readonly diary?: ReactNode;
}) => {
  const { t } = useText();
  const now = useMinute();
  const role = useSlice('session')?.user?.role;
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === brandId);
  const { customer } = bundle;
  const of = { bundle, brandId };
  const shown: Readonly<Record<CardName, ReactNode>> = {
    promise: <PromiseClock {...of} />,
    cases: <CaseCards {...of} act={caseAct} />,
    grants: <GrantLine {...of} act={grantAct} now={now} />,
    appointments: (
      <>
        <NextPromise callbacks={bundle.callbacks} />
        {diary}
      </>
    ),
    risk: <RiskLine {...of} />,
    channels: <ConsentTable {...of} />,
    purchases: <PurchaseList {...of} />,
    contacts: <LinkList customer={customer} brandId={brandId} />,
  };
  const cards = cardsFor(rules?.cards ?? [], role);
  const outside = useOutside(customer.id, brandId);
  const outsideBehind = (name: CardName | null) =>
    outside.cards
      .filter(({ behind }) => (cards.includes(behind) ? behind : null) === name)
      .map((one) => (
        <OutsideCard
          key={one.connectorId}
          card={one}
          onRetry={() => outside.askAgain(one.connectorId)}
        />
      ));
  const card = (name: CardName) => (
    <Fragment key={name}>
      {shown[name]}
      {outsideBehind(name)}
    </Fragment>
  );
  // What the call said stands behind what is urgent.
  const split = cards.findIndex((name) => !urgent.has(name));
  const [early, late] = split === -1 ? [cards, []] : [cards.slice(0, split), cards.slice(split)];
  const relation = customer.relations.find((one) => one.brandId === brandId);
  return (
    <section className={css('column')} aria-label={t('c360.label')}>
      <Identity customer={customer} relation={relation} />
      <OthersLine customerId={customer.id} />
      {early.map(card)}
      {callFacts.map((fact) => (
        <p key={fact} className={css('fact')}>
          <Icon name="info" />
          {fact}
        </p>
      ))}
      {late.map(card)}
      {outsideBehind(null)}
      <LikenessLine key={customer.id} customerId={customer.id} />
      <OtherBrands customer={customer} brandId={brandId} />
    </section>
  );
};
