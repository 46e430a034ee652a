/** The kind, then its amount: within her limit it is granted, above it asked of the team lead. */
import { TextInput } from '@mantine/core';
import { formatEuros } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import { type Allowance, type Grant, judgeGrant } from '@shared/domain/delegation/delegation.ts';
import { type FormEvent, useState } from 'react';
import styles from './grant-line.module.css';

const css = styleNames(styles);

/** As people type an amount: « 1 200,50 ». What is none is no money, which nobody may grant. */
const centsOf = (euros: string): number => {
  const value = Number(euros.replaceAll(/[\s€]/g, '').replace(',', '.'));
  return Number.isFinite(value) && value > 0 ? Math.round(100 * value) : 0;
};

const Row = ({
  allowance,
  onGive,
}: {
  readonly allowance: Allowance;
  readonly onGive: (kind: Grant['kind'], amountCents: number) => void;
}) => {
  const { t, language } = useText();
  const { kind, upToCents, askUpToCents } = allowance;
  const [euros, setEuros] = useState(String((upToCents || askUpToCents) / 100));
  const amountCents = kind === 'exchange' ? 0 : centsOf(euros);
  const verdict = judgeGrant([allowance], { kind, amountCents });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (verdict !== 'refused') onGive(kind, amountCents);
  };
  const label = t(`grant.kind.${kind}`);
  return (
    <form className={css('row')} onSubmit={submit}>
      <span>{label}</span>
      {kind === 'exchange' ? (
        <span />
      ) : (
        <TextInput
          size="xs"
          inputMode="decimal"
          data-autofocus
          aria-label={t('grant.amount', { kind: label })}
          value={euros}
          onChange={(event) => setEuros(event.currentTarget.value)}
          rightSection="€"
        />
      )}
      <Button
        type="submit"
        size="small"
        blocked={
          verdict === 'refused'
            ? t('grant.beyond', { amount: formatEuros(askUpToCents, language) })
            : undefined
        }
      >
        {t(verdict === 'to-ask' ? 'grant.ask' : 'grant.give')}
      </Button>
    </form>
  );
};

export const GrantForm = ({
  allowances,
  onGive,
}: {
  readonly allowances: readonly Allowance[];
  readonly onGive: (kind: Grant['kind'], amountCents: number) => void;
}) => {
  const { t } = useText();
  return (
    <>
      <h3>{t('grant.title')}</h3>
      {allowances.map((allowance) => (
        <Row key={allowance.kind} allowance={allowance} onGive={onGive} />
      ))}
      <p className={css('note')}>{t('grant.note')}</p>
    </>
  );
};
