/** The rules of law with their texts; one is set aside until a day, with a reason that stays (LAW-10). */
import { formatDate, formatDay, formatTime } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { colleagueName } from '@renderer/platform/store/use-reference.ts';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Tag } from '@renderer/ui/parts/tag.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { LawRule } from '@shared/contracts/http/law.ts';
import { useState } from 'react';
import styles from './administration.module.css';
import { LawSwitchForm } from './law-switch-form.tsx';
import { Loaded, Sheet } from './loaded.tsx';
import { useHub } from './use-administration.tsx';

const css = styleNames(styles);

const State = ({ rule: { switchedOff, from, until } }: { readonly rule: LawRule }) => {
  const { t, language } = useText();
  const { clock } = useServices();
  const nowMs = clock.now();
  const who = colleagueName(useSlice('reference'), switchedOff?.by ?? null);
  if (switchedOff !== null) {
    const { until: ends, at, reason } = switchedOff;
    const end =
      ends === null
        ? t('admin.law.offWithoutEnd')
        : t('admin.law.offUntil', {
            day: formatDay(ends, language),
            time: formatTime(ends, language),
          });
    return (
      <>
        <Tag tone="warn">{t('admin.law.off')}</Tag>
        <small className={css('warn')}>{end}</small>
        <small>{reason}</small>
        <small>{[who, formatDate(at, language)].filter(Boolean).join(' · ')}</small>
      </>
    );
  }
  if (from !== null && nowMs < Date.parse(from))
    return <Tag tone="line">{t('admin.law.later')}</Tag>;
  if (until !== null && nowMs >= Date.parse(until))
    return <Tag tone="line">{t('admin.law.ended')}</Tag>;
  return <Tag tone="ok">{t('admin.law.on')}</Tag>;
};

const Row = ({ rule, onSwitch }: { readonly rule: LawRule; readonly onSwitch: () => void }) => {
  const { t, language } = useText();
  const { article, source, from, until, switchedOff } = rule;
  const name = t(`admin.law.rule.${rule.rule}`);
  const day = (at: string | null): string | null => (at === null ? null : formatDate(at, language));
  const act = switchedOff === null ? 'switchOff' : 'switchOn';
  return (
    <tr>
      <th scope="row">
        {name}
        <small>{t(`admin.law.says.${rule.rule}`)}</small>
      </th>
      <td>
        {article}
        <small>{source}</small>
      </td>
      <td>
        {day(from) ?? t('admin.law.always')}
        {until === null ? null : <small>{t('admin.law.until', { day: day(until) ?? '' })}</small>}
      </td>
      <td>
        <State rule={rule} />
      </td>
      <td className={css('acts')}>
        <Button size="small" aria-label={t(`admin.law.${act}Of`, { name })} onClick={onSwitch}>
          {t(`admin.law.${act}`)}
        </Button>
      </td>
    </tr>
  );
};

const heads = ['rule', 'text', 'since', 'state'] as const;

export const LawRulesSheet = () => {
  const { t } = useText();
  const { known, reload } = useHub('admin.law-rules', {});
  const [switching, setSwitching] = useState<LawRule | null>(null);
  return (
    <Sheet wide title={t('admin.law.title')}>
      <p>{t('admin.law.detail')}</p>
      <Loaded of={known}>
        {({ rules }) => (
          <table className={css('table')}>
            <thead>
              <tr>
                {heads.map((head) => (
                  <th key={head} scope="col">
                    {t(`admin.law.head.${head}`)}
                  </th>
                ))}
                <td />
              </tr>
            </thead>
            <tbody>
              {rules.map((rule) => (
                <Row key={rule.rule} rule={rule} onSwitch={() => setSwitching(rule)} />
              ))}
            </tbody>
          </table>
        )}
      </Loaded>
      {switching === null ? null : (
        <LawSwitchForm rule={switching} onDone={reload} onClose={() => setSwitching(null)} />
      )}
    </Sheet>
  );
};
