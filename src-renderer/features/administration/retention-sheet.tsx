/** How long what is kept, what leaves tonight, and the chained proof of every purge. */
import { formatNumber, formatShortDay } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Retention } from '@shared/contracts/http/privacy.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { Confirm } from './dialogs.tsx';
import { TextField } from './fields.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useAdministration, useHub } from './use-administration.tsx';

const css = styleNames(styles);
type Rule = Retention['rules'][number];
const daysPerYear = 365;
const mostDays = 36_500;

const useDays = () => {
  const { t } = useText();
  return (days: number): string =>
    days % daysPerYear === 0
      ? t('admin.retention.years', { count: days / daysPerYear })
      : t('length.days', { count: days });
};

const Proof = ({ last }: { readonly last: Rule['last'] }) => {
  const { t, language } = useText();
  if (last === null) return <>{t('admin.retention.noProof')}</>;
  return (
    <span title={last.digest}>
      <Icon name="file" size={16} />
      {t('admin.retention.proof', {
        day: formatShortDay(last.at, language),
        count: last.count,
        number: formatNumber(last.count, language),
      })}
    </span>
  );
};

const Days = ({
  rule,
  onChange,
}: {
  readonly rule: Rule;
  readonly onChange: (days: number) => void;
}) => {
  const { t } = useText();
  const [text, setText] = useState(String(rule.days));
  const days = Number(text);
  const wrong = !Number.isInteger(days) || days < 1 || days > mostDays;
  return (
    <TextField
      label={t('admin.retention.daysOf', { kind: t(`admin.retention.kind.${rule.kind}`) })}
      hint={wrong ? t('admin.retention.daysHint') : ''}
      type="number"
      value={text}
      wrong={wrong}
      onChange={setText}
      onDone={() => {
        if (!wrong && days !== rule.days) onChange(days);
      }}
    />
  );
};

const Chain = ({ chain }: { readonly chain: Retention['chain'] }) => {
  const { t, language } = useText();
  const { brokenAt, purges } = chain;
  return brokenAt === null ? (
    <Tag tone="ok" icon="check">
      {t('admin.retention.whole', { count: purges, number: formatNumber(purges, language) })}
    </Tag>
  ) : (
    <Tag tone="danger" icon="alert">
      {t('admin.retention.broken', { seq: brokenAt })}
    </Tag>
  );
};

const Table = ({
  rules,
  onChange,
}: {
  readonly rules: readonly Rule[];
  /** Without it the days are only shown. */
  readonly onChange: ((rule: Rule, days: number) => void) | null;
}) => {
  const { t, language } = useText();
  const inWords = useDays();
  return (
    <table className={css('table')}>
      <thead>
        <tr>
          <th scope="col">{t('admin.retention.what')}</th>
          <th scope="col">
            {t(onChange === null ? 'admin.retention.kept' : 'admin.retention.keptDays')}
          </th>
          <th scope="col" className={css('number')}>
            {t('admin.retention.due')}
          </th>
          <th scope="col">{t('admin.retention.last')}</th>
        </tr>
      </thead>
      <tbody>
        {rules.map((rule) => (
          <tr key={rule.kind}>
            <th scope="row">
              {t(`admin.retention.kind.${rule.kind}`)}
              {rule.why === null ? null : <small>{rule.why}</small>}
            </th>
            <td>
              {onChange === null ? (
                inWords(rule.days)
              ) : (
                <Days key={rule.days} rule={rule} onChange={(days) => onChange(rule, days)} />
              )}
            </td>
            <td className={css('number')}>{formatNumber(rule.due, language)}</td>
            <td>
              <Proof last={rule.last} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
};

export const RetentionSheet = ({ look = 'full' }: { readonly look?: 'full' | 'glance' }) => {
  const { t } = useText();
  const { act } = useAdministration();
  const inWords = useDays();
  const { known, reload } = useHub('admin.retention', {});
  const [change, setChange] = useState<{ rule: Rule; days: number } | null>(null);
  const [purging, setPurging] = useState(false);
  const over = () => {
    setChange(null);
    setPurging(false);
    void reload();
  };
  return (
    <Sheet
      wide={look === 'full'}
      title={t('admin.tab.retention')}
      beside={<span className={css('quiet')}>{t('admin.retention.atNight')}</span>}
    >
      <Loaded of={known}>
        {({ rules, chain }) => (
          <>
            <Table
              rules={rules}
              onChange={look === 'full' ? (rule, days) => setChange({ rule, days }) : null}
            />
            <p className={css('under')}>
              <Chain chain={chain} />
              {look === 'full' ? (
                <Button size="small" onClick={() => setPurging(true)}>
                  {t('admin.retention.purgeNow')}
                </Button>
              ) : null}
            </p>
          </>
        )}
      </Loaded>
      {change === null ? null : (
        <Confirm
          title={t('admin.retention.askChange', {
            kind: t(`admin.retention.kind.${change.rule.kind}`),
            days: inWords(change.days),
          })}
          what={t(
            change.days < change.rule.days
              ? 'admin.retention.whatShorter'
              : 'admin.retention.whatLonger',
          )}
          yes={t('admin.save')}
          reason={t('admin.reason')}
          onYes={(reason) =>
            act('admin.change-retention', { kind: change.rule.kind, days: change.days, reason })
          }
          onClose={over}
        />
      )}
      {purging ? (
        <Confirm
          title={t('admin.retention.askPurge')}
          what={t('admin.retention.whatPurge')}
          yes={t('admin.retention.purgeNow')}
          onYes={() => act('admin.purge-now', {})}
          onClose={over}
        />
      ) : null}
    </Sheet>
  );
};
