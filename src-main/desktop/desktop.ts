/**
 * The program on its desktop: tray, global keys, links, notices, wakefulness, the window's place and
 * its closing. The app window says what is to be shown, in her language.
 */
import { type Hotkey, wire } from '@shared/contracts/ipc/bridge.ts';
import type { DesktopEvent, DesktopFace } from '@shared/contracts/ipc/desktop.ts';
import { type CallLink, parseSelectedNumber } from '@shared/domain/number/parse-call-link.ts';
import { succeed } from '@shared/kernel/result.ts';
import { app, type BrowserWindow, clipboard, globalShortcut, powerSaveBlocker } from 'electron';
import type { ChannelHandlers } from '../ipc/answer-call.ts';
import { revealWindow } from '../windows/app-window.ts';
import { AppMessages } from './app-messages.ts';
import { decideClosing } from './closing.ts';
import { applyChange } from './desktop-changes.ts';
import type { DesktopFile } from './desktop-file.ts';
import { Hotkeys } from './hotkeys.ts';
import { systemNotices } from './notices.ts';
import { rememberWindow } from './remember-window.ts';
import { selectedTexts } from './selected-text.ts';
import { StayAwake } from './stay-awake.ts';
import { openTray } from './tray.ts';

type DesktopChannel = Extract<keyof ChannelHandlers, `desktop.${string}`> | 'hotkeys.arm';

export class Desktop {
  readonly #window: BrowserWindow;
  readonly #file: DesktopFile;
  readonly #messages: AppMessages;
  readonly #hotkeys: Hotkeys;
  readonly #awake = new StayAwake(powerSaveBlocker);
  readonly #showTray: (face: DesktopFace) => void;
  readonly #notify: ReturnType<typeof systemNotices>;
  #face: DesktopFace | null = null;
  #callKeys: readonly Hotkey[] = [];
  #toldRefused = '';
  #leaving = false;

  constructor(window: BrowserWindow, file: DesktopFile, tellEngine: (key: Hotkey) => void) {
    this.#window = window;
    this.#file = file;
    this.#messages = new AppMessages((event: DesktopEvent) => {
      if (!window.isDestroyed()) window.webContents.send(wire.event, 'desktop', event);
    });
    this.#hotkeys = new Hotkeys(globalShortcut, file.settings.hotkeys, (key) => {
      if (key === 'call-selected') void this.#callSelected();
      else tellEngine(key);
    });
    this.#showTray = openTray({
      tell: this.#messages.tell,
      open: () => this.reveal(),
      quit: () => this.#quit(),
    });
    this.#notify = systemNotices((id) => {
      this.reveal();
      this.#messages.tell({ type: 'notice-opened', id });
    });
    rememberWindow(window, file);
    window.on('close', (event) => this.#closing(event));
    window.webContents.on('render-process-gone', () => this.#messages.gone());
    window.webContents.on('did-start-loading', () => this.#messages.gone());
    // She was asked before, or the system's session ends: then nobody is asked.
    app.on('before-quit', () => {
      this.#leaving = true;
    });
  }

  reveal(): void {
    revealWindow(this.#window);
  }

  /** Something outside wants this number called: only she calls it. */
  askToCall(link: CallLink, source: 'link' | 'selection'): void {
    this.reveal();
    this.#messages.tell({ type: 'call-asked', source, ...link });
  }

  channels(): Pick<ChannelHandlers, DesktopChannel> {
    return {
      'hotkeys.arm': ({ wanted }) => {
        this.#callKeys = wanted;
        return succeed({ refused: this.#arm() });
      },
      'desktop.present': (face) => {
        this.#face = face;
        this.#messages.ready();
        this.#awake.follow(face.live);
        this.#showTray(face);
        this.#arm();
        return succeed(null);
      },
      'desktop.notify': (notice) => {
        this.#notify(notice);
        return succeed(null);
      },
      'desktop.settings': () => succeed(this.#view()),
      'desktop.change': (change) => {
        const changed = applyChange(this.#file.settings, change);
        if (!changed.ok) return changed;
        this.#file.keep({ settings: changed.value });
        this.#hotkeys.choose(changed.value.hotkeys);
        this.#toldRefused = '';
        return succeed(this.#view());
      },
      'desktop.leave': () => {
        this.#leaving = true;
        app.quit();
        return succeed(null);
      },
    };
  }

  #view() {
    return { settings: this.#file.settings, refused: this.#hotkeys.refused() };
  }

  #arm(): Hotkey[] {
    const selected = this.#face?.mayCall === true ? (['call-selected'] as const) : [];
    const refused = this.#hotkeys.want(new Set([...this.#callKeys, ...selected]));
    const key = refused.join();
    // A call more does not make the same key news.
    if (key !== '' && key !== this.#toldRefused)
      this.#messages.tell({ type: 'hotkeys-refused', keys: refused });
    if (key !== '') this.#toldRefused = key;
    return refused;
  }

  async #callSelected(): Promise<void> {
    const texts = await selectedTexts(clipboard, process.platform);
    const found = texts.map((text) => parseSelectedNumber(text)).find((link) => link !== null);
    if (found) this.askToCall(found, 'selection');
    else {
      this.reveal();
      this.#messages.tell({ type: 'nothing-selected' });
    }
  }

  #quit(): void {
    if (this.#face?.live === true) this.#ask();
    else app.quit();
  }

  #ask(): void {
    this.reveal();
    this.#messages.tell({ type: 'close-asked' });
  }

  #closing(event: Electron.Event): void {
    const decision = decideClosing({
      leaving: this.#leaving,
      live: this.#face?.live ?? false,
      closeToTray: this.#file.settings.closeToTray,
    });
    if (decision === 'close') return;
    event.preventDefault();
    if (decision === 'ask') this.#ask();
    else this.#window.hide();
  }
}
