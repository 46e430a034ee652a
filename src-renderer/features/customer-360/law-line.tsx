/** May she be called to sell something now, by the rules of the gate; and what was decided before. */
import { Popover } from '@mantine/core';
import { useMinute } from '@renderer/platform/clock/use-now.ts';
import { formatDate, formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { colleagueName } from '@renderer/platform/store/use-reference.ts';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { KeptDecision } from '@shared/contracts/http/law.ts';
import type { CustomerBundle } from '@shared/contracts/sync/pull.ts';
import type { Decision } from '@shared/domain/law/decide.ts';
import { judgeByReference } from '@shared/domain/law/judge-call.ts';
import { useMemo, useState } from 'react';
import styles from './law-line.module.css';
import { useDecisions } from './use-decisions.ts';

const css = styleNames(styles);

const useWhen = () => {
  const { t, language } = useText();
  return (ms: number | string | null): string =>
    ms === null
      ? t('law.line.never')
      : t('law.line.from', { date: formatDay(ms, language), time: formatTime(ms, language) });
};

const Verdict = ({ decision }: { readonly decision: Decision }) => {
  const { t } = useText();
  const when = useWhen();
  if (decision.allowed) return <p>{t('law.line.why')}</p>;
  return (
    <>
      <p>{t(`law.reason.${decision.reason}`)}</p>
      <p>{when(decision.allowedFromMs)}</p>
      <p className={css('source')}>{decision.source}</p>
    </>
  );
};

const Kept = ({ one }: { readonly one: KeptDecision }) => {
  const { t, language } = useText();
  const who = colleagueName(useSlice('reference'), one.userId);
  const answer = one.allowed ? t('law.line.allowed') : t(`law.reason.${one.reason}`);
  return (
    <li>
      <Icon name={one.allowed ? 'check' : 'opposed'} size={15} />
      <span>
        {formatDate(one.at, language)} {formatTime(one.at, language)} ·{' '}
        {t(`law.purpose.${one.purpose}`)} · {answer}
        {who === null ? null : <small>{who}</small>}
        {one.waived.length === 0 ? null : (
          <small>
            {t('law.line.waived', {
              rules: one.waived.map((rule) => t(`admin.law.rule.${rule}`)).join(', '),
            })}
          </small>
        )}
      </span>
    </li>
  );
};

const Before = ({ customerId }: { readonly customerId: string }) => {
  const { t } = useText();
  const told = useDecisions(customerId);
  if (told === null) return null;
  return (
    <>
      <h3>{t('law.line.before')}</h3>
      {told.known ? null : <p>{t('law.line.notAsked')}</p>}
      {told.known && told.decisions.length === 0 ? <p>{t('law.line.none')}</p> : null}
      <ul className={css('before')}>
        {told.decisions.map((one) => (
          <Kept key={one.id} one={one} />
        ))}
      </ul>
    </>
  );
};

export const LawLine = ({
  bundle,
  brandId,
}: {
  readonly bundle: CustomerBundle;
  readonly brandId: string;
}) => {
  const { t } = useText();
  const now = useMinute();
  const reference = useSlice('reference');
  const [isOpen, setOpen] = useState(false);
  const decision = useMemo(
    () =>
      reference === undefined
        ? null
        : judgeByReference(reference, {
            person: bundle,
            brandId,
            purpose: 'commercial',
            calledNumber: null,
            nowMs: now,
          }).decision,
    [bundle, brandId, reference, now],
  );
  if (decision === null) return null;
  const look = decision.allowed ? 'may' : 'may-not';
  return (
    <Popover
      position="bottom-start"
      width={360}
      withinPortal
      transitionProps={{ duration: 0 }}
      opened={isOpen}
      onChange={setOpen}
    >
      <Popover.Target>
        <button type="button" className={css('line', look)} onClick={() => setOpen(!isOpen)}>
          <Icon name={decision.allowed ? 'check' : 'opposed'} size={15} />
          <span>
            <b>{t('law.line.title')}</b>{' '}
            {decision.allowed ? t('law.line.allowed') : t(`law.reason.${decision.reason}`)}
          </span>
        </button>
      </Popover.Target>
      <Popover.Dropdown>
        <h3>{t('law.line.title')}</h3>
        <Verdict decision={decision} />
        {isOpen ? <Before customerId={bundle.customer.id} /> : null}
      </Popover.Dropdown>
    </Popover>
  );
};
