/** What the ringing and the live bar share: the timer with its state, and who it is. */

import { useSecond } from '@renderer/platform/clock/use-now.ts';
import { callerName } from '@renderer/platform/i18n/caller-name.ts';
import { formatTimer } from '@renderer/platform/i18n/format-time.ts';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { useCalls } from '@renderer/platform/store/use-focused-work.ts';
import { Icon, type IconName } from '@renderer/ui/parts/icon.tsx';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView } from '@shared/contracts/engine/views.ts';
import type { ReactNode } from 'react';
import styles from './bar.module.css';

const css = styleNames(styles);

export const CallTimer = ({
  since,
  icon,
  state,
  width,
}: {
  readonly since: string;
  readonly icon: IconName;
  readonly state: ReactNode;
  readonly width: 'narrow' | 'wide';
}) => {
  const now = useSecond();
  return (
    <div className={css('timer')}>
      <b className="figures" role="timer">
        {formatTimer(now - Date.parse(since), width)}
      </b>
      <span>
        <Icon name={icon} size={15} />
        {state}
      </span>
    </div>
  );
};

/** Held for how long, beside the talk's own time. */
export const HeldFor = ({ since }: { readonly since: string }) => {
  const { t } = useText();
  const now = useSecond();
  return <>{t('call.heldFor', { time: formatTimer(now - Date.parse(since)) })}</>;
};

export const CallPerson = ({ call }: { readonly call: CallView }) => {
  const { t } = useText();
  const calls = useCalls();
  const other = calls.find(({ id }) => id === call.bridgedWith);
  if (other !== undefined)
    return (
      <div className={css('who')}>
        <b>{t('call.plusOne', { name: callerName(call.title, t) })}</b>
        <small>{t('call.threeWayWith', { name: other.title })}</small>
      </div>
    );
  const name = callerName(call.title, t);
  const number = call.numberHidden ? t('call.numberHidden') : call.numberDisplay;
  // Who has no name is called by the number, or by its being hidden: that is said once.
  const nameless = number === name || call.title === '';
  const { campaign } = call;
  const shown = nameless ? null : number;
  // Where it has to be cut it is the number that goes: it stands in the customer's column as well.
  const facts =
    campaign === undefined
      ? [shown, call.calledLabel]
      : [t('call.ofCampaign', { campaign }), shown];
  const second = facts.filter((part) => part !== null && part !== '').join(' · ');
  return (
    <div className={css('who')}>
      <b>{name}</b>
      <small className="figures">{second}</small>
    </div>
  );
};
