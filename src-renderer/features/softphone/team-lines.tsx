/** Calls that wait for whoever of the team takes them: parked, or ringing at a colleague. */
import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { formatTime, formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useRequest, useServices, useSlice } from '@renderer/platform/store/services.tsx';
import { useBrand } from '@renderer/platform/store/use-reference.ts';
import { BrandMark } from '@renderer/ui/parts/brand-mark.tsx';
import { Button } from '@renderer/ui/parts/button.tsx';
import { Icon } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { Slices } from '@shared/contracts/engine/views.ts';
import styles from './call-line.module.css';

const css = styleNames(styles);
type TeamCallView = Slices['teamCalls'][number];
const linesAtMost = 3;
/** In a talk the team's calls take one line: hers is before her. */
const linesInTalk = 1;

const useWhere = (call: TeamCallView): string => {
  const { t, language } = useText();
  const { place, byName: by } = call;
  if (call.kind === 'ringing') return t('team.ringsAt', { by });
  if (!call.byMe) return t('team.parkedBy', { by, place });
  return t('team.parkedByYou', { place, time: formatTime(call.until, language) });
};

const TeamLine = ({
  call,
  isFirst,
}: {
  readonly call: TeamCallView;
  readonly isFirst: boolean;
}) => {
  const { t } = useText();
  const request = useRequest();
  const { screen } = useServices();
  const now = useSecond();
  const brand = useBrand(call.brandId);
  const where = useWhere(call);
  const name = callerName(call.customerName || call.numberDisplay, t);
  const { customerId } = call;
  return (
    <section
      className={css('line', call.kind === 'parked' ? 'held' : 'ringing')}
      aria-label={t(`team.line.${call.kind}`, { name, by: call.byName })}
    >
      <span className={css('state')}>
        <Icon name={call.kind === 'parked' ? 'park' : 'ringing'} size={16} />
        <b>{t(`team.${call.kind}`)}</b>
        <span className="figures">{formatTimer(Math.max(0, now - Date.parse(call.since)))}</span>
      </span>
      <BrandMark brand={brand} size="small" />
      <b className={css('name')}>{name}</b>
      <span className={css('why')}>{[where, call.note].filter(Boolean).join(' · ')}</span>
      <i />
      {customerId === null ? null : (
        <Button
          size="small"
          look="ghost"
          icon="user"
          onClick={() => screen.setState({ screen: 'customers', customerId })}
        >
          {t('team.card')}
        </Button>
      )}
      <Button
        size="small"
        icon="answer"
        {...(isFirst ? { keys: ['Alt', 'P'], 'aria-keyshortcuts': 'Alt+P' } : {})}
        onClick={() => request('call.pick-up', { teamCallId: call.id })}
      >
        {t('call.pickUp')}
      </Button>
    </section>
  );
};

export const TeamLines = ({ talking }: { readonly talking: boolean }) => {
  const { t } = useText();
  const waiting = useSlice('teamCalls') ?? [];
  const shown = waiting.slice(0, talking ? linesInTalk : linesAtMost);
  const left = waiting.length - shown.length;
  return (
    <>
      {shown.map((call, at) => (
        <TeamLine key={call.id} call={call} isFirst={at === 0} />
      ))}
      {left > 0 ? <p className={css('more')}>{t('team.more', { count: left })}</p> : null}
    </>
  );
};
