/**
 * The bar over everything, outside every error boundary: it is also the window's title bar. It
 * shows the call she hears; else what rings, the wrap-up, or her state and the search.
 */
import { StateButton } from '@renderer/features/advisor-state/state-button.tsx';
import { HelpBar } from '@renderer/features/call-in-view/help-bar.tsx';
import { DueLines } from '@renderer/features/day/due-lines.tsx';
import { Finder } from '@renderer/features/finder/finder.tsx';
import { CallLine } from '@renderer/features/softphone/call-line.tsx';
import { LiveBar } from '@renderer/features/softphone/live-bar.tsx';
import { RingingBar } from '@renderer/features/softphone/ringing-bar.tsx';
import { TeamLines } from '@renderer/features/softphone/team-lines.tsx';
import { useCallKeys } from '@renderer/features/softphone/use-call-keys.ts';
import { MoveAsks } from '@renderer/features/staffing/own/move-asks.tsx';
import { WrapUpBar } from '@renderer/features/wrap-up/wrap-up-bar.tsx';
import { useText } from '@renderer/platform/i18n/use-text.ts';
import { audibleCall, callOf } from '@renderer/platform/store/focused-work.ts';
import { useSlice } from '@renderer/platform/store/services.tsx';
import { useCalls, useFocusedWork, useWorks } from '@renderer/platform/store/use-focused-work.ts';
import { styleNames } from '@renderer/ui/style-names.ts';
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';
import styles from './call-bar.module.css';
import { Logo } from './logo.tsx';
import { WindowButtons } from './window-buttons.tsx';

const css = styleNames(styles);
const linesAtMost = 3;

const nothing = () => undefined;

const IdleBar = () => (
  <>
    <StateButton />
    <Finder place="bar" onClose={nothing} />
    <i className={css('drag')} />
  </>
);

const TitleOnly = () => {
  const { t } = useText();
  return (
    <>
      <b className={css('title')}>{t('app.name')}</b>
      <i className={css('drag')} />
    </>
  );
};

const BarContent = ({
  work,
  call,
}: {
  readonly work: WorkItem | null;
  readonly call: CallView | null;
}) => {
  const session = useSlice('session');
  const given = useSlice('help')?.given ?? null;
  if (session?.status !== 'signed-in') return <TitleOnly />;
  // In somebody else's call nothing is hers to hold or to transfer.
  if (call?.help !== undefined && call.help === given?.helpId && given.takenOverAt === null)
    return <HelpBar help={given} />;
  if (call?.phase === 'talking') return <LiveBar call={call} />;
  if (call !== null) return <RingingBar call={call} />;
  return work?.phase === 'wrap-up' ? <WrapUpBar key={work.id} work={work} /> : <IdleBar />;
};

const lookOf = (work: WorkItem | null, call: CallView | null) => {
  if (call?.phase === 'talking') return 'live';
  if (call !== null) return 'ring';
  return work === null ? 'idle' : 'ended';
};

export const CallBar = () => {
  const { t } = useText();
  const works = useWorks();
  const calls = useCalls();
  const { work, call } = useFocusedWork();
  const heard = audibleCall(calls);
  const audibleId = heard?.id ?? null;
  // Whom she asks has no columns of its own: the bar is theirs, and the customer waits in a line.
  const asked = heard !== null && !works.some(({ id }) => id === heard.id) ? heard : null;
  const shown = asked ?? call;
  const others = works.filter((one) => one.id !== (asked === null ? work?.id : null));
  const signedIn = useSlice('session')?.status === 'signed-in';
  useCallKeys();
  return (
    <header className={css('head')}>
      <div className={css('bar', lookOf(work, shown), shown?.training === true && 'training')}>
        <Logo />
        <BarContent work={work} call={shown} />
        <WindowButtons />
      </div>
      {others.slice(0, linesAtMost).map((other) => (
        <CallLine key={other.id} work={other} call={callOf(calls, other)} audibleId={audibleId} />
      ))}
      {others.length > linesAtMost ? (
        <p className={css('more')}>{t('line.more', { count: others.length - linesAtMost })}</p>
      ) : null}
      <TeamLines talking={shown?.phase === 'talking'} />
      {signedIn && shown?.phase !== 'ringing' ? (
        <>
          <DueLines talking={shown?.phase === 'talking'} />
          <MoveAsks />
        </>
      ) : null}
    </header>
  );
};
