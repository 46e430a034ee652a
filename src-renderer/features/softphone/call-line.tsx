/** What waits beside the call in the bar: 40 px each, at most three, then a count. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import { comesIn } from '@shared/domain/call/comes-in.ts';
import styles from './call-line.module.css';

const css = styleNames(styles);
/** After two minutes on hold the time is said in the colour of danger. */
const longHoldMs = 120_000;

type LineProps = { readonly work: WorkItem; readonly call: CallView | null };

const sinceOf = ({ work, call }: LineProps): string => {
  if (work.phase === 'wrap-up') return work.wrapUp?.startedAt ?? work.endedAt ?? work.startedAt;
  return call?.heldSince ?? call?.startedAt ?? work.startedAt;
};

const kindOf = ({ work }: LineProps) => {
  if (work.phase === 'wrap-up') return { look: 'wrapup', icon: 'wrapup' } as const;
  if (work.phase === 'ringing') return { look: 'ringing', icon: 'ringing' } as const;
  return { look: 'held', icon: 'held' } as const;
};

const LineActs = ({ work, call, audibleId }: LineProps & { readonly audibleId: string | null }) => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  if (work.phase === 'wrap-up')
    return (
      <Button
        size="small"
        onClick={() => screen.setState({ workId: work.id, waitingWorkId: null, screen: 'work' })}
      >
        {t('line.backToWrapUp')}
      </Button>
    );
  if (work.phase === 'ringing' && call !== null && comesIn(call))
    return (
      <>
        <Button
          size="small"
          keys={[t('key.escape')]}
          onClick={() => request('call.decline', { callId: work.id })}
        >
          {t('call.decline')}
        </Button>
        <Button
          size="small"
          look="ready"
          icon="answer"
          keys={['F2']}
          onClick={() => request('call.answer', { callId: work.id })}
        >
          {t('call.answer')}
        </Button>
      </>
    );
  const swap = async () => {
    if (audibleId !== null) await request('call.hold', { callId: audibleId });
    await request('call.resume', { callId: work.id });
  };
  return (
    <Button size="small" keys={[t('key.shift'), 'F4']} onClick={() => void swap()}>
      {t('line.swap')}
    </Button>
  );
};

export const CallLine = ({
  work,
  call,
  audibleId,
}: LineProps & { readonly audibleId: string | null }) => {
  const { t } = useText();
  const now = useSecond();
  const brand = useBrand(work.brandId);
  const kind = kindOf({ work, call });
  const spentMs = now - Date.parse(sinceOf({ work, call }));
  return (
    <section
      className={css('line', kind.look)}
      aria-label={t(`line.${kind.look}`, { name: callerName(work.customerName, t) })}
    >
      <span className={css('state', kind.look === 'held' && spentMs > longHoldMs && 'long')}>
        <Icon name={kind.icon} size={16} />
        <b>{t(`line.state.${kind.look}`)}</b>
        <span className="figures">{formatTimer(spentMs)}</span>
      </span>
      <BrandMark brand={brand} size="small" />
      <b className={css('name')}>{callerName(work.customerName, t)}</b>
      <span className={css('why')}>{work.likelyReasons[0]?.title ?? work.calledLabel ?? ''}</span>
      <i />
      <LineActs work={work} call={call} audibleId={audibleId} />
    </section>
  );
};
