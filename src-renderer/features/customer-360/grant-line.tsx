/** What this advisor may grant this customer: a click on the kind, a click on the amount. */
import { Popover } from '@mantine/core';
import { formatEuros, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { type Say, useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { colleagueName } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import { type Allowance, allowancesOf, type Grant } from '@shared/domain/delegation/delegation.ts';
import { GrantForm } from './grant-form.tsx';
import styles from './grant-line.module.css';

const css = styleNames(styles);

/** The exchange in which something is granted. */
export type GrantAct = {
  readonly interactionId: string;
  readonly caseId: string | null;
  readonly reasonCode: string | null;
};

const wordsOf = (one: Allowance, t: Say, language: 'fr' | 'en'): string => {
  const amount = formatEuros(one.upToCents, language);
  if (one.kind === 'exchange') return t('grant.mayExchange');
  if (one.upToCents === 0)
    return t(`grant.mayAsk.${one.kind}`, { amount: formatEuros(one.askUpToCents, language) });
  return t(`grant.may.${one.kind}`, { amount });
};

const Given = ({ grant }: { readonly grant: Grant }) => {
  const { t, language } = useText();
  const reference = useSlice('reference');
  const what =
    grant.kind === 'exchange'
      ? t('grant.kind.exchange')
      : `${t(`grant.kind.${grant.kind}`)} ${formatEuros(grant.amountCents, language)}`;
  return (
    <p className={css('given', grant.status)}>
      <Icon
        name={
          grant.status === 'asked' ? 'hourglass' : grant.status === 'denied' ? 'opposed' : 'check'
        }
      />
      <span>
        {what}{' '}
        {t(`grant.status.${grant.status}`, {
          time: formatTime(grant.decidedAt ?? grant.at, language),
          name: colleagueName(reference, grant.decidedById ?? grant.byId) ?? '',
        })}
      </span>
    </p>
  );
};

const dayMs = 86_400_000;

export const GrantLine = ({
  bundle,
  brandId,
  act,
  now,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
  readonly act: GrantAct | null;
  readonly now: number;
}) => {
  const { t, language } = useText();
  const request = useRequest();
  const role = useSlice('session')?.user?.role;
  const rules = useSlice('reference')?.rules.find((one) => one.brandId === brandId);
  const relation = bundle.customer.relations.find((one) => one.brandId === brandId);
  const allowances =
    rules === undefined || role === undefined
      ? []
      : allowancesOf(rules, { role, relation, reasonCode: act?.reasonCode ?? null });
  const recent = bundle.grants.filter(
    (one) => one.brandId === brandId && now - Date.parse(one.at) < dayMs,
  );
  const give = async (kind: Grant['kind'], amountCents: number) => {
    const wish = {
      customerId: bundle.customer.id,
      brandId,
      interactionId: act?.interactionId ?? null,
      caseId: act?.caseId ?? null,
      reasonCode: act?.reasonCode ?? null,
    };
    await request('grants.give', { ...wish, kind, amountCents });
  };
  const list = new Intl.ListFormat(language, { type: 'disjunction' });
  return (
    <>
      {allowances.length === 0 ? null : (
        <Popover
          // A grant that is given closes it.
          key={bundle.grants.length}
          position="bottom-start"
          width={340}
          withinPortal
          trapFocus
          transitionProps={{ duration: 0 }}
        >
          <Popover.Target>
            <button type="button" className={css('line')}>
              <Icon name="grant" />
              <span>
                {t('grant.youMay', {
                  list: list.format(allowances.map((one) => wordsOf(one, t, language))),
                })}
              </span>
            </button>
          </Popover.Target>
          <Popover.Dropdown>
            <GrantForm allowances={allowances} onGive={(kind, cents) => void give(kind, cents)} />
          </Popover.Dropdown>
        </Popover>
      )}
      {recent.map((grant) => (
        <Given key={grant.id} grant={grant} />
      ))}
    </>
  );
};
