/**
 * Brings the work forward when a call comes, and the day back when all is done. Never while she
 * types elsewhere: then what rings waits in a line until she leaves the field or answers (UI-4).
 */
import { isTypingIn } from '@renderer/platform/keys/use-keys.ts';
import { forgetFinished } from '@renderer/platform/store/draft-keeper.ts';
import type { Services } from '@renderer/platform/store/services.tsx';
import type { CallView, WorkItem } from '@shared/contracts/engine/views.ts';

const isWriting = (): boolean => {
  const field = document.activeElement;
  if (!isTypingIn(field)) return false;
  return !(field instanceof HTMLInputElement) || field.value !== '';
};

const follow = (services: Services, works: readonly WorkItem[], before: readonly WorkItem[]) => {
  const { screen, drafts } = services;
  forgetFinished(drafts, works);
  const known = new Map(before.map((work) => [work.id, work.phase]));
  const { waitingWorkId } = screen.getState();
  const waiting = works.find((work) => work.id === waitingWorkId);
  if (waitingWorkId !== null && waiting?.phase !== 'ringing')
    screen.setState({ waitingWorkId: null, ...(waiting ? { screen: 'work' } : {}) });
  const arrived = works.filter((work) => !known.has(work.id));
  const first = arrived[0];
  if (first !== undefined && works.length === arrived.length) {
    if (first.phase === 'ringing' && first.direction === 'inbound' && isWriting())
      screen.setState({ waitingWorkId: first.id });
    else {
      // A call that the hub puts through to her begins here, and brings her back here.
      const isOfCampaign =
        first.direction === 'outbound' && screen.getState().screen === 'campaign';
      screen.setState({
        screen: 'work',
        overlay: null,
        ...(isOfCampaign ? { backTo: 'campaign' } : {}),
      });
    }
  }
  // She answered or dialled: the columns are that call's, whatever was on screen.
  const talking = works.find(
    (work) => work.phase === 'talking' && known.get(work.id) !== 'talking',
  );
  if (talking !== undefined) screen.setState({ screen: 'work', workId: talking.id });
  if (works.length > 0) return;
  const { screen: shown, backTo } = screen.getState();
  // From a role-play she comes back to its series, from a campaign's call to whoever is next.
  const training = services.engine.getState().slices.training != null;
  if (shown === 'work')
    screen.setState({ screen: training ? 'training' : (backTo ?? 'day'), workId: null });
  if (backTo !== null && before.length > 0) screen.setState({ backTo: null });
};

/** What opens over a talk ends with it, or it would stand over the next one, and take its Escape. */
const closeOverlay = ({ screen }: Services, calls: readonly CallView[]) => {
  const { overlay } = screen.getState();
  const talks = calls.some(({ phase }) => phase === 'talking');
  const three = calls.some(({ bridgedWith }) => bridgedWith !== null);
  const over =
    ((overlay === 'transfer' || overlay === 'keypad') && !talks) || (overlay === 'leave' && !three);
  if (over) screen.setState({ overlay: null });
};

/** Starts following; returns the way to stop. */
export const keepScreen = (services: Services): (() => void) => {
  const { engine, screen } = services;
  const stopWork = engine.subscribe((state, before) => {
    if (state.slices.work !== before.slices.work)
      follow(services, state.slices.work ?? [], before.slices.work ?? []);
    if (state.slices.calls !== before.slices.calls)
      closeOverlay(services, state.slices.calls ?? []);
    const [given, gave] = [state.slices.help?.given ?? null, before.slices.help?.given ?? null];
    if (given !== null && given.takenOverAt === null && given.helpId !== gave?.helpId)
      screen.setState({ screen: 'call-in-view', seenAdvisorId: given.advisorId });
    if (state.teamCallsGone !== before.teamCallsGone)
      screen.setState({ failure: { code: 'team-call-gone', detail: undefined } });
    if (state.showWork !== before.showWork)
      screen.setState({ screen: 'work', workId: state.showWork.workId, waitingWorkId: null });
  });
  const left = () => {
    if (screen.getState().waitingWorkId !== null)
      screen.setState({ waitingWorkId: null, screen: 'work' });
  };
  document.addEventListener('focusout', left);
  return () => {
    stopWork();
    document.removeEventListener('focusout', left);
  };
};
