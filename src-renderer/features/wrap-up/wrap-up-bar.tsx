/** After the call: for whom she spoke, the time used of the time allowed, and the way out. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { formatLength, formatTime, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useKeys } from '@renderer/platform/keys/use-keys.ts';
import { useRequest, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandBlock } from '@renderer/ui/parts/brand-block.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { WorkItem } from '@shared/contracts/engine/views.ts';
import { useFinish } from './use-finish.ts';
import styles from './wrap-up-bar.module.css';

const css = styleNames(styles);

const TimeUsed = ({ work }: { readonly work: WorkItem }) => {
  const { t, language } = useText();
  const now = useSecond();
  const startedAt = work.wrapUp?.startedAt ?? work.endedAt ?? work.startedAt;
  const usedMs = Math.max(0, now - Date.parse(startedAt));
  const allowedMs = work.wrapUp?.allowedMs ?? 0;
  const over = allowedMs > 0 && usedMs > allowedMs;
  return (
    <div className={css('state', over && 'over')}>
      <span className={css('icon')}>
        <Icon name="wrapup" size={20} />
      </span>
      <span>
        <b>{t('state.wrap-up')}</b>
        <small>
          {t('state.since', { time: formatTime(startedAt, language) })} ·{' '}
          <span className="figures">
            {allowedMs > 0
              ? t('wrapUp.used', { used: formatTimer(usedMs), allowed: formatTimer(allowedMs) })
              : formatTimer(usedMs)}
          </span>
        </small>
      </span>
      {allowedMs > 0 ? (
        <span className={css('gauge')} aria-hidden="true">
          <i style={{ width: `${Math.min(100, (usedMs / allowedMs) * 100)}%` }} />
        </span>
      ) : null}
    </div>
  );
};

const HowItEnded = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const talkedMs =
    work.answeredAt === null || work.endedAt === null
      ? null
      : Date.parse(work.endedAt) - Date.parse(work.answeredAt);
  if (talkedMs === null)
    return <small>{work.outcome === null ? '' : t(`outcome.${work.outcome}`)}</small>;
  const length = t('wrapUp.length', { length: formatLength(talkedMs, t) });
  const by = work.endedBy === null ? null : t(`wrapUp.endedBy.${work.endedBy}`);
  return (
    <small className="figures">
      {length}
      {by === null ? null : <span className={css('by')}>, {by}</span>}
    </small>
  );
};

const NextState = () => {
  const { t } = useText();
  const advisor = useSlice('advisor');
  if (advisor?.next == null) return null;
  return (
    <span className={css('next')}>{t('wrapUp.then', { state: t(`state.${advisor.next}`) })}</span>
  );
};

export const WrapUpBar = ({ work }: { readonly work: WorkItem }) => {
  const { t } = useText();
  const request = useRequest();
  const finish = useFinish(work);
  const brand = useBrand(work.brandId);
  const extend = () => void request('work.extend', { workId: work.id });
  useKeys([
    { key: 'F10', whileTyping: 'works', act: extend },
    { key: 'Enter', modifier: 'ctrl', whileTyping: 'works', act: finish },
  ]);
  return (
    <div className={css('bar')}>
      <BrandBlock
        brand={brand}
        caption={work.training ? t('call.playedFor') : t('call.spokeFor')}
        look="hollow"
      />
      <TimeUsed work={work} />
      <div className={css('who')}>
        <b>{callerName(work.customerName, t)}</b>
        <HowItEnded work={work} />
      </div>
      {work.training ? (
        <span className={css('mark')}>
          <Icon name="training" />
          <span>
            <b>{t('training.title')}</b>
            {work.rolePlay === undefined ? null : <small>{t('rolePlay.notSent')}</small>}
          </span>
        </span>
      ) : null}
      <NextState />
      <i className={css('space')} />
      <Button look="ghost" icon="hourglass" keys={['F10']} aria-keyshortcuts="F10" onClick={extend}>
        {t('wrapUp.extend')}
      </Button>
      <Button
        look="primary"
        keys={['Ctrl', '↵']}
        aria-keyshortcuts="Control+Enter"
        onClick={finish}
      >
        {t('wrapUp.finish')}
      </Button>
    </div>
  );
};
