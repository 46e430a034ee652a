/** The engine's start: the board, the ports, the session. This window is never shown. */
import { invoke, onMainEvent, onPort, requestPort } from '@renderer/platform/bridge.ts';
import { HubClient } from '@renderer/platform/hub-client.ts';
import type { ProgramConfig } from '@shared/contracts/ipc/channels.ts';
import { hotkeySchema } from '@shared/contracts/ipc/hotkey.ts';
import type { BoardNews } from '@shared/contracts/live/board-state.ts';
import { ringsHere } from '@shared/domain/call/comes-in.ts';
import { systemClock, toInstant } from '@shared/kernel/clock.ts';
import { makeIds } from '@shared/kernel/ids.ts';
import { Board } from './board/board.ts';
import { firstSlices } from './board/first-slices.ts';
import { WindowPorts } from './board/window-ports.ts';
import { commandHandlers } from './commands/commands.ts';
import { CorrectedClock } from './corrected-clock.ts';
import { HelpDesk } from './help/help-desk.ts';
import { HelpMessages } from './help/help-messages.ts';
import { OrderDesk } from './help/order-desk.ts';
import { TeamHelp } from './help/team-help.ts';
import { ToldCallDesk } from './help/told-call.ts';
import { AlertDesk } from './lead/alert-desk.ts';
import { LeadDesk } from './lead/lead-desk.ts';
import { PracticeDesk } from './practice/practice-desk.ts';
import { SessionDesk } from './session/session-desk.ts';
import { makeSound } from './sound/engine-sound.ts';
import type { LedNews } from './sync/live-channel.ts';
import { KeptRuns } from './training/kept-runs.ts';
import { TrainingDesk } from './training/training-desk.ts';

/** The machine's own, for what must not jump with it: expiry, idleness, what the hub is told. */
const wallClock = systemClock;
const clock = new CorrectedClock(wallClock);
const newId = makeIds(clock, (length) => crypto.getRandomValues(new Uint8Array(length)));

const drawnWithinMs = 400;
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

const pressHotkey = (session: SessionDesk, key: unknown): void => {
  const pressed = hotkeySchema.safeParse(key);
  const calls = session.shift?.calls;
  if (!pressed.success || calls === undefined) return;
  const ringing = calls.firstRinging;
  if (pressed.data === 'answer' && ringing !== null) calls.answer(ringing);
  const live = calls.views.filter((view) => !ringsHere(view));
  // With none to be heard, the one on hold is meant, as on the screen.
  const meant = live.find(({ id }) => id === calls.audible) ?? live[0];
  if (meant === undefined) return;
  if (pressed.data === 'hang-up') calls.handover.leave(meant.id);
  if (pressed.data === 'mute') calls.mute(meant.id, !meant.muted);
  if (pressed.data === 'hold') {
    if (meant.hold === 'held') calls.resume(meant.id);
    else calls.hold(meant.id);
  }
};

const makeTraining = (
  own: Pick<ConstructorParameters<typeof TrainingDesk>[0], 'board' | 'hub' | 'practice' | 'shift'>,
): TrainingDesk => {
  const key = () => `training-runs-${own.board.get('session').user?.id ?? ''}`;
  const runs = new KeptRuns(own.hub, localStorage, key);
  return new TrainingDesk({ clock, newId, runs, ...own });
};

const clocksOf = (board: Board) => ({
  clock,
  wallClock,
  correct: (correctionMs: number) => clock.follow(correctionMs, board),
});

const makeLead = (
  {
    board,
    hub,
    session,
  }: { readonly board: Board; readonly hub: HubClient; readonly session: SessionDesk },
  tell: (news: BoardNews) => void,
): LeadDesk => {
  const { apiUrl } = hub;
  const lead = new LeadDesk({ apiUrl, token: () => session.accessToken(), tell });
  board.follow(({ session: shown }) => {
    if (shown?.status === 'signed-out') lead.stop();
  });
  return lead;
};

/** What goes on between this desktop and a lead. */
const makeLed = (of: {
  readonly board: Board;
  readonly hub: HubClient;
  readonly session: SessionDesk;
}) => {
  const orders = new OrderDesk(of);
  const teamHelp = new TeamHelp({ ...of, clock });
  const alerts = new AlertDesk(of);
  const helpMessages = new HelpMessages({ ...of, clock, newId });
  const told = new ToldCallDesk(of);
  const look = (news: LedNews) => {
    const is = (kind: LedNews) => news === 'welcome' || news === kind;
    if (is('orders')) void orders.look();
    if (is('help')) void teamHelp.look();
    if (is('alerts')) void alerts.look();
    if (is('messages')) void helpMessages.look();
    // A hub of before would not understand it: only one that asks is told.
    if (news === 'show') told.show();
  };
  return { look, teamHelp, alerts, helpMessages, help: new HelpDesk(of.board, clock) };
};

const listenToMain = (session: SessionDesk): void => {
  onMainEvent('hotkey', (key) => pressHotkey(session, key));
  onMainEvent('screen-locked', () => session.guard.screenLocked());
  onMainEvent('suspending', () => session.shift?.line.suspend());
  onMainEvent('resumed', () => session.shift?.retryNow(true));
  onMainEvent('network-changed', () => session.shift?.retryNow(true));
  window.addEventListener('online', () => session.shift?.retryNow(true));
};

const run = (config: ProgramConfig): void => {
  const board = new Board();
  for (const [name, value] of Object.entries(firstSlices(toInstant(clock.now()), config.apiUrl))) {
    board.set(name as never, value as never);
  }
  const hub = new HubClient(config.apiUrl);
  const practice = new PracticeDesk(hub);
  const sound = makeSound({
    board,
    calls: () => session.shift?.calls,
    switched: (use) => session.shift?.switchDevices(use),
  });
  const shift = () => session.shift;
  const training = makeTraining({ board, hub, practice, shift });
  let ports: WindowPorts | null = null;
  const session = new SessionDesk({
    ...clocksOf(board),
    newId,
    board,
    hub,
    devices: sound.devices,
    config,
    training,
    showCustomer: (bundle) =>
      ports?.showCustomer(bundle, board.get('sync').freshAt ?? toInstant(clock.now())),
    notice: (name, id) => ports?.notice(name, id),
    orders: (news) => led.look(news),
  });
  const lead = makeLead({ board, hub, session }, (news) => ports?.leadBoard(news));
  const led = makeLed({ board, hub, session });
  ports = new WindowPorts(
    board,
    commandHandlers({
      clock,
      newId,
      board,
      session,
      hub,
      practice,
      training,
      lead,
      ...led,
      ...sound,
      version: config.version,
    }),
    () => session.shift?.shown.showAll(),
  );
  const served = ports;
  onPort((port, kind) => {
    if (kind === 'customer') practice.attach(port);
    else served.attach(port, kind);
  });
  listenToMain(session);
  // Drawn when there is something to draw; with calls to take back the windows wait for these.
  const resumed = Promise.race([session.resume(), pause(drawnWithinMs)]);
  void resumed.then(() => board.afterHold(requestPort));
};

const config = await invoke('config.read', null);
if (config.ok) run(config.value);
else console.error('the engine has no configuration:', config.error.code);
